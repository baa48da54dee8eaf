import { valuesOf } from './fields';
import { bytesOf } from './ManifestReader';
import { Manifest } from './manifests';

/** Bytes of what an API server takes at most, and values that are compared and shown within some 100 ms. */
const MOST_BYTES = 3 * 1024 * 1024;
const MOST_VALUES = 50_000;

/** Whether a document is one that no API server takes, or too many values for anybody to look through. */
export function isLarge(manifest: Manifest): boolean {
  if (bytesOf([manifest]) > MOST_BYTES) {
    return true;
  }
  const pending: unknown[] = [manifest];
  for (let at = 0; at < pending.length; at++) {
    const values = valuesOf(pending[at]);
    if (pending.length + values.length > MOST_VALUES) {
      return true;
    }
    pending.push(...values);
  }
  return false;
}
