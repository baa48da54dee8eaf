import { KubernetesClient } from '../cluster/KubernetesClient';
import { listPages } from '../cluster/listPages';
import { workloadPaths } from '../cluster/paths';

// A process that does nothing else: lists a namespace's Rollouts, ReplicaSets and pods, one kind after the other.
const [url, token, caData, namespace] = process.argv.slice(2);
const client = KubernetesClient.create({ url, token, caData });

async function list() {
  const started = performance.now();
  let bytes = 0;
  let objects = 0;
  for (const path of workloadPaths(namespace)) {
    const listed = await listPages(client, path);
    bytes += listed.bytes;
    objects += listed.objects;
  }
  return { milliseconds: performance.now() - started, bytes, objects };
}

list()
  .then(result => process.send?.(result))
  .finally(() => client.close());
