import assert from 'node:assert';
import { randomBytes } from 'node:crypto';
import type { Sandbox } from '@progressive-delivery/sandbox';
import { attachSandbox } from '../clusters/attachSandbox';
import { deliveryManifests } from './deliveryManifests';
import { eventually } from '@progressive-delivery/sandbox';
import {
  applicationSchema,
  autoscalerSchema,
  workloadSchema,
} from './observedObjects';
import { OwnRepository } from './OwnRepository';

/** Argo CD takes it away when it has done what it asks for. */
const refreshAnnotation = 'argocd.argoproj.io/refresh';

export type WorkloadKind = 'Deployment' | 'Rollout';

/** The example chart delivered by Argo CD into a namespace of the test's own, from a repository of the test's own. */
export class OwnDelivery {
  static async create(options: {
    values: object;
    /** Of a cluster that Argo CD knows; its own by default. */
    server?: string;
  }): Promise<OwnDelivery> {
    const sandbox = attachSandbox();
    const name = `chart-tests-${randomBytes(4).toString('hex')}`;
    const repository = await OwnRepository.create({
      sandbox,
      name,
      values: options.values,
    });
    const delivery = new OwnDelivery(sandbox, name, repository);
    try {
      for (const manifest of deliveryManifests({
        name,
        repository: { ...sandbox.gitea, url: repository.url },
        server: options.server ?? 'https://kubernetes.default.svc',
      })) {
        await delivery.apply(manifest);
      }
      return delivery;
    } catch (error) {
      await delivery.remove();
      throw error;
    }
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

  /** Asks Argo CD to compare Git and the cluster. */
  async refresh(): Promise<void> {
    await this.kubectl([
      ...['annotate', 'application', this.name, '--namespace', 'argocd'],
      ...[`${refreshAnnotation}=normal`, '--overwrite'],
    ]);
  }

  /** Has Argo CD compare Git and the cluster, and waits until it has. */
  async compared(): Promise<void> {
    await this.refresh();
    await eventually(
      'The comparison',
      async () => {
        const { metadata } = await this.readApplication();
        assert(
          !metadata.annotations?.[refreshAnnotation],
          JSON.stringify(metadata),
        );
      },
      { seconds: 60 },
    );
  }

  async application() {
    return (await this.readApplication()).status;
  }

  /** Waits until a commit is applied to its end and all of it is healthy. */
  async delivered(commit?: string): Promise<void> {
    await eventually(
      `Delivering ${commit ?? 'the first commit'}`,
      async () => {
        const status = await this.application();
        assert(
          status.sync?.status === 'Synced' &&
            status.health?.status === 'Healthy' &&
            status.operationState?.phase === 'Succeeded' &&
            (!commit || status.history?.at(-1)?.revision === commit),
          JSON.stringify(status),
        );
      },
      { seconds: 60 },
    );
  }

  /** A workload, or undefined where there is none. */
  async workload(kind: WorkloadKind, name: string) {
    const output = await this.kubectl([
      ...['get', kind, name, '--namespace', this.name],
      ...['--ignore-not-found', '--output', 'json'],
    ]);
    return output.trim() ? workloadSchema.parse(JSON.parse(output)) : undefined;
  }

  /** Waits until a Rollout is in a phase, as of its latest generation. */
  async rolloutIs(name: string, phase: string) {
    return eventually(
      `${name} being ${phase}`,
      async () => {
        const rollout = await this.workload('Rollout', name);
        assert(
          rollout?.status.phase === phase &&
            Number(rollout.status.observedGeneration) ===
              rollout.metadata.generation,
          JSON.stringify(rollout),
        );
        return rollout;
      },
      { seconds: 60 },
    );
  }

  /** Waits until the autoscaler of this name has looked at a workload of this kind, and is content with it. */
  async autoscalerFollows(kind: WorkloadKind, name: string) {
    return eventually(
      `The autoscaler ${name} following`,
      async () => {
        const output = await this.kubectl([
          ...['get', 'hpa', name, '--namespace', this.name, '--output', 'json'],
        ]);
        const { metadata, spec, status } = autoscalerSchema.parse(
          JSON.parse(output),
        );
        const isTrue = (type: string) =>
          status.conditions.some(
            condition => condition.type === type && condition.status === 'True',
          );
        assert(
          spec.scaleTargetRef.kind === kind &&
            status.observedGeneration === metadata.generation &&
            isTrue('AbleToScale') &&
            isTrue('ScalingActive') &&
            status.currentReplicas === status.desiredReplicas,
          output,
        );
        return status;
      },
      { seconds: 60 },
    );
  }

  kubectl(args: string[]): Promise<string> {
    return this.sandbox.kubectl(args);
  }

  /** Applies an object as administrator. */
  async apply(manifest: object): Promise<void> {
    await this.sandbox.apply(manifest);
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
      '--ignore-not-found',
    ]);
    await this.repository.remove();
  }

  private async readApplication() {
    return applicationSchema.parse(
      JSON.parse(
        await this.kubectl([
          ...['get', 'application', this.name, '--namespace', 'argocd'],
          ...['--output', 'json'],
        ]),
      ),
    );
  }
}
