import type { ApiServer } from '@progressive-delivery/sandbox';
import { z } from 'zod/v4';
// Every request that the backend can make is made, which is more than its HTTP API does at once.
/* eslint-disable @backstage/no-relative-monorepo-imports */
import { AccessReviews } from '../../../../plugins/progressive-delivery-backend/src/clusters/AccessReviews';
import { ClusterCapabilities } from '../../../../plugins/progressive-delivery-backend/src/clusters/ClusterCapabilities';
import { ClusterProxy } from '../../../../plugins/progressive-delivery-backend/src/clusters/ClusterProxy';
import {
  ClusterResource,
  clusterResources,
  ClusterVerb,
} from '../../../../plugins/progressive-delivery-backend/src/clusters/clusterResources';
import { ClusterService } from '../../../../plugins/progressive-delivery-backend/src/clusters/ClusterService';
import { neededAccess } from '../../../../plugins/progressive-delivery-backend/src/clusters/neededAccess';
import { lookAtCluster } from '../../../../plugins/progressive-delivery-backend/src/doctor/lookAtCluster';
import { RolloutPatcher } from '../../../../plugins/progressive-delivery-backend/src/clusters/RolloutPatcher';
/* eslint-enable @backstage/no-relative-monorepo-imports */
import { KubernetesPassThrough } from './KubernetesPassThrough';

const CLUSTER = 'cluster';

const IN_NO_NAMESPACE = [
  'customresourcedefinitions',
  'clusteranalysistemplates',
];

const versionedSchema = z.object({
  metadata: z.object({ resourceVersion: z.string() }),
});

/** All of the backend that asks a cluster, as one account. */
export class OurCluster {
  static async as(server: ApiServer, account: string): Promise<OurCluster> {
    const token = await server.run([
      ...['create', 'token', account, '--namespace', 'backstage'],
    ]);
    const { caData, url } = server;
    return new OurCluster(
      await KubernetesPassThrough.start({ caData, url, token: token.trim() }),
    );
  }

  private readonly proxy: ClusterProxy;
  private readonly clusters: ClusterService;
  private readonly patcher: RolloutPatcher;

  private constructor(private readonly passThrough: KubernetesPassThrough) {
    this.proxy = ClusterProxy.create({
      discovery: { getBaseUrl: async () => passThrough.url },
      auth: {
        getOwnServiceCredentials: async () => ({
          $$type: '@backstage/BackstageCredentials',
          principal: { type: 'service', subject: 'plugin:us' },
        }),
        getPluginRequestToken: async () => ({ token: 'ours' }),
      },
    });
    this.clusters = ClusterService.create({ proxy: this.proxy });
    this.patcher = RolloutPatcher.create({ proxy: this.proxy });
  }

  async stop(): Promise<void> {
    await this.passThrough.stop();
  }

  /** What charts see of the cluster. */
  async capabilities() {
    return ClusterCapabilities.create({ proxy: this.proxy }).of(CLUSTER);
  }

  /**
   * Makes every request that the backend can make.
   *
   * @returns `<verb> <resource>` of those that are refused, sorted
   * @throws whatever else goes wrong
   */
  async refused(namespace: string, rollout: string): Promise<string[]> {
    const requests = this.requests(namespace, rollout);
    const refused = await Promise.all(
      Object.entries(requests).map(async ([title, ask]) => {
        try {
          await ask();
          return [];
        } catch (error) {
          if (error instanceof Error && error.name === 'NotAllowedError') {
            return [title];
          }
          if (error instanceof Error && error.name === 'NotFoundError') {
            // Allowed, and of a kind that is not installed here.
            return [];
          }
          throw error;
        }
      }),
    );
    return refused.flat().sort();
  }

  /**
   * What an administrator is told that the account may not do.
   *
   * @returns `<verb> <resource>`, sorted
   */
  async lacking(namespace: string): Promise<string[]> {
    const lines = await lookAtCluster(
      {
        cluster: CLUSTER,
        credentials: { of: 'own' },
        reviews: AccessReviews.create({ proxy: this.proxy }),
        needed: neededAccess({ actions: true }),
        argocd: [
          {
            name: 'main',
            cluster: CLUSTER,
            namespace,
            applicationNamespaces: [namespace],
            repositories: [],
            kustomizeBuildOptions: [],
          },
        ],
      },
      new AbortController().signal,
    );
    const odd = lines.find(({ state }) => state === 'unknown');
    if (odd) {
      throw new Error(odd.message.text);
    }
    return lines
      .flatMap(({ message }) =>
        message.id === 'denied'
          ? [
              `${message.parameters.verb} ${message.parameters.resource.replace(
                /\.[^/]+/,
                '',
              )}`,
            ]
          : [],
      )
      .sort();
  }

  /** Changes a Rollout or its status, as it is now. */
  async patch(
    on: 'rollouts' | 'rollouts/status',
    namespace: string,
    name: string,
    patch: object,
  ) {
    const rollout = { cluster: CLUSTER, namespace, name };
    const object = await this.clusters.read(
      { ...rollout, resource: 'rollouts' },
      versionedSchema,
    );
    return this.patcher.patch(
      rollout,
      {
        on,
        patch,
        resourceVersion: object?.metadata.resourceVersion ?? '',
      },
      z.unknown(),
    );
  }

  /** The status of an answer to what the backend never asks. */
  async statusOf(
    path: string,
    change?: { method: 'PATCH'; body: string },
  ): Promise<number> {
    const { status } = await this.proxy.answer({
      cluster: CLUSTER,
      path,
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/merge-patch+json',
      },
      ...change,
    });
    return status;
  }

  private requests(
    namespace: string,
    rollout: string,
  ): Record<string, () => Promise<unknown>> {
    const requests: Record<string, () => Promise<unknown>> = {};
    for (const [resource, { verbs }] of Object.entries(clusterResources)) {
      for (const verb of verbs) {
        requests[`${verb} ${resource}`] = () =>
          this.ask(verb, resource, namespace);
      }
    }
    for (const on of ['rollouts', 'rollouts/status'] as const) {
      // Of a version that there never was, so that what is allowed is a conflict, and changes nothing.
      requests[`patch ${on}`] = () =>
        this.patcher.patch(
          { cluster: CLUSTER, namespace, name: rollout },
          { on, patch: {}, resourceVersion: '1' },
          z.unknown(),
        );
    }
    return requests;
  }

  /** That `clusterResources` has the verb for the resource is not seen by the compiler where all of them are gone through. */
  private async ask(
    verb: ClusterVerb,
    resource: string,
    namespace: string,
  ): Promise<void> {
    const place = { cluster: CLUSTER, namespace };
    switch (verb) {
      case 'get':
        await this.clusters.read(
          {
            ...(IN_NO_NAMESPACE.includes(resource)
              ? { cluster: CLUSTER }
              : place),
            resource: resource as ClusterResource<'get'>,
            name: 'missing',
          },
          z.unknown(),
        );
        return;
      case 'list':
        await this.clusters.list(
          { ...place, resource: resource as ClusterResource<'list'> },
          z.unknown(),
        );
        return;
      case 'watch': {
        const watch = this.clusters.watch(
          {
            ...place,
            resource: resource as ClusterResource<'watch'>,
            resourceVersion: '0',
            timeoutSeconds: 1,
          },
          { signal: new AbortController().signal },
        );
        // Refused or not, it ends by itself.
        while (!(await watch.next()).done);
        return;
      }
      default:
        verb satisfies never;
    }
  }
}
