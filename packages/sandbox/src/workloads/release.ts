import { createHash } from 'node:crypto';
import { editScalar, hasScalar } from './editScalar';
import type { Workload } from './workloads';

/** Puts a new image into an overlay's values: its tag, and where they pin a digest, one of that tag's own. */
export function release(
  values: string,
  workload: Workload,
  tag: string,
): string {
  const tagged = editScalar(values, workload.imageTag, tag);
  if (!hasScalar(tagged, workload.imageDigest)) {
    return tagged;
  }
  const digest = createHash('sha256')
    .update(`${workload.name}:${tag}`)
    .digest('hex');
  return editScalar(tagged, workload.imageDigest, `sha256:${digest}`);
}
