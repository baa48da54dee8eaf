import { isDeepStrictEqual } from 'node:util';
import {
  DocumentChange,
  ObjectReference,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { createTwoFilesPatch } from 'diff';
import { CORE_SCHEMA, dump } from 'js-yaml';
import { groupOf, Manifest, referenceTo, workloadKind } from './manifests';
import { maskSecrets } from './maskSecrets';

/** A rendered document that differs, with both of its sides as they were rendered. */
export interface ManifestChange {
  change: DocumentChange['change'];
  before?: Manifest;
  after?: Manifest;
}

export interface ManifestComparison {
  /** Number of documents that are the same. */
  unchanged: number;
  /** Those whose kind changes first, then changed, added and removed. */
  changes: ManifestChange[];
}

const ORDER: DocumentChange['change'][] = [
  'kind-changed',
  'changed',
  'added',
  'removed',
];

/**
 * Pairs the documents of two renderings by what they are: a Deployment and a Rollout of one name are the same workload.
 */
export function compareManifests(
  before: Manifest[],
  after: Manifest[],
): ManifestComparison {
  const remaining = keyed(after);
  const changes: ManifestChange[] = [];
  let unchanged = 0;
  for (const [key, old] of keyed(before)) {
    const current = remaining.get(key);
    remaining.delete(key);
    if (!current) {
      changes.push({ change: 'removed', before: old });
    } else if (workloadKind(old) !== workloadKind(current)) {
      changes.push({ change: 'kind-changed', before: old, after: current });
    } else if (isDeepStrictEqual(old, current)) {
      unchanged++;
    } else {
      changes.push({ change: 'changed', before: old, after: current });
    }
  }
  for (const added of remaining.values()) {
    changes.push({ change: 'added', after: added });
  }
  return {
    unchanged,
    changes: changes.sort(
      (a, b) => ORDER.indexOf(a.change) - ORDER.indexOf(b.change),
    ),
  };
}

/** A change as people are shown it. */
export function toDocumentChange({
  change,
  before,
  after,
}: ManifestChange): DocumentChange {
  const [old, current] = maskSecrets(before, after);
  return {
    change,
    before: before && referenceTo(before),
    after: after && referenceTo(after),
    patch: createTwoFilesPatch(
      before ? `a/${title(referenceTo(before))}` : '/dev/null',
      after ? `b/${title(referenceTo(after))}` : '/dev/null',
      old ? toYaml(old) : '',
      current ? toYaml(current) : '',
      undefined,
      undefined,
      { context: 3 },
    ).replace(/^=+\n/, ''),
  };
}

/** What is the same object in both renderings has the same key; a second one of a name within a rendering, its own. */
function keyed(manifests: Manifest[]): Map<string, Manifest> {
  const byKey = new Map<string, Manifest>();
  for (const manifest of manifests) {
    const { name, namespace = '' } = referenceTo(manifest);
    const what = workloadKind(manifest)
      ? 'workload'
      : `${groupOf(manifest)}/${manifest.kind}`;
    const key = [what, namespace, name].join(' ');
    let free = key;
    for (let copy = 2; byKey.has(free); copy++) {
      free = `${key} #${copy}`;
    }
    byKey.set(free, manifest);
  }
  return byKey;
}

function title({ kind, namespace, name }: ObjectReference): string {
  return namespace ? `${kind} ${namespace}/${name}` : `${kind} ${name}`;
}

function toYaml(manifest: Manifest): string {
  return dump(manifest, {
    schema: CORE_SCHEMA,
    sortKeys: true,
    lineWidth: -1,
    noRefs: true,
  });
}
