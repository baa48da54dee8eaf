import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  RolloutStreamMessage,
  rolloutStreamMessageSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { z } from 'zod/v4';
import { ApiServer } from '../../../clusters/watch/__testUtils__/ApiServer';
import { eventually } from '../../../clusters/watch/__testUtils__/eventually';
import { impatientTiming } from '../../../clusters/watch/__testUtils__/impatientTiming';
import { ClusterCredentials } from '../../../clusters/clusterCredentials';
import { TargetService } from '../../../targets/TargetService';
import {
  applicationTarget,
  namedRollout,
} from '../../__testUtils__/applicationTarget';
import { objectsOf } from '../../__testUtils__/scenario';
import { WorkloadWatches, workloadWatches } from '../../live/workloadWatches';
import { RolloutWatchService } from '../RolloutWatchService';

/** Where the API server has the kinds of a scenario. */
export const COLLECTIONS: Record<string, string> = {
  Deployment: '/apis/apps/v1/namespaces/shop/deployments',
  Rollout: '/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts',
  ReplicaSet: '/apis/apps/v1/namespaces/shop/replicasets',
  Pod: '/api/v1/namespaces/shop/pods',
  AnalysisRun: '/apis/argoproj.io/v1alpha1/namespaces/shop/analysisruns',
  Experiment: '/apis/argoproj.io/v1alpha1/namespaces/shop/experiments',
  Service: '/api/v1/namespaces/shop/services',
  Event: '/api/v1/namespaces/shop/events',
};
const APPLICATIONS =
  '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications';

/** An object of a scenario, for tests that change some of it. */
export const namedSchema = z
  .object({ metadata: z.object({ name: z.string() }).passthrough() })
  .passthrough();

export const entityOf = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name },
});

type Resolved = Awaited<ReturnType<TargetService['resolveAgain']>>;

/** The service in front of an API server, and an entity whose targets a test decides on. */
export class WatchScene {
  static async start(): Promise<WatchScene> {
    return new WatchScene(await ApiServer.start());
  }

  readonly service: RolloutWatchService;
  readonly watches: WorkloadWatches;
  credentials: ClusterCredentials = { of: 'own' };
  resolved: Pick<Resolved, 'targets'> & Partial<Resolved> = {
    targets: [applicationTarget('web', namedRollout)],
  };
  readonly resolve = jest.fn(
    async (): Promise<Resolved> => ({ unread: [], ...this.resolved }),
  );

  private constructor(readonly server: ApiServer) {
    const logger = mockServices.logger.mock();
    this.watches = workloadWatches({
      clusters: server.clusters(),
      logger,
      timing: impatientTiming,
    });
    this.service = RolloutWatchService.create({
      targets: { resolveAgain: this.resolve },
      proxy: { credentialsOf: async () => this.credentials },
      argocd: [
        {
          name: 'main',
          cluster: 'main',
          namespace: 'argocd',
          applicationNamespaces: ['argocd'],
          repositories: [],
          kustomizeBuildOptions: [],
        },
      ],
      watches: this.watches,
      logger,
      timing: {
        projectAtMost: 5,
        patience: 10,
        resolveAtMost: 5,
        resolveEvery: 60_000,
      },
    });
  }

  async stop(): Promise<void> {
    await this.service.close();
    await this.server.stop();
  }

  /** Puts the objects of a scenario into the cluster; default: those of all kinds. */
  has(scenario: string, ...kinds: string[]): void {
    for (const object of objectsOf(scenario)) {
      const path = COLLECTIONS[object.kind];
      if (path && (kinds.length === 0 || kinds.includes(object.kind))) {
        this.server.put(path, namedSchema.parse(object));
      }
    }
  }

  /** Changes the Application, so that the targets are resolved again. */
  changeApplication(): void {
    this.server.put(APPLICATIONS, { metadata: { name: 'web' } });
  }

  look(entity = entityOf('web')) {
    const messages: RolloutStreamMessage[] = [];
    const viewer = { send: jest.fn(), end: jest.fn() };
    const leave = this.service.look(entity, {
      send: ({ text }) => {
        const message = JSON.parse(text.replace(/^data: /, ''));
        expect(rolloutStreamMessageSchema.parse(message)).toEqual(message);
        messages.push(message);
        viewer.send();
      },
      end: viewer.end,
    });
    return {
      leave,
      messages,
      ended: () => viewer.end.mock.calls.length > 0,
      types: () => messages.map(({ type }) => type),
      last: (type: RolloutStreamMessage['type']) =>
        messages.filter(each => each.type === type).at(-1),
    };
  }
}

export type Viewer = ReturnType<WatchScene['look']>;

/** Waits until a viewer has been sent everything that there is. */
export async function complete(viewer: Viewer): Promise<void> {
  await eventually(() => expect(viewer.types()).toContain('complete'));
}
