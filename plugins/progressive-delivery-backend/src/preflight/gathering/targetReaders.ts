import { LRUCache } from 'lru-cache';
import { ZodType } from 'zod/v4';
import {
  applicationStatus,
  appProjectSchema,
  CONTROLLER_LABEL,
  CONTROLLER_LEASE,
  controllerDeploymentSchema,
  controllerLeaseSchema,
  DeliveryTarget,
  deploymentSchema,
  destinationRuleSchema,
  disruptionBudgetSchema,
  flatMapKnown,
  horizontalPodAutoscalerSchema,
  Known,
  known,
  namedObjectSchema,
  PieceReaders,
  Pieces,
  resourceQuotaSchema,
  rolloutDefinitionSchema,
  rolloutSchema,
  RolloutsControllers,
  scaledObjectSchema,
  serviceSchema,
  together,
  unknown,
  verticalPodAutoscalerSchema,
} from '@progressive-delivery/engine';
import { ListRequest } from '../../clusters/clusterRequest';
import { ProgressiveDeliveryConfig } from '../../config';
import { installationOf } from './installationOf';
import { LiveReader } from './LiveReader';
import { readParent } from './readParent';
import { AskerPiece } from './askerReaders';
import { Places, placesOf } from './placesOf';

/** Controllers of which one is available, by cluster. */
export type RememberedControllers = LRUCache<string, RolloutsControllers>;

/** What is read where a target is delivered to. */
class ClusterPieces {
  constructor(
    private readonly places: Known<Places>,
    private readonly reader: LiveReader,
    private readonly remembered: RememberedControllers | undefined,
  ) {}

  async rolloutDefinition(): Promise<Known<Pieces['rolloutDefinition']>> {
    return this.read(({ cluster }) =>
      this.reader.read(
        {
          cluster,
          resource: 'customresourcedefinitions',
          name: 'rollouts.argoproj.io',
        },
        rolloutDefinitionSchema,
      ),
    );
  }

  async controllers(): Promise<Known<RolloutsControllers>> {
    return this.read(async ({ cluster }) => {
      const remembered = this.remembered?.get(cluster);
      if (remembered) {
        return known(remembered);
      }
      const deployments = await this.reader.list(
        {
          cluster,
          resource: 'deployments',
          labelSelector: CONTROLLER_LABEL,
        },
        controllerDeploymentSchema,
      );
      if (deployments.state === 'unknown') {
        return deployments;
      }
      if (deployments.value.some(({ available }) => available)) {
        const found = {
          deployments: deployments.value,
          leases: [],
          readAt: Date.now(),
        };
        if (deployments.gaps.length === 0) {
          this.remembered?.set(cluster, found);
        }
        return known(found, deployments.gaps);
      }
      const leases = await this.reader.list(
        { cluster, resource: 'leases', only: CONTROLLER_LEASE },
        controllerLeaseSchema,
      );
      return flatMapKnown(deployments, found =>
        flatMapKnown(leases, held =>
          known({ deployments: found, leases: held, readAt: Date.now() }),
        ),
      );
    });
  }

  /** All of some kinds in all namespaces; where one list cannot be read, none of it is known. */
  async all<T>(
    kinds: [ListRequest['resource'], ZodType<T>][],
  ): Promise<Known<T[]>> {
    return this.read(async ({ cluster, gaps, namespaces }) => {
      const lists = await Promise.all(
        namespaces.flatMap(namespace =>
          kinds.map(([resource, schema]) =>
            this.reader.list({ cluster, namespace, resource }, schema),
          ),
        ),
      );
      return together(lists, gaps);
    });
  }

  /** All of a kind that is in no namespace. */
  async everywhere<T>(
    resource: ListRequest['resource'],
    schema: ZodType<T>,
  ): Promise<Known<T[]>> {
    return this.read(({ cluster }) =>
      this.reader.list({ cluster, resource }, schema),
    );
  }

  private async read<T>(
    read: (places: Places) => Promise<Known<T>>,
  ): Promise<Known<T>> {
    const { places } = this;
    return places.state === 'known' ? read(places.value) : places;
  }
}

/** How everything is read that checks look at and that needs nothing that is edited. */
export function targetReaders(
  target: DeliveryTarget,
  {
    config,
    controllers,
    reader,
  }: {
    config: Pick<ProgressiveDeliveryConfig, 'argocd'>;
    reader: LiveReader;
    /** Absent where nothing may be remembered. */
    controllers: RememberedControllers | undefined;
  },
): {
  readers: PieceReaders<Exclude<keyof Pieces, AskerPiece>>;
  namespaces: ReadonlySet<string>;
} {
  const places = placesOf(target);
  const cluster = new ClusterPieces(places, reader, controllers);
  const application: Known<Pieces['application']> =
    target.kind === 'application'
      ? known(target.application)
      : unknown({ message: 'noApplication', parameters: {} });
  return {
    namespaces: new Set(
      places.state === 'known' ? places.value.namespaces : [],
    ),
    readers: {
      application: async () => application,
      applicationStatus: async () =>
        flatMapKnown(application, applicationStatus),
      project: () => readProject(target, config, reader),
      parent: () => readParent(target, config, reader),
      rolloutDefinition: () => cluster.rolloutDefinition(),
      workloads: () =>
        cluster.all([
          ['deployments', deploymentSchema],
          ['rollouts', rolloutSchema],
        ]),
      scalers: () =>
        cluster.all([
          ['horizontalpodautoscalers', horizontalPodAutoscalerSchema],
          ['scaledobjects', scaledObjectSchema],
          ['verticalpodautoscalers', verticalPodAutoscalerSchema],
        ]),
      controllers: () => cluster.controllers(),
      services: () => cluster.all([['services', serviceSchema]]),
      destinationRules: () =>
        cluster.all([['destinationrules', destinationRuleSchema]]),
      disruptionBudgets: () =>
        cluster.all([['poddisruptionbudgets', disruptionBudgetSchema]]),
      quotas: () => cluster.all([['resourcequotas', resourceQuotaSchema]]),
      analysisTemplates: async () =>
        together(
          await Promise.all([
            cluster.all([
              ['analysistemplates', namedObjectSchema('AnalysisTemplate')],
            ]),
            cluster.everywhere(
              'clusteranalysistemplates',
              namedObjectSchema('ClusterAnalysisTemplate'),
            ),
          ]),
        ),
      routes: () =>
        cluster.all([
          ['ingresses', namedObjectSchema('Ingress')],
          ['virtualservices', namedObjectSchema('VirtualService')],
        ]),
    },
  };
}

async function readProject(
  target: DeliveryTarget,
  config: Pick<ProgressiveDeliveryConfig, 'argocd'>,
  reader: LiveReader,
): Promise<Known<Pieces['project']>> {
  const delivered = installationOf(target, config);
  if (delivered.state === 'unknown') {
    return delivered;
  }
  const { application, installation } = delivered.value;
  const { project: name } = application.spec;
  const { cluster, namespace } = installation;
  return flatMapKnown(
    await reader.read(
      { cluster, resource: 'appprojects', namespace, name },
      appProjectSchema,
    ),
    project =>
      project
        ? known(project)
        : unknown({ message: 'projectMissing', parameters: { project: name } }),
  );
}
