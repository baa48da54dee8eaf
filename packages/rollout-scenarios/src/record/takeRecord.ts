import type { RolloutsCluster } from '@progressive-delivery/sandbox';
import { z } from 'zod/v4';
import { untilMet } from '../play/untilMet';
import { ROLLOUT } from '../play/rolloutManifest';
import type { Stage } from '../play/Stage';

/** What tells of a Rollout, and what `kubectl argo rollouts` reads beside that. */
const RESOURCES = [
  'rollouts.argoproj.io',
  'replicasets.apps',
  'pods',
  'analysisruns.argoproj.io',
  'experiments.argoproj.io',
  'services',
  'deployments.apps',
  'events',
];

const objectSchema = z
  .object({
    kind: z.string(),
    /** Of an Event, as the next two. */
    type: z.string().optional(),
    reason: z.string().optional(),
    involvedObject: z
      .object({ kind: z.string().optional() })
      .passthrough()
      .optional(),
    metadata: z
      .object({
        uid: z.string(),
        resourceVersion: z.string(),
        managedFields: z
          .array(z.object({ time: z.string().optional() }).passthrough())
          .optional(),
      })
      .passthrough(),
  })
  .passthrough();

const listSchema = z.object({ items: z.array(objectSchema) });

export type RecordedObject = z.output<typeof objectSchema>;

/** Objects, and what `kubectl argo rollouts get rollout` said of them. */
export interface ScenarioRecord {
  objects: RecordedObject[];
  text: string;
}

/**
 * Takes the objects of a scenario and what the plugin says of the very same: nothing that the plugin reads has changed
 * from before it was asked to after.
 */
export async function takeRecord(
  cluster: RolloutsCluster,
  stage: Stage,
): Promise<ScenarioRecord> {
  let record: ScenarioRecord | undefined;
  await untilMet('The objects stay as they are for a moment', async () => {
    const objects = await listObjects(cluster, stage.namespace);
    const text = await cluster.argoRollouts([
      ...['get', 'rollout', ROLLOUT, '--namespace', stage.namespace],
      '--no-color',
    ]);
    const unsettled = await stage.unsettled();
    const after = await listObjects(cluster, stage.namespace);
    record = { objects, text };
    return versions(objects) === versions(after)
      ? unsettled
      : ['they changed meanwhile', ...unsettled];
  });
  if (!record) {
    throw new Error(`Nothing was recorded in ${stage.namespace}`);
  }
  return record;
}

async function listObjects(
  cluster: RolloutsCluster,
  namespace: string,
): Promise<RecordedObject[]> {
  const list = await cluster.kubectl([
    ...['get', RESOURCES.join(), '--namespace', namespace],
    ...['--output', 'json', '--show-managed-fields'],
  ]);
  return listSchema.parse(JSON.parse(list)).items;
}

/** The plugin does not read Events, which are counted up all the time. */
function versions(objects: RecordedObject[]): string {
  return objects
    .filter(({ kind }) => kind !== 'Event')
    .map(({ metadata }) => `${metadata.uid} ${metadata.resourceVersion}`)
    .sort()
    .join('\n');
}
