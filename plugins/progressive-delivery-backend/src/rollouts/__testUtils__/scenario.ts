import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { deploymentObjectSchema } from '../deploymentObject';
import { deploymentStatus } from '../deploymentStatus';
import { podObjectSchema } from '../podObject';
import { replicaSetObjectSchema } from '../replicaSetObject';
import { rolloutObjectSchema } from '../rolloutObject';
import { rolloutStatus } from '../rolloutStatus';

const anyObject = z.object({ kind: z.string() }).passthrough();

/** The objects of a scenario, as an API server would give them. */
export function objectsOf(scenario: string): z.infer<typeof anyObject>[] {
  const path = resolve(__dirname, '../__fixtures__', scenario, 'objects.yaml');
  return parseAllDocuments(readFileSync(path, 'utf8')).map(document =>
    anyObject.parse(document.toJS()),
  );
}

/** What is told of the Rollout or Deployment of a scenario. */
export function statusOf(scenario: string): RolloutStatus {
  const objects = objectsOf(scenario);
  const all = (kind: string) => objects.filter(each => each.kind === kind);
  const owned = {
    replicaSets: all('ReplicaSet').map(each =>
      replicaSetObjectSchema.parse(each),
    ),
    pods: all('Pod').map(each => podObjectSchema.parse(each)),
  };
  const [rollout] = all('Rollout');
  return rollout
    ? rolloutStatus({ rollout: rolloutObjectSchema.parse(rollout), ...owned })
    : deploymentStatus({
        deployment: deploymentObjectSchema.parse(all('Deployment')[0]),
        ...owned,
      });
}
