import { deepEqual } from 'node:assert/strict';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  FleetQuery,
  fleetQuerySchema,
  FleetResponse,
  fleetResponseSchema,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { unreadDescription } from '@progressive-delivery/engine';
import { ApiServer } from '../../clusters/watch/__testUtils__/ApiServer';
import { impatientTiming } from '../../clusters/watch/__testUtils__/impatientTiming';
import { ClusterCredentials } from '../../clusters/clusterCredentials';
import { readConfig } from '../../config';
import { OpenInRepository, placeKey } from '../../proposals/OpenProposals';
import { objectsOf } from '../../rollouts/__testUtils__/scenario';
import { namedSchema } from '../../rollouts/watch/__testUtils__/WatchScene';
import {
  WorkloadWatches,
  workloadWatches,
} from '../../rollouts/live/workloadWatches';
import { applicationObject } from '../../targets/__testUtils__/applications';
import { TargetService } from '../../targets/TargetService';
import { FleetService, FleetServiceTiming } from '../FleetService';

const ARGO = '/apis/argoproj.io/v1alpha1';
const REPOSITORY = 'https://git.example.com/platform/gitops.git';

/** Where the API server has what, of all namespaces at once. */
const EVERYWHERE: Record<string, string> = {
  Rollout: `${ARGO}/rollouts`,
  Deployment: '/apis/apps/v1/deployments',
};

export const component = (
  name: string,
  annotations: Record<string, string> = { 'argocd/app-name': name },
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', annotations },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/shop' }],
});

/** The fleet in front of an API server, a catalog and what Git says. */
export class FleetScene {
  static async start(): Promise<FleetScene> {
    return new FleetScene(await ApiServer.start());
  }

  entities: Entity[] = [];
  credentials: ClusterCredentials = { of: 'own' };
  /** Why the catalog does not answer. */
  catalogError: Error | undefined;
  /** Whether the switch of an Application is on in Git; `undefined` where it has none. */
  switchOf: (application: string) => boolean | undefined = () => undefined;
  /** The Applications of which a source cannot be laid out. */
  readonly notLaidOut = new Set<string>();
  /** The Applications for whose switches there is an open pull request. */
  readonly proposed = new Set<string>();
  /** What the caller may not read. */
  readonly hidden = new Set<string>();

  private readonly watches: WorkloadWatches;
  private service: FleetService | undefined;

  private constructor(readonly server: ApiServer) {
    this.watches = workloadWatches({
      clusters: server.clusters(),
      logger: mockServices.logger.mock(),
      timing: impatientTiming,
    });
  }

  async stop(): Promise<void> {
    await this.service?.close();
    await this.watches.close();
    await this.server.stop();
  }

  /** Puts the workloads of a scenario into the cluster, under a name, and the Application that they belong to. */
  has(
    name: string,
    scenario: string,
    {
      labels,
      namespace = 'shop',
    }: { labels?: Record<string, string>; namespace?: string } = {},
  ): void {
    const objects = objectsOf(scenario).filter(({ kind }) => EVERYWHERE[kind]);
    for (const object of objects) {
      const { metadata, ...rest } = namedSchema.parse(object);
      const renamed = {
        ...rest,
        metadata: {
          ...metadata,
          name,
          namespace,
          uid: `${object.kind}-${namespace}-${name}`,
        },
      };
      const path = EVERYWHERE[object.kind];
      this.server.put(path, renamed);
      this.server.put(
        path.replace(/(\w+)$/, `namespaces/${namespace}/$1`),
        renamed,
      );
    }
    this.hasApplication(
      name,
      objects.map(({ kind }) => kind),
      { labels, namespace },
    );
  }

  /** An Application that names workloads, which may not be there. */
  hasApplication(
    name: string,
    kinds: string[],
    {
      labels,
      namespace = 'shop',
    }: { labels?: Record<string, string>; namespace?: string } = {},
  ): void {
    this.server.put(`${ARGO}/namespaces/argocd/applications`, {
      ...applicationObject({
        name,
        labels,
        spec: {
          destination: { server: 'https://kubernetes.default.svc', namespace },
        },
        status: {
          resources: kinds.map(kind => ({
            group: kind === 'Rollout' ? 'argoproj.io' : 'apps',
            kind,
            namespace,
            name,
            status: 'Synced',
          })),
        },
      }),
      metadata: { name, namespace: 'argocd', labels },
    });
  }

  /** Namespaces are read one by one from now on, or not at all. */
  refuseEverywhere(): void {
    for (const path of Object.values(EVERYWHERE)) {
      this.server.refusals.set(`list ${path}`, { status: 403 });
    }
  }

  async ask(query: Partial<FleetQuery> = {}): Promise<FleetResponse> {
    const answer = await this.fleet().page(
      { ...fleetQuerySchema.parse({}), ...query },
      {
        readable: async refs =>
          new Set(refs.filter(ref => !this.hidden.has(ref))),
      },
    );
    const sent: unknown = JSON.parse(JSON.stringify(answer));
    // Equal: nothing is sent that is not described.
    deepEqual(fleetResponseSchema.parse(sent), sent);
    return answer;
  }

  /** The service; the first time with this timing. */
  fleet(timing: Partial<FleetServiceTiming> = {}): FleetService {
    this.service ??= this.create(timing);
    return this.service;
  }

  private create(timing: Partial<FleetServiceTiming>): FleetService {
    const config = readConfig(
      new ConfigReader({
        progressiveDelivery: {
          argocd: [{ name: 'main', cluster: 'main' }],
          allow: [
            {
              entities: ['*'],
              projects: ['*'],
              repositories: ['*'],
              namespaces: ['*'],
            },
          ],
        },
      }),
    );
    const logger = mockServices.logger.mock();
    const clusters = this.server.clusters();
    return FleetService.create({
      argocd: config.argocd,
      auth: mockServices.auth.mock({
        getOwnServiceCredentials: async () => mockCredentials.service(),
      }),
      catalog: {
        queryEntities: async (...asked) => {
          if (this.catalogError) {
            throw this.catalogError;
          }
          return catalogServiceMock({ entities: this.entities }).queryEntities(
            ...asked,
          );
        },
      },
      clusters,
      config,
      logger,
      openProposals: {
        find: async places =>
          new Map<string, OpenInRepository>([
            [
              REPOSITORY,
              {
                state: 'done',
                open: new Map(
                  Array.from(places)
                    .filter(({ file }) => this.proposed.has(file))
                    .map(place => [
                      placeKey(place),
                      [
                        {
                          number: 7,
                          url: 'https://git.example.com/platform/gitops/pulls/7',
                          enabled: true,
                        },
                      ],
                    ]),
                ),
              },
            ],
          ]),
      },
      proxy: { credentialsOf: async () => this.credentials },
      targets: TargetService.create({
        clusters,
        config,
        integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
        logger,
      }),
      variants: {
        outline: async target => {
          const enabled = this.switchOf(target.title);
          const id = 'progressiveDelivery.enabled';
          return {
            ...unreadDescription(target),
            ...(this.notLaidOut.has(target.title) && {
              rendering: { state: 'failed' },
              problems: [
                toMessage('problem', {
                  id: 'renderFailed',
                  parameters: { message: 'base has no kustomization.yaml' },
                }),
              ],
            }),
            switches:
              enabled === undefined
                ? []
                : [{ id, enabled, origin: { from: 'chart', file: 'v.yaml' } }],
            editPlaces:
              enabled === undefined
                ? []
                : [
                    {
                      switch: id,
                      repository: REPOSITORY,
                      base: 'main',
                      file: target.title,
                      path: id,
                    },
                  ],
          };
        },
      },
      watches: this.watches,
      timing: {
        resolve: 50,
        catalog: 50,
        rows: 0,
        patience: 5_000,
        idle: 60_000,
        ...timing,
      },
    });
  }
}
