import { WorkloadKind } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { WorkloadWatches } from '../../rollouts/live/workloadWatches';
import { DeploymentObject } from '../../rollouts/objects/kinds/deploymentObject';
import { RolloutObject } from '../../rollouts/objects/kinds/rolloutObject';
import { NamedWorkload } from '../../rollouts/objects/namedWorkloads';
import { FoundObject } from '../../rollouts/objects/pickLive';
import { workloadTemplate } from '../../rollouts/objects/workloadTemplates';
import { KindInNamespace, KindWatch } from './KindWatch';

/** The namespaces of a cluster in which there may be workloads of a kind. */
export type NeededNamespaces = Record<WorkloadKind, Set<string>>;

/** The Rollouts and Deployments of one cluster. */
export class ClusterWorkloads {
  static create(options: {
    cluster: string;
    watches: Pick<WorkloadWatches, 'rollouts' | 'deployments'>;
    onChange: () => void;
  }): ClusterWorkloads {
    const { watches, ...rest } = options;
    return new ClusterWorkloads(
      KindWatch.create({ ...rest, watches: watches.rollouts }),
      KindWatch.create({ ...rest, watches: watches.deployments }),
    );
  }

  /** `<namespace>/<name>` of Deployments that only hold the pod template of a Rollout. */
  private templates: ReadonlySet<string> = new Set();

  private constructor(
    private readonly rollouts: KindWatch<RolloutObject>,
    private readonly deployments: KindWatch<DeploymentObject>,
  ) {}

  /** A cluster without Argo Rollouts is not asked for Rollouts unless an Application names one. */
  need(namespaces: NeededNamespaces): void {
    this.rollouts.need(namespaces.Rollout);
    this.deployments.need(namespaces.Deployment);
  }

  /** Looks anew which Deployments are workloads of their own. */
  refresh(): void {
    this.templates = new Set(
      this.rollouts.all().flatMap(rollout => {
        const template = workloadTemplate(rollout);
        return template === undefined
          ? []
          : `${rollout.metadata.namespace}/${template}`;
      }),
    );
  }

  /** What is known of a kind in a namespace. */
  at(
    kind: WorkloadKind,
    namespace: string,
  ): KindInNamespace<RolloutObject | DeploymentObject> {
    return kind === 'Rollout'
      ? this.rollouts.at(namespace)
      : this.deployments.at(namespace);
  }

  find({ kind, name, namespace }: NamedWorkload): FoundObject | undefined {
    if (kind === 'Rollout') {
      return found(this.rollouts.at(namespace), name, object => ({
        kind: 'Rollout',
        object,
      }));
    }
    return this.templates.has(`${namespace}/${name}`)
      ? undefined
      : found(this.deployments.at(namespace), name, object => ({
          kind: 'Deployment',
          object,
        }));
  }

  close(): void {
    this.rollouts.close();
    this.deployments.close();
  }
}

function found<T>(
  known: KindInNamespace<T>,
  name: string,
  as: (object: T) => FoundObject,
): FoundObject | undefined {
  if (known.state !== 'known') {
    return undefined;
  }
  const why = known.whyUnreadable(name);
  if (why !== undefined) {
    return { unreadable: why };
  }
  const object = known.get(name);
  return object && as(object);
}
