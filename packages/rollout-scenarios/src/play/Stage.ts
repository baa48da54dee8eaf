import type { RolloutsCluster } from '@progressive-delivery/sandbox';
import { z } from 'zod/v4';
import type { KubernetesApi } from '../cluster/KubernetesApi';
import type { MetricServer } from '../cluster/MetricServer';
import { untilMet } from './untilMet';
import type { Manifest } from './Manifest';
import {
  differences,
  Expectation,
  observedRolloutSchema,
} from './observedRollout';
import { ROLLOUT, rolloutManifest, RolloutOptions } from './rolloutManifest';

const ROLLOUTS = '/apis/argoproj.io/v1alpha1';

/** What the API server lists beside the Rollout, as far as scenarios wait for it. */
const listSchema = z.object({
  items: z.array(
    z.object({
      metadata: z.object({
        name: z.string(),
        deletionTimestamp: z.string().optional(),
      }),
      reason: z.string().optional(),
      spec: z
        .object({
          containers: z.array(z.object({ image: z.string() })).optional(),
        })
        .optional(),
      status: z.object({ phase: z.string().optional() }).optional(),
    }),
  ),
});

export interface StageOptions {
  cluster: RolloutsCluster;
  api: KubernetesApi;
  metrics: MetricServer;
  namespace: string;
}

/** The namespace that one scenario is played in, with one Rollout. */
export class Stage {
  static async open(options: StageOptions): Promise<Stage> {
    await options.cluster.kubectl(['create', 'namespace', options.namespace]);
    return new Stage(options);
  }

  readonly namespace: string;

  private rollout: RolloutOptions | undefined;
  private expected: Expectation | undefined;

  private constructor(private readonly options: StageOptions) {
    this.namespace = options.namespace;
  }

  /** Applies objects to the namespace, as those who deliver do. */
  async apply(...manifests: Manifest[]): Promise<void> {
    await this.kubectl(
      ['apply', '--server-side', '--force-conflicts', '--filename', '-'],
      manifests.map(manifest => JSON.stringify(manifest)).join('\n---\n'),
    );
  }

  /** Applies the Rollout for the first time. */
  async create(rollout: RolloutOptions): Promise<void> {
    this.rollout = rollout;
    await this.apply(rolloutManifest(rollout));
  }

  /** Applies the Rollout again, with something changed. */
  async change(changes: Partial<RolloutOptions>): Promise<void> {
    if (!this.rollout) {
      throw new Error('There is no Rollout yet that could be changed');
    }
    await this.create({ ...this.rollout, ...changes });
  }

  /** Creates the Rollout and waits until its first revision is there. */
  async start(rollout: RolloutOptions): Promise<void> {
    await this.create(rollout);
    await this.settles({ phase: 'Healthy', available: rollout.replicas ?? 3 });
  }

  /** A person's command: `kubectl argo rollouts <command> web`. */
  async argo(command: string, ...args: string[]): Promise<void> {
    await this.options.cluster.argoRollouts([
      ...command.split(' '),
      ...[ROLLOUT, '--namespace', this.namespace, ...args],
    ]);
  }

  /** `kubectl` in the scenario's namespace. */
  async kubectl(args: string[], input?: string): Promise<string> {
    return this.options.cluster.kubectl(
      [...args, '--namespace', this.namespace],
      input,
    );
  }

  /** Waits until the controller has made this of the latest spec. The last of these holds of the record as well. */
  async settles(expected: Expectation): Promise<void> {
    this.expected = expected;
    await untilMet(`The Rollout is ${describe(expected)}`, () =>
      this.unsettled(),
    );
  }

  /** What differs from what it was last expected to be. */
  async unsettled(): Promise<string[]> {
    return this.expected
      ? differences(await this.observe(), this.expected)
      : [];
  }

  /** Nothing more is expected of the controller: the spec that it knows is no longer the latest. */
  expectNothing(): void {
    this.expected = undefined;
  }

  /** Waits until the controller has annotated the Rollout like this. */
  async settlesAnnotation(name: string, value: string): Promise<void> {
    await untilMet(`${name} is ${value}`, async () => {
      const { annotations } = (await this.observe()).metadata;
      const seen = annotations?.[name];
      return seen === value ? [] : [`it is ${seen}`];
    });
  }

  /** Waits until as many step plugins as there are phases say these phases. */
  async settlesPlugins(...phases: string[]): Promise<void> {
    await untilMet(`The step plugins are ${phases}`, async () => {
      const { status } = await this.observe();
      const seen = (status.canary?.stepPluginStatuses ?? [])
        .map(({ phase }) => phase)
        .join();
      return seen === phases.join() ? [] : [`they are ${seen || 'none'}`];
    });
  }

  /** Waits until all AnalysisRuns have these phases, in any order. */
  async settlesRuns(...phases: string[]): Promise<void> {
    await this.settlesPhases(`${ROLLOUTS}/namespaces`, 'analysisruns', phases);
  }

  /** Waits until all Experiments have these phases, in any order. */
  async settlesExperiments(...phases: string[]): Promise<void> {
    await this.settlesPhases(`${ROLLOUTS}/namespaces`, 'experiments', phases);
  }

  /** Waits until there are that many pods of an image tag, each started or refused by the scheduler. */
  async settlesPods(
    tag: string,
    count: number,
    phase: 'Running' | 'Pending' = 'Running',
  ): Promise<string[]> {
    let names: string[] = [];
    await untilMet(`${count} pods of ${tag} are ${phase}`, async () => {
      const pods = (await this.list('/api/v1/namespaces', 'pods')).filter(
        ({ spec, status }) =>
          status?.phase === phase &&
          spec?.containers?.some(({ image }) => image.endsWith(`:${tag}`)),
      );
      names = pods.map(({ metadata }) => metadata.name);
      return names.length === count ? [] : [`${names.length} are`];
    });
    return names;
  }

  /** Keeps the pods of an image tag from going when they are deleted, as one does who has yet to drain them. */
  async holdPods(tag: string, count: number): Promise<void> {
    await this.kubectl([
      ...['patch', 'pods', ...(await this.settlesPods(tag, count))],
      ...['--type=merge', '--patch'],
      JSON.stringify({ metadata: { finalizers: ['example.com/drain'] } }),
    ]);
  }

  /** Waits until that many pods are being deleted, which something keeps them from. */
  async settlesTerminating(count: number): Promise<void> {
    await untilMet(`${count} pods are being deleted`, async () => {
      const pods = await this.list('/api/v1/namespaces', 'pods');
      const deleted = pods.filter(({ metadata }) => metadata.deletionTimestamp);
      return deleted.length === count ? [] : [`${deleted.length} are`];
    });
  }

  /** Waits until there is an Event for this reason. */
  async settlesEvents(reason: string): Promise<void> {
    await untilMet(`There is an Event ${reason}`, async () => {
      const events = await this.list('/api/v1/namespaces', 'events');
      return events.some(event => event.reason === reason)
        ? []
        : ['there is none'];
    });
  }

  /** Has each pod of an image tag say that its container is like this, as a kubelet would. */
  async reportContainers(
    tag: string,
    count: number,
    container: Record<string, unknown>,
  ): Promise<void> {
    for (const pod of await this.settlesPods(tag, count)) {
      const image = `registry.example.com/shop/${ROLLOUT}:${tag}`;
      await this.kubectl([
        ...['patch', 'pod', pod, '--subresource=status', '--type=merge'],
        '--patch',
        JSON.stringify({
          status: {
            containerStatuses: [
              { name: ROLLOUT, image, imageID: '', ...container },
            ],
          },
        }),
      ]);
    }
  }

  /** Lets no more pods be created than there are, or any number again. */
  async limitPods(count: number | 'no limit'): Promise<void> {
    if (count === 'no limit') {
      await this.kubectl(['delete', 'resourcequota', 'pods']);
      return;
    }
    await this.apply({
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'pods' },
      spec: { hard: { pods: String(count) } },
    });
    await untilMet('The quota is in force', async () => {
      const used = await this.kubectl([
        ...['get', 'resourcequota', 'pods'],
        ...['--output', 'jsonpath={.status.used.pods}'],
      ]);
      return used ? [] : ['nothing is counted yet'];
    });
  }

  /** Makes room on the node for the pods of other scenarios. */
  async close(): Promise<void> {
    await this.kubectl([
      ...['delete', 'rollouts.argoproj.io', ROLLOUT],
      ...['--wait=false', '--ignore-not-found'],
    ]);
  }

  /** Where an analysis measures something; 500 is answered until it is set. */
  metricUrl(name: string): string {
    return this.options.metrics.url(this.metricPath(name));
  }

  setMetric(name: string, value: number): void {
    this.options.metrics.set(this.metricPath(name), value);
  }

  private metricPath(name: string): string {
    return `/${this.namespace}/${name}`;
  }

  private async observe() {
    return observedRolloutSchema.parse(
      await this.options.api.get(
        `${ROLLOUTS}/namespaces/${this.namespace}/rollouts/${ROLLOUT}`,
      ),
    );
  }

  private async list(path: string, resource: string) {
    const list = await this.options.api.get(
      `${path}/${this.namespace}/${resource}`,
    );
    return listSchema.parse(list).items;
  }

  private async settlesPhases(
    path: string,
    resource: string,
    phases: string[],
  ): Promise<void> {
    const wanted = [...phases].sort().join();
    await untilMet(`The ${resource} are ${wanted}`, async () => {
      const seen = (await this.list(path, resource))
        .map(({ status }) => status?.phase ?? 'without a phase')
        .sort()
        .join();
      return seen === wanted ? [] : [`they are ${seen || 'none'}`];
    });
  }
}

function describe(expected: Expectation): string {
  return Object.entries(expected)
    .map(([field, value]) => `${field} ${value}`)
    .join(', ');
}
