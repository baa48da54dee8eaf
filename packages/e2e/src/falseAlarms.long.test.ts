import { EndpointRecorder } from '@progressive-delivery/sandbox';
import { z } from 'zod/v4';
import { SandboxClusters } from './harms/SandboxClusters';
import { RenderingScene } from './rendering/RenderingScene';

const NAMESPACE = 'rendering';

/**
 * Application and workload, of all that can be delivered: `patterns` has text for replicas, `kustomized` a Service in another
 * namespace than its pods, and of `hydrated` Argo CD waits for a hydrator that the sandbox does not have.
 */
const DELIVERED = [
  ['several-sources', 'several'],
  ['parameters', 'parameters'],
  ['overridden', 'shared'],
  ['fetched', 'fetched'],
  ['pulled', 'pulled'],
] as const;

const workloadsSchema = z.object({
  items: z.array(
    z.object({
      kind: z.string(),
      spec: z.object({ replicas: z.number().optional() }),
      status: z
        .object({
          phase: z.string().optional(),
          readyReplicas: z.number().optional(),
        })
        .optional(),
    }),
  ),
});

/*
 * What preflight blocks is a harm (`harms.long.test.ts`); here, what does no harm is not blocked.
 */
describe('What the sandbox switches without a dip is not blocked', () => {
  let scene: RenderingScene;

  beforeAll(async () => {
    scene = await RenderingScene.open();
    await scene.sandbox.kubectl(['create', 'namespace', NAMESPACE]);
  });
  afterAll(() => scene?.close());

  const workload = async (name: string) => {
    const { items } = workloadsSchema.parse(
      JSON.parse(
        await scene.sandbox.kubectl([
          ...['get', 'deployments.apps,rollouts.argoproj.io'],
          ...['--namespace', NAMESPACE, '--output', 'json'],
          ...['--field-selector', `metadata.name=${name}`],
        ]),
      ),
    );
    return items;
  };

  /** Resolves when it is of this kind, alone, and all its pods are ready. */
  const untilIs = (kind: string, name: string) =>
    scene.until(`${name} is a ${kind} alone, with all its pods`, async () => {
      const items = await workload(name);
      const [only] = items;
      const description = JSON.stringify(items);
      if (
        items.length !== 1 ||
        only.kind !== kind ||
        only.status?.readyReplicas !== (only.spec.replicas ?? 1) ||
        (kind === 'Rollout' && only.status?.phase !== 'Healthy')
      ) {
        throw new Error(description);
      }
    });

  it.each(DELIVERED)('%s', async (application, name) => {
    await scene.deliver(application);
    const clusters = new SandboxClusters(scene.sandbox);
    for (const [from, to] of [
      ['Deployment', 'Rollout'],
      ['Rollout', 'Deployment'],
    ]) {
      await scene.refresh(application);
      await scene.untilHealthy(application);
      await untilIs(from, name);
      const target = scene.ours.targetOf(await scene.application(application));
      const { switches } = await scene.ours.render(target);
      const [{ edit, id }] = switches;
      if (!edit) {
        throw new Error(`${application} has a switch that nothing edits`);
      }
      const { findings } = await scene.ours.preflight(
        target,
        { switch: id, enabled: to === 'Rollout' },
        clusters,
      );
      const [{ spec }] = await workload(name);
      const endpoints = await EndpointRecorder.start({
        sandbox: scene.sandbox,
        namespace: NAMESPACE,
        service: name,
      });
      try {
        await scene.ours.commit(edit, edit.branch);
        await scene.refresh(application);
        await untilIs(to, name);
        await scene.untilSynced(application);
        expect({
          fewest: endpoints.range().fewest,
          blocking: findings
            .filter(({ severity }) => severity === 'block')
            .map(({ id: check, seen }) => `${check}: ${seen}`),
        }).toEqual({ fewest: spec.replicas, blocking: [] });
      } finally {
        endpoints.stop();
      }
    }
  });
});
