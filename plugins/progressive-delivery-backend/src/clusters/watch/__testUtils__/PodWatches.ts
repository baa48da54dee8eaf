import { mockServices } from '@backstage/backend-test-utils';
import { z } from 'zod/v4';
import { ApiServer } from './ApiServer';
import { eventually } from './eventually';
import { impatientTiming } from './impatientTiming';
import { ClusterHealths } from '../ClusterHealths';
import { SharedWatches, WatchLease } from '../SharedWatches';
import { WatchTiming } from '../watchTiming';

/** Where the API server has the pods. */
export const PODS = '/api/v1/namespaces/shop/pods';
export const place = { cluster: 'main', namespace: 'shop' };
const schema = z.object({
  metadata: z.object({ name: z.string(), uid: z.string() }),
  color: z.string().optional(),
});
export type Pod = z.infer<typeof schema>;

/** Watches of pods that an API server has. */
export class PodWatches {
  static async start(): Promise<PodWatches> {
    return new PodWatches(await ApiServer.start());
  }

  /** What has changed, as whoever looks was told. */
  told: string[] = [];

  private readonly all: SharedWatches<Pod>[] = [];

  private constructor(readonly server: ApiServer) {}

  async stop(): Promise<void> {
    await Promise.all(this.all.map(watches => watches.close()));
    await this.server.stop();
  }

  watchesWith(
    timing: Partial<WatchTiming> = {},
    options: { fieldSelector?: string; keep?: (pod: Pod) => boolean } = {},
  ): SharedWatches<Pod> {
    const shared = {
      clusters: this.server.clusters(),
      timing: { ...impatientTiming, ...timing },
    };
    const watches = SharedWatches.create({
      ...shared,
      healths: ClusterHealths.create(shared),
      logger: mockServices.logger.mock(),
      resource: 'pods',
      schema,
      ...options,
    });
    this.all.push(watches);
    return watches;
  }

  look(watches: SharedWatches<Pod>, at: object = {}): WatchLease<Pod> {
    return watches.open(
      { ...place, ...at },
      {
        onChange: ({ before, after }) =>
          this.told.push(
            `${(after ?? before)?.metadata.name} ${
              before?.color ?? (before && '-') ?? 'new'
            } > ${after?.color ?? (after && '-') ?? 'gone'}`,
          ),
        onState: () => {},
      },
    );
  }

  pod(name: string, color?: string) {
    return this.server.put(PODS, { metadata: { name }, color });
  }

  async watched(lease: WatchLease<Pod>, count = 1): Promise<void> {
    await eventually(() => {
      const { state } = lease.state;
      const watches = this.server.openWatches();
      if (state !== 'live' || watches !== count) {
        throw new Error(`${state}, with ${watches} watches`);
      }
    });
  }
}

export const names = (lease: WatchLease<Pod>) =>
  lease.objects.all().map(({ metadata }) => metadata.name);

export const stale = async (lease: WatchLease<Pod>, message: RegExp) =>
  eventually(() =>
    expect(lease.state).toMatchObject({
      state: 'stale',
      error: expect.objectContaining({
        message: expect.stringMatching(message),
      }),
    }),
  );
