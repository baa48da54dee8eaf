import { z } from 'zod/v4';
import { KubernetesClient } from './KubernetesClient';
import { paths } from './paths';
import {
  revisionObjects,
  RevisionOptions,
  rolloutObject,
  Written,
} from './rolloutObjects';

/** Rollouts that are written at the same time. */
const CONCURRENCY = 16;
const identitySchema = z.object({
  metadata: z.object({ uid: z.string(), name: z.string() }),
});

export interface WriteRolloutsOptions {
  client: KubernetesClient;
  namespace: string;
  names: string[];
  /** Newest first: the canary, the stable one, and old ones. */
  revisions: RevisionOptions[];
  onProgress?: (written: number) => void;
}

/** Writes Rollouts with all that they own, as their controllers would have left them. */
export async function writeRollouts(
  options: WriteRolloutsOptions,
): Promise<void> {
  const { names, onProgress } = options;
  const waiting = names.slice();
  let written = 0;
  const work = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      await writeRollout(options, name);
      written++;
      onProgress?.(written);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
}

async function writeRollout(
  { client, namespace, revisions }: WriteRolloutsOptions,
  name: string,
): Promise<void> {
  const write = async (path: string, { object, status }: Written) => {
    const { uid, name: created } = await identityOf(
      client.create(path, object),
    );
    await client.patchStatus(`${path}/${created}`, status);
    return uid;
  };
  const uid = await write(
    paths.rollouts(namespace),
    rolloutObject(namespace, name, revisions),
  );
  for (const revision of revisions) {
    const { replicaSet, podsOf } = revisionObjects(
      { namespace, name, uid },
      revision,
    );
    const owner = await write(paths.replicaSets(namespace), replicaSet);
    for (const pod of podsOf(owner)) {
      await write(paths.pods(namespace), pod);
    }
  }
}

async function identityOf(
  created: Promise<string>,
): Promise<{ uid: string; name: string }> {
  return identitySchema.parse(JSON.parse(await created)).metadata;
}
