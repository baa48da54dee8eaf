import assert from 'node:assert/strict';
import {
  EndpointRecorder,
  eventually,
  Sandbox,
} from '@progressive-delivery/sandbox';
import { parseDocument } from 'yaml';
import { z } from 'zod/v4';
import { BackendProcess } from '../../../backstage/BackendProcess';
import { Component, components } from './components';
import { Switching } from './Switching';

export type Kind = 'Deployment' | 'Rollout';

const applicationSchema = z.object({
  status: z.object({
    sync: z.object({ status: z.string() }),
    health: z.object({ status: z.string() }),
    operationState: z.object({ phase: z.string() }),
  }),
});

const workloadsSchema = z.object({
  items: z.array(
    z.object({
      kind: z.enum(['Deployment', 'Rollout']),
      metadata: z.object({
        name: z.string(),
        annotations: z.record(z.string(), z.string()).default({}),
      }),
      status: z.object({ readyReplicas: z.number().default(0) }).prefault({}),
    }),
  ),
});

export interface EnvironmentOptions {
  sandbox: Sandbox;
  backend: BackendProcess;
  log: (line: string) => void;
  /** Name of the Application, its overlay and its namespace. */
  title: 'agents' | 'agents-staging';
  /** Pods that are wanted of each component. */
  replicas: Record<Component['key'], number>;
  autoscaled: boolean;
}

/** A place to which Argo CD delivers both components. */
export class Environment {
  static async of(options: EnvironmentOptions): Promise<Environment> {
    const { backend, title } = options;
    const switchings = await Promise.all(
      components.map(
        async component =>
          [
            component.key,
            await Switching.of(component, title, backend),
          ] as const,
      ),
    );
    return new Environment(options, new Map(switchings));
  }

  private constructor(
    private readonly options: EnvironmentOptions,
    private readonly switchings: ReadonlyMap<string, Switching>,
  ) {}

  get title(): string {
    return this.options.title;
  }

  get autoscaled(): boolean {
    return this.options.autoscaled;
  }

  log(line: string): void {
    this.options.log(`${this.title}: ${line}`);
  }

  /** What Backstage has to say of a component's switch here. */
  switching({ key }: Component): Switching {
    const switching = this.switchings.get(key);
    assert(switching);
    return switching;
  }

  replicas({ key }: Component): number {
    return this.options.replicas[key];
  }

  async merge(pullRequest: number): Promise<void> {
    await this.options.sandbox.mergePullRequest(pullRequest);
  }

  /** Counts ready endpoints of a component's Service from now on. */
  async recordEndpoints({ name }: Component): Promise<EndpointRecorder> {
    const { sandbox, title } = this.options;
    return EndpointRecorder.start({
      sandbox,
      namespace: title,
      service: name,
    });
  }

  /** Commits whether the workloads are pruned last, and resolves when that is so in the cluster. */
  async setPruneLast(enabled: boolean): Promise<void> {
    await this.edit(
      { progressiveDelivery: { pruneLast: enabled } },
      `${enabled ? 'Prune' : 'Do not prune'} workloads last`,
    );
    await this.until('the annotation is live', async () => {
      for (const { metadata } of await this.workloads()) {
        const options =
          metadata.annotations['argocd.argoproj.io/sync-options'] ?? '';
        assert.equal(options.includes('PruneLast=true'), enabled);
      }
    });
    await this.untilSettled();
  }

  /** Commits values of its overlay. */
  async edit(
    values: Record<string, Record<string, unknown>>,
    message: string,
  ): Promise<void> {
    await this.options.sandbox.editFile({
      path: `argocd/applications/${this.title}/values.yaml`,
      message,
      edit: text => {
        const document = parseDocument(text);
        for (const [key, fields] of Object.entries(values)) {
          for (const [field, value] of Object.entries(fields)) {
            document.setIn([key, field], value);
          }
        }
        return document.toString();
      },
    });
  }

  /** Resolves when the component runs as this kind alone, with all its pods, and Argo CD has nothing left to do. */
  async untilSwitched({ key, name }: Component, kind: Kind): Promise<void> {
    await this.until(`${name} is a ${kind}`, async () => {
      const found = (await this.workloads()).filter(
        ({ metadata }) => metadata.name === name,
      );
      assert.deepEqual(
        found.map(each => [each.kind, each.status.readyReplicas]),
        [[kind, this.options.replicas[key]]],
      );
    });
    await this.untilSettled();
  }

  /** Resolves when what Git holds was applied, runs and is healthy. */
  async untilSettled(): Promise<void> {
    await this.until('Argo CD has nothing to do', async () => {
      const { status } = applicationSchema.parse(
        await this.read('argocd', 'applications.argoproj.io', this.title),
      );
      assert.deepEqual(
        [status.sync.status, status.health.status, status.operationState.phase],
        ['Synced', 'Healthy', 'Succeeded'],
      );
    });
  }

  private async workloads() {
    return workloadsSchema.parse(
      await this.read(this.title, 'deployments.apps,rollouts.argoproj.io'),
    ).items;
  }

  private async read(namespace: string, ...what: string[]): Promise<unknown> {
    return JSON.parse(
      await this.options.sandbox.kubectl([
        ...['get', ...what, '--namespace', namespace, '--output', 'json'],
      ]),
    );
  }

  private until(what: string, attempt: () => Promise<void>): Promise<void> {
    return eventually(`${this.title}: ${what}`, attempt, {
      intervalMilliseconds: 500,
    });
  }
}
