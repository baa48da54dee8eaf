import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  EndpointRecorder,
  eventually,
  Sandbox,
} from '@progressive-delivery/sandbox';
import { z } from 'zod/v4';

/** The release, the workload and the Service. */
const WEB = 'web';

const applicationSchema = z.object({
  status: z
    .object({
      sync: z.object({ status: z.string(), revision: z.string().optional() }),
      health: z.object({ status: z.string().optional() }).optional(),
      operationState: z
        .object({
          phase: z.string(),
          message: z.string().optional(),
          operation: z.object({
            sync: z.object({ revision: z.string().optional() }).optional(),
          }),
        })
        .optional(),
    })
    .optional(),
});

const podsSchema = z.object({
  items: z.array(
    z.object({
      metadata: z.object({ deletionTimestamp: z.string().optional() }),
      spec: z.object({ containers: z.array(z.object({ image: z.string() })) }),
      status: z.object({
        conditions: z
          .array(z.object({ type: z.string(), status: z.string() }))
          .default([]),
      }),
    }),
  ),
});

const rolloutSchema = z.object({
  status: z.object({ phase: z.string().optional() }).optional(),
});

const autoscalerSchema = z.object({
  status: z.object({
    conditions: z
      .array(z.object({ type: z.string(), status: z.string() }))
      .default([]),
  }),
});

export interface DeliveryOptions {
  /** Over the chart's own. */
  values?: Record<string, unknown>;
  /** Of a second release beside it. */
  second?: { name: string; values: Record<string, unknown> };
  /** Fields of the kustomization beside the chart. */
  kustomization?: Record<string, unknown>;
  syncOptions?: string[];
}

interface Parts {
  sandbox: Sandbox;
  /** Commits files of the overlay. */
  commit: (files: Record<string, unknown>) => Promise<string>;
  onWatch: (recorder: EndpointRecorder) => void;
}

/** The chart as one Application delivers it. */
export class Delivery {
  static async begin(
    name: string,
    options: DeliveryOptions,
    parts: Parts,
  ): Promise<Delivery> {
    const delivery = new Delivery(name, options, parts);
    await delivery.change({});
    return delivery;
  }

  private registered = false;

  private constructor(
    private readonly name: string,
    private options: DeliveryOptions,
    private readonly parts: Parts,
  ) {}

  /** Registers the Application, and resolves when its pods are ready. */
  async apply(directory: string): Promise<void> {
    const { gitea } = this.parts.sandbox;
    const file = join(directory, `${this.name}.json`);
    await writeFile(
      file,
      JSON.stringify({
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Application',
        metadata: { name: this.name, namespace: 'argocd' },
        spec: {
          project: 'default',
          source: {
            repoURL: `${gitea.url}/${gitea.repository}.git`,
            targetRevision: 'main',
            path: `argocd/applications/${this.name}`,
          },
          destination: {
            server: 'https://kubernetes.default.svc',
            namespace: this.name,
          },
          syncPolicy: {
            automated: { prune: true, selfHeal: true },
            syncOptions: [
              'CreateNamespace=true',
              ...(this.options.syncOptions ?? []),
            ],
            retry: {
              limit: 5,
              refresh: true,
              backoff: { duration: '2s', factor: 1, maxDuration: '5s' },
            },
          },
        },
      }),
    );
    await this.kubectl(['apply', '--server-side', '--filename', file]);
    this.registered = true;
    await this.untilSynced();
    await this.until('its pods are ready', async () => {
      const ready = await this.readyPods();
      if (ready.length === 0 || ready.includes(false)) {
        throw new Error(`Pods, and whether they are ready: ${ready.join()}`);
      }
    });
  }

  /** Commits other values, of the second release where it is named. */
  async change(options: Partial<DeliveryOptions>): Promise<void> {
    this.options = {
      ...this.options,
      ...options,
      values: { ...this.options.values, ...options.values },
    };
    const { kustomization, second, values } = this.options;
    const chart = (releaseName: string, valuesFile: string) => ({
      name: 'web',
      releaseName,
      namespace: this.name,
      valuesFile,
    });
    await this.parts.commit({
      'kustomization.yaml': {
        apiVersion: 'kustomize.config.k8s.io/v1beta1',
        kind: 'Kustomization',
        namespace: this.name,
        helmGlobals: { chartHome: '../../../charts' },
        helmCharts: [
          chart(WEB, 'values.yaml'),
          ...(second ? [chart(second.name, 'second.yaml')] : []),
        ],
        ...kustomization,
      },
      'values.yaml': values,
      ...(second ? { 'second.yaml': second.values } : {}),
    });
    if (this.registered) {
      await this.refresh();
    }
  }

  /** Counts ready endpoints of the Service from now on. */
  async endpoints(service = WEB): Promise<EndpointRecorder> {
    const recorder = await EndpointRecorder.start({
      sandbox: this.parts.sandbox,
      namespace: this.name,
      service,
    });
    this.parts.onWatch(recorder);
    return recorder;
  }

  async kubectl(args: string[]): Promise<string> {
    return this.parts.sandbox.kubectl(args);
  }

  /** Tags of the images of the workload's pods. */
  async images(): Promise<string[]> {
    return (await this.pods())
      .map(({ spec }) => spec.containers[0].image.split(':').at(-1) ?? '')
      .sort();
  }

  /** Whether each of its pods is ready. */
  async readyPods(): Promise<boolean[]> {
    return (await this.pods()).map(({ status }) =>
      status.conditions.some(
        each => each.type === 'Ready' && each.status === 'True',
      ),
    );
  }

  /** The workload's, those that are going away left out. */
  private async pods() {
    const { items } = podsSchema.parse(
      await this.read(['pods', '--selector', `app=${WEB}`]),
    );
    return items.filter(
      ({ metadata }) => metadata.deletionTimestamp === undefined,
    );
  }

  async rolloutPhase(name = WEB): Promise<string | undefined> {
    return rolloutSchema.parse(await this.read(['rollouts.argoproj.io', name]))
      .status?.phase;
  }

  /** What a condition of the autoscaler is. */
  async autoscalerCondition(type: string): Promise<string | undefined> {
    const { status } = autoscalerSchema.parse(
      await this.read(['horizontalpodautoscalers', WEB]),
    );
    return status.conditions.find(each => each.type === type)?.status;
  }

  /** The phase of Argo CD's last operation, and what it says. */
  async operation(): Promise<string> {
    const { status } = await this.application();
    const { message = '', phase = 'None' } = status?.operationState ?? {};
    return `${phase}: ${message}`;
  }

  async untilOperation(said: RegExp): Promise<void> {
    await this.until(`the operation is ${said}`, async () => {
      const operation = await this.operation();
      if (!said.test(operation)) {
        throw new Error(operation);
      }
    });
  }

  /** Resolves when what Git holds was applied by an operation that has succeeded. */
  async untilSynced(): Promise<void> {
    await this.until('it is synced', async () => {
      const { status } = await this.application();
      const description = JSON.stringify(status);
      if (
        status?.sync.status !== 'Synced' ||
        status.operationState?.phase !== 'Succeeded'
      ) {
        throw new Error(description);
      }
    });
  }

  /** Resolves when the workload is of this kind, is healthy and is alone. */
  async untilSwitched(kind: 'Deployment' | 'Rollout'): Promise<void> {
    await this.untilKind(kind);
    await this.untilSynced();
    if (kind === 'Rollout') {
      await this.until('the Rollout is healthy', async () => {
        const phase = await this.rolloutPhase();
        if (phase !== 'Healthy') {
          throw new Error(`It is ${phase}`);
        }
      });
    }
  }

  private async untilKind(kind: 'Deployment' | 'Rollout'): Promise<void> {
    await this.until(`it is a ${kind} alone`, async () => {
      const found = await this.kubectl([
        ...['get', 'deployments.apps,rollouts.argoproj.io'],
        ...['--namespace', this.name, '--output', 'name'],
        ...['--field-selector', `metadata.name=${WEB}`],
      ]);
      const alone =
        kind === 'Rollout'
          ? `rollout.argoproj.io/${WEB}`
          : `deployment.apps/${WEB}`;
      if (found.trim() !== alone) {
        throw new Error(`There is ${found}`);
      }
    });
  }

  async until(what: string, attempt: () => Promise<void>): Promise<void> {
    await eventually(`${this.name}: ${what}`, attempt, { seconds: 150 });
  }

  private async application() {
    return applicationSchema.parse(
      JSON.parse(
        await this.kubectl([
          ...['get', 'applications.argoproj.io', this.name],
          ...['--namespace', 'argocd', '--output', 'json'],
        ]),
      ),
    );
  }

  private async read(what: string[]): Promise<unknown> {
    return JSON.parse(
      await this.kubectl([
        ...['get', ...what],
        ...['--namespace', this.name, '--output', 'json'],
      ]),
    );
  }

  /** Argo CD hears of pushes by itself; asked, it looks at once. */
  private async refresh(): Promise<void> {
    await this.kubectl([
      ...['annotate', 'applications.argoproj.io', this.name],
      ...['--namespace', 'argocd', '--overwrite'],
      'argocd.argoproj.io/refresh=normal',
    ]);
  }
}
