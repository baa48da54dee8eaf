import { createBackendPlugin } from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  Permission,
} from '@backstage/plugin-permission-common';
import {
  ProgressiveDeliveryService,
  progressiveDeliveryServiceRef,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-node';
import request from 'supertest';
import progressiveDeliveryPlugin from '../';
import { kubernetesStandIn } from './kubernetesStandIn';

/** Where the API has the entities. */
export const ENTITIES =
  '/api/progressive-delivery/v1/entities/component/default';

/** A proposal as it is asked for. */
export const WISH = {
  switch: 'controllers.progressiveDelivery.enabled',
  enabled: true,
  digest: 'd',
  profile: 'p',
};

/** The Rollout as somebody has seen it. */
export const SEEN = {
  generation: 2,
  podHash: 'new',
  stepIndex: 0,
  abort: false,
  paused: true,
};

const component = (name: string, app: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    annotations: { 'argocd/app-name': app },
  },
  spec: { type: 'service' },
});

const ROLLOUTS = '/apis/argoproj.io/v1alpha1/namespaces/agents/rollouts';

const rollout = {
  metadata: {
    name: 'agents',
    namespace: 'agents',
    uid: 'r',
    generation: 2,
    resourceVersion: '100',
  },
  spec: { strategy: { canary: { steps: [{ pause: {} }] } } },
  status: {
    phase: 'Paused',
    currentPodHash: 'new',
    stableRS: 'old',
    currentStepIndex: 0,
    pauseConditions: [{ reason: 'CanaryPauseStep' }],
  },
};

/** What Argo CD would have in its cluster. */
const objects: Record<string, object> = {
  '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications/agents': {
    metadata: {
      name: 'agents',
      namespace: 'argocd',
      annotations: {
        'progressive-delivery/entities':
          'component:default/agents#controlPlane.progressiveDelivery.enabled,component:default/all-agents',
      },
    },
    spec: {
      project: 'default',
      source: {
        repoURL: 'https://git.example.com/platform/gitops.git',
        path: 'overlay',
        targetRevision: 'main',
      },
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: 'agents',
      },
    },
    status: {
      sync: { status: 'Synced' },
      health: { status: 'Healthy' },
      resources: [
        {
          group: 'argoproj.io',
          kind: 'Rollout',
          namespace: 'agents',
          name: 'agents',
        },
      ],
    },
  },
  [`${ROLLOUTS}/agents`]: rollout,
  [`${ROLLOUTS}?metadata.name=agents`]: { metadata: {}, items: [rollout] },
  '/apis/argoproj.io/v1alpha1/namespaces/argocd/appprojects/default': {
    metadata: { name: 'default' },
    spec: {
      sourceRepos: ['*'],
      destinations: [{ server: '*', namespace: '*' }],
    },
  },
};

/** The plugin in a backend of Backstage, beside another plugin that uses it. */
export class PluginScene {
  static async start(): Promise<PluginScene> {
    const scene = new PluginScene();
    scene.started = await scene.startBackend();
    return scene;
  }

  /** Permissions that the policy denies. */
  readonly denied = new Set<string>();
  /** Entities for which it denies all. */
  readonly deniedEntities = new Set<string>();
  readonly auditor = mockServices.auditor.mock();
  readonly event = { success: jest.fn(), fail: jest.fn() };

  private started?: TestBackend;
  private ofConsumer?: ProgressiveDeliveryService;

  private constructor() {}

  get backend(): TestBackend {
    return there(this.started);
  }

  /** As another plugin has it. */
  get service(): ProgressiveDeliveryService {
    return there(this.ofConsumer);
  }

  /** Forgets what was denied and audited. */
  clear(): void {
    this.denied.clear();
    this.deniedEntities.clear();
    jest.clearAllMocks();
    this.event.success.mockResolvedValue(undefined);
    this.event.fail.mockResolvedValue(undefined);
    this.auditor.createEvent.mockResolvedValue(this.event);
  }

  async stop(): Promise<void> {
    await this.started?.stop();
  }

  get(path: string) {
    return request(this.backend.server).get(`${ENTITIES}${path}`);
  }

  fleet(query = '') {
    return request(this.backend.server).get(
      `/api/progressive-delivery/v1/fleet${query}`,
    );
  }

  propose(name: string, body: object = WISH) {
    return request(this.backend.server)
      .post(`${ENTITIES}/${name}/targets/main.argocd.agents/proposals`)
      .send(body);
  }

  act(name: string, body: object = SEEN, action = 'abort') {
    return request(this.backend.server)
      .post(
        `${ENTITIES}/${name}/targets/main.argocd.agents/rollouts/agents/agents/${action}`,
      )
      .send(body);
  }

  private async startBackend(): Promise<TestBackend> {
    const hand = (service: ProgressiveDeliveryService) => {
      this.ofConsumer = service;
    };
    return startTestBackend({
      features: [
        progressiveDeliveryPlugin,
        kubernetesStandIn(objects),
        createBackendPlugin({
          pluginId: 'consumer',
          register(env) {
            env.registerInit({
              deps: { progressiveDelivery: progressiveDeliveryServiceRef },
              async init({ progressiveDelivery }) {
                hand(progressiveDelivery);
              },
            });
          },
        }),
        this.auditor.factory,
        catalogServiceMock.factory({
          entities: [
            component('agents', 'agents'),
            component('all-agents', 'agents'),
            component('stranger', 'agents'),
            component('lost', 'nowhere'),
          ],
        }),
        mockServices.permissions.mock({
          authorize: async requests =>
            requests.map(
              ({
                permission,
                resourceRef = '',
              }: {
                permission: Permission;
                resourceRef?: string;
              }) => ({
                result:
                  this.denied.has(permission.name) ||
                  this.deniedEntities.has(resourceRef)
                    ? AuthorizeResult.DENY
                    : AuthorizeResult.ALLOW,
              }),
            ),
        }).factory,
        mockServices.rootConfig.factory({
          data: {
            progressiveDelivery: {
              argocd: [
                {
                  name: 'main',
                  cluster: 'main',
                  repositories: ['https://git.example.com/platform/*'],
                },
              ],
            },
          },
        }),
      ],
    });
  }
}

function there<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new Error('The backend has not started');
  }
  return value;
}
