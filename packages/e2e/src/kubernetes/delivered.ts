import { eventually, type Sandbox } from '@progressive-delivery/sandbox';
import { z } from 'zod/v4';

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
      kind: z.string(),
      metadata: z.object({
        name: z.string(),
        annotations: z.record(z.string(), z.string()).default({}),
      }),
    }),
  ),
});

/** A Deployment or a Rollout. */
export type Workload = z.infer<typeof workloadsSchema>['items'][number];

/** Resolves when the workloads of an Application are as wanted, and Argo CD has nothing left to do. */
export async function untilDelivered(
  sandbox: Sandbox,
  application: string,
  isAsWanted: (workload: Workload) => boolean,
): Promise<void> {
  const read = async (namespace: string, ...what: string[]) =>
    JSON.parse(
      await sandbox.kubectl([
        ...['get', ...what, '--namespace', namespace, '--output', 'json'],
      ]),
    );
  await eventually(`${application} is delivered`, async () => {
    const { items } = workloadsSchema.parse(
      await read(application, 'deployments.apps,rollouts.argoproj.io'),
    );
    const { status } = applicationSchema.parse(
      await read('argocd', 'applications.argoproj.io', application),
    );
    const said = [
      status.sync.status,
      status.health.status,
      status.operationState.phase,
    ].join();
    if (!items.every(isAsWanted) || said !== 'Synced,Healthy,Succeeded') {
      const kinds = items.map(
        ({ kind, metadata }) => `${kind} ${metadata.name}`,
      );
      throw new Error(`There are ${kinds.join()}; ${said}`);
    }
  });
}
