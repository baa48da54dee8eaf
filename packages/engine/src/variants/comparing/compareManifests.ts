import { FieldDifference } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { TimeSlices } from '../../processes/TimeSlices';
import { compareObjects } from './compareObjects';
import {
  groupOf,
  Manifest,
  referenceTo,
  workloadKind,
} from '../manifests/manifests';

/** A rendered document that differs, with both of its sides as they were rendered. */
export type ManifestChange =
  | { change: 'added'; before?: undefined; after: Manifest }
  | { change: 'removed'; before: Manifest; after?: undefined }
  | {
      change: 'changed' | 'kind-changed';
      before: Manifest;
      after: Manifest;
      differences: FieldDifference[];
      /** The second one, written as the first one is wherever that means the same. */
      aligned: unknown;
    };

export interface ManifestComparison {
  /** Documents that are the same, as they are after the change. */
  unchanged: Manifest[];
  /** Those whose kind changes first, then changed, added and removed. */
  changes: ManifestChange[];
}

const ORDER: ManifestChange['change'][] = [
  'kind-changed',
  'changed',
  'added',
  'removed',
];

/**
 * Pairs the documents of two renderings by what they are: a Deployment and a Rollout of one name are the same workload.
 * Others have their turn between documents.
 */
export async function compareManifests(
  before: Manifest[],
  after: Manifest[],
  { signal }: { signal?: AbortSignal } = {},
): Promise<ManifestComparison> {
  const slices = TimeSlices.create();
  const changes: ManifestChange[] = [];
  const unchanged: Manifest[] = [];
  for (const [old, current] of pairs(before, after)) {
    if (old === undefined) {
      changes.push({ change: 'added', after: current });
    } else if (current === undefined) {
      changes.push({ change: 'removed', before: old });
    } else if (old === current) {
      unchanged.push(current);
    } else {
      await slices.next(signal);
      const { after: aligned, differences } = compareObjects(old, current);
      const both = { before: old, after: current, differences, aligned };
      if (workloadKind(old) !== workloadKind(current)) {
        changes.push({ change: 'kind-changed', ...both });
      } else if (differences.length > 0) {
        changes.push({ change: 'changed', ...both });
      } else {
        unchanged.push(current);
      }
    }
  }
  return {
    unchanged,
    changes: changes.sort(
      (a, b) => ORDER.indexOf(a.change) - ORDER.indexOf(b.change),
    ),
  };
}

type Pair = [Manifest, Manifest | undefined] | [undefined, Manifest];

/** First what is the same object; then, of what is left, a Deployment and a Rollout of one name. */
function pairs(before: Manifest[], after: Manifest[]): Pair[] {
  const remaining = keyed(after, exactKey);
  const paired: Pair[] = [];
  const gone: Manifest[] = [];
  for (const [key, old] of keyed(before, exactKey)) {
    const current = remaining.get(key);
    if (current) {
      remaining.delete(key);
      paired.push([old, current]);
    } else {
      gone.push(old);
    }
  }
  const come = Array.from(remaining.values());
  const workloads = keyed(come.filter(workloadKind), nameKey);
  const switched = new Set<Manifest>();
  for (const old of gone) {
    const key = nameKey(old);
    const current = workloadKind(old) ? workloads.get(key) : undefined;
    if (current) {
      workloads.delete(key);
      switched.add(current);
    }
    paired.push([old, current]);
  }
  return [
    ...paired,
    ...come
      .filter(manifest => !switched.has(manifest))
      .map((manifest): Pair => [undefined, manifest]),
  ];
}

/** By what they are called; a second one of a name within a rendering has a key of its own. */
function keyed(
  manifests: Manifest[],
  keyOf: (manifest: Manifest) => string,
): Map<string, Manifest> {
  const byKey = new Map<string, Manifest>();
  const copies = new Map<string, number>();
  for (const manifest of manifests) {
    const key = keyOf(manifest);
    const copy = (copies.get(key) ?? 0) + 1;
    copies.set(key, copy);
    byKey.set(copy === 1 ? key : `${key} #${copy}`, manifest);
  }
  return byKey;
}

function exactKey(manifest: Manifest): string {
  return `${groupOf(manifest)}/${manifest.kind} ${nameKey(manifest)}`;
}

function nameKey(manifest: Manifest): string {
  const { name, namespace } = referenceTo(manifest);
  return JSON.stringify([namespace, name]);
}
