import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { parseAllDocuments } from 'yaml';
import { z, ZodType } from 'zod/v4';
import { analysisRunObjectSchema } from '../objects/kinds/analysisRunObject';
import { deploymentObjectSchema } from '../objects/kinds/deploymentObject';
import { eventObjectSchema } from '../objects/kinds/eventObject';
import { experimentObjectSchema } from '../objects/kinds/experimentObject';
import { OwnedObjects, ownedObjects } from '../objects/ownedObjects';
import { podObjectSchema } from '../objects/kinds/podObject';
import { replicaSetObjectSchema } from '../objects/kinds/replicaSetObject';
import { rolloutObjectSchema } from '../objects/kinds/rolloutObject';
import { serviceObjectSchema } from '../objects/kinds/serviceObject';
import { workloadStatus } from '../status/workloadStatus';

const FIXTURES = resolve(__dirname, '../__fixtures__');

/** Shortly after everything that has happened in the scenarios. */
const NOW = new Date('2026-03-01T10:00:20Z');

const anyObject = z.object({ kind: z.string() }).passthrough();

type AnyObject = z.infer<typeof anyObject>;

/** The names of the scenarios that were written by hand. */
export function scenarios(): string[] {
  return readdirSync(FIXTURES)
    .filter(name => existsSync(resolve(FIXTURES, name, 'objects.yaml')))
    .sort();
}

/** The objects of a scenario, as an API server would give them. */
export function objectsOf(scenario: string): AnyObject[] {
  const path = resolve(FIXTURES, scenario, 'objects.yaml');
  return parseAllDocuments(readFileSync(path, 'utf8')).map(document =>
    anyObject.parse(document.toJS()),
  );
}

/** All that may be owned among objects, as far as it is read; `except` could not be read. */
export function ownedAmong(
  objects: AnyObject[],
  ...except: (keyof OwnedObjects)[]
): OwnedObjects {
  const all = <Schema extends ZodType>(
    part: keyof OwnedObjects,
    kind: string,
    schema: Schema,
  ): z.output<Schema>[] | undefined =>
    except.includes(part)
      ? undefined
      : objects
          .filter(each => each.kind === kind)
          .map(each => schema.parse(each));
  return ownedObjects({
    replicaSets: all('replicaSets', 'ReplicaSet', replicaSetObjectSchema),
    pods: all('pods', 'Pod', podObjectSchema),
    analysisRuns: all('analysisRuns', 'AnalysisRun', analysisRunObjectSchema),
    experiments: all('experiments', 'Experiment', experimentObjectSchema),
    services: all('services', 'Service', serviceObjectSchema),
    events: all('events', 'Event', eventObjectSchema),
  });
}

/** What is told of the Rollout or Deployment of a scenario, at a time. */
export function statusOf(scenario: string, now = NOW): RolloutStatus {
  return statusAmong(objectsOf(scenario), now);
}

/** What is told of the Rollout, or else the Deployment, among objects. */
export function statusAmong(
  objects: AnyObject[],
  now = NOW,
  ...except: (keyof OwnedObjects)[]
): RolloutStatus {
  const rollout = objects.find(({ kind }) => kind === 'Rollout');
  const deployment = objects.find(({ kind }) => kind === 'Deployment');
  return workloadStatus(
    rollout
      ? { kind: 'Rollout', object: rolloutObjectSchema.parse(rollout) }
      : {
          kind: 'Deployment',
          object: deploymentObjectSchema.parse(deployment),
        },
    ownedAmong(objects, ...except),
    { now },
  );
}
