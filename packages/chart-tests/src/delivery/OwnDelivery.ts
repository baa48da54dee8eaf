import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { Sandbox } from '@progressive-delivery/sandbox';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { examples } from '../examples';
import { attachSandbox } from './attachSandbox';
import { eventually } from './eventually';
import { OwnRepository } from './OwnRepository';

const applicationSchema = z.object({
  status: z
    .object({
      sync: z.object({ status: z.string() }).passthrough().optional(),
      health: z.object({ status: z.string() }).passthrough().optional(),
      history: z.array(z.object({ revision: z.string() })).optional(),
      conditions: z.array(z.object({ message: z.string() })).optional(),
      operationState: z
        .object({ phase: z.string(), message: z.string().optional() })
        .optional(),
    })
    .default({}),
});

const workloadSchema = z.object({
  metadata: z.object({ generation: z.number() }),
  spec: z.object({ replicas: z.number().optional() }),
  status: z
    .object({
      observedGeneration: z.union([z.string(), z.number()]).optional(),
      phase: z.string().optional(),
      message: z.string().optional(),
      currentStepIndex: z.number().optional(),
      readyReplicas: z.number().optional(),
      updatedReplicas: z.number().optional(),
      pauseConditions: z.array(z.object({ reason: z.string() })).optional(),
    })
    .default({}),
});

const applicationSpecSchema = z.object({
  spec: z.object({ syncPolicy: z.unknown(), ignoreDifferences: z.unknown() }),
});

/** How the example's Applications are synced. */
function exampleSync() {
  const { spec } = applicationSpecSchema.parse(
    parse(readFileSync(join(examples.staging, 'application.yaml'), 'utf8')),
  );
  return spec;
}

/** The example chart delivered by Argo CD into a namespace of the test's own, from a repository of the test's own. */
export class OwnDelivery {
  static async create(options: {
    values: object;
    /** Over what the Application's helm source says. */
    helm?: object;
  }): Promise<OwnDelivery> {
    const sandbox = attachSandbox();
    const name = `chart-tests-${randomBytes(4).toString('hex')}`;
    const repository = await OwnRepository.create({
      sandbox,
      name,
      values: options.values,
    });
    const delivery = new OwnDelivery(sandbox, name, repository);
    await delivery.apply({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    });
    await delivery.apply({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name,
        namespace: 'argocd',
        labels: { 'argocd.argoproj.io/secret-type': 'repository' },
      },
      stringData: {
        type: 'git',
        url: repository.url,
        username: sandbox.gitea.username,
        password: sandbox.gitea.token,
        forceHttpBasicAuth: 'true',
      },
    });
    await delivery.apply({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: {
        name,
        namespace: 'argocd',
        finalizers: ['resources-finalizer.argocd.argoproj.io/background'],
      },
      spec: {
        ...exampleSync(),
        project: 'default',
        source: {
          repoURL: repository.url,
          targetRevision: 'main',
          path: 'charts/agents',
          helm: {
            releaseName: 'agents',
            valueFiles: ['/values.yaml'],
            skipCrds: true,
            ...options.helm,
          },
        },
        destination: {
          server: 'https://kubernetes.default.svc',
          namespace: name,
        },
      },
    });
    return delivery;
  }

  private constructor(
    readonly sandbox: Sandbox,
    /** Of the namespace and of the Application. */
    readonly name: string,
    private readonly repository: OwnRepository,
  ) {}

  /** Commits these values and has Argo CD look at them; answers the commit. */
  async commit(values: object, message: string): Promise<string> {
    const commit = await this.repository.push(values, message);
    await this.refresh();
    return commit;
  }

  async refresh(): Promise<void> {
    await this.kubectl([
      ...['annotate', 'application', this.name, '--namespace', 'argocd'],
      ...['argocd.argoproj.io/refresh=normal', '--overwrite'],
    ]);
  }

  async application() {
    const { status } = applicationSchema.parse(
      JSON.parse(
        await this.kubectl([
          ...['get', 'application', this.name, '--namespace', 'argocd'],
          ...['--output', 'json'],
        ]),
      ),
    );
    return status;
  }

  /** Waits until a commit is applied to its end and all of it is healthy. */
  async delivered(commit?: string): Promise<void> {
    await eventually(`Delivering ${commit ?? 'the first commit'}`, async () => {
      const status = await this.application();
      const done =
        status.sync?.status === 'Synced' &&
        status.health?.status === 'Healthy' &&
        status.operationState?.phase === 'Succeeded' &&
        (!commit || status.history?.at(-1)?.revision === commit);
      return { answer: done || undefined, saw: JSON.stringify(status) };
    });
  }

  /** A workload, or undefined where there is none. */
  async workload(kind: 'deployment' | 'rollout', name: string) {
    const output = await this.kubectl([
      ...['get', kind, name, '--namespace', this.name],
      ...['--ignore-not-found', '--output', 'json'],
    ]);
    return output.trim() ? workloadSchema.parse(JSON.parse(output)) : undefined;
  }

  /** Waits until a Rollout is in a phase, as of its latest generation. */
  async rolloutIs(name: string, phase: string) {
    return eventually(`${name} being ${phase}`, async () => {
      const rollout = await this.workload('rollout', name);
      const current =
        rollout?.status.phase === phase &&
        Number(rollout.status.observedGeneration) ===
          rollout.metadata.generation;
      return {
        answer: current ? rollout : undefined,
        saw: JSON.stringify(rollout),
      };
    });
  }

  kubectl(args: string[]): Promise<string> {
    return this.sandbox.kubectl(args);
  }

  /** Applies an object as administrator. */
  async apply(manifest: object): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const child = spawn(
        this.sandbox.tools.kubectl,
        ['apply', '--filename', '-'],
        {
          env: { ...process.env, ...this.sandbox.environment() },
          stdio: ['pipe', 'ignore', 'inherit'],
        },
      );
      child.on('error', reject);
      child.on('close', code =>
        code === 0
          ? resolve()
          : reject(new Error(`kubectl apply ended with ${code}`)),
      );
      child.stdin.end(JSON.stringify(manifest));
    });
  }

  /** Takes away all that this delivery has brought. */
  async remove(): Promise<void> {
    await this.kubectl([
      ...['delete', 'application', this.name, '--namespace', 'argocd'],
      ...['--ignore-not-found', '--timeout=60s'],
    ]);
    await this.kubectl([
      ...['delete', 'namespace', this.name, '--ignore-not-found'],
      ...['--wait=false'],
    ]);
    await this.kubectl([
      ...['delete', 'secret', this.name, '--namespace', 'argocd'],
    ]);
    await this.repository.remove();
  }
}
