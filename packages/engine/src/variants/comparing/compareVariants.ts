import { FieldPath } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { groupOf, Manifest, workloadKind } from '../manifests/manifests';
import { PerVariants } from '../rendering/PerVariants';
import { RenderedVariants } from '../rendering/renderVariants';
import {
  compareManifests,
  ManifestChange,
  ManifestComparison,
} from './compareManifests';
import { compareObjects } from './compareObjects';

const NAME: FieldPath = ['metadata', 'name'];

/** A document that is not the same each time it is rendered. */
export interface UnstableDocument {
  document: Manifest;
  /** What differs; its name where that does. */
  paths: FieldPath[];
}

/** What two renderings of the same files differ in, by the documents of the first. */
type Unstable = ReadonlyMap<Manifest, FieldPath[]>;

export interface VariantComparison extends ManifestComparison {
  /** What differs by itself after the change, whatever the switch says. */
  unstable: UnstableDocument[];
}

const comparisons = PerVariants.create<VariantComparison>();

/**
 * Compares both variants; the same ones once. What differs between two renderings of one variant is no effect of the change: a document that
 * differs in nothing else is unchanged, and in others these fields are marked.
 */
export async function compareVariants(
  variants: RenderedVariants,
  call: { signal?: AbortSignal } = {},
): Promise<VariantComparison> {
  return comparisons.get(variants, () => compare(variants, call));
}

async function compare(
  { after, again, before }: RenderedVariants,
  call: { signal?: AbortSignal },
): Promise<VariantComparison> {
  const comparison = await compareManifests(before, after, call);
  if (!again) {
    return { ...comparison, unstable: [] };
  }
  const unstableBefore = await unstableIn(before, again.before, call);
  const unstableAfter = await unstableIn(after, again.after, call);
  const unchanged = [...comparison.unchanged];
  const changes: ManifestChange[] = [];
  for (const change of pairRenamed(comparison.changes, {
    before: unstableBefore,
    after: unstableAfter,
  })) {
    if (!('differences' in change)) {
      changes.push(change);
      continue;
    }
    const paths = [
      ...(unstableBefore.get(change.before) ?? []),
      ...(unstableAfter.get(change.after) ?? []),
    ].map(keyOf);
    const differences = change.differences.map(difference =>
      [difference.path, difference.movedFrom].some(
        path => path && isWithin(path, paths),
      )
        ? { ...difference, unstable: true }
        : difference,
    );
    if (
      change.change === 'changed' &&
      differences.every(({ unstable }) => unstable)
    ) {
      unchanged.push(change.after);
    } else {
      changes.push({ ...change, differences });
    }
  }
  return {
    unchanged,
    changes,
    unstable: Array.from(unstableAfter, ([document, paths]) => ({
      document,
      paths,
    })),
  };
}

async function unstableIn(
  first: Manifest[],
  second: Manifest[],
  call: { signal?: AbortSignal },
): Promise<Unstable> {
  const { changes } = await compareManifests(first, second, call);
  const unstable = new Map<Manifest, FieldPath[]>();
  for (const change of changes) {
    if ('differences' in change) {
      unstable.set(
        change.before,
        change.differences.map(({ path }) => path),
      );
    } else if (change.before) {
      // It is not there the second time: its name is another each time.
      unstable.set(change.before, [NAME]);
    }
  }
  return unstable;
}

/**
 * What is removed and what is added under another name is one document where its name is another each time: the next of
 * its kind.
 */
function pairRenamed(
  changes: readonly ManifestChange[],
  unstable: { before: Unstable; after: Unstable },
): ManifestChange[] {
  const renamed = (which: Unstable, document: Manifest | undefined) =>
    document !== undefined &&
    which.get(document)?.some(path => path === NAME) === true;
  const added = new Map<string, (ManifestChange & { change: 'added' })[]>();
  for (const change of changes) {
    if (change.change === 'added' && renamed(unstable.after, change.after)) {
      const key = kindKey(change.after);
      added.set(key, [...(added.get(key) ?? []), change]);
    }
  }
  const paired = new Set<ManifestChange>();
  const all = changes.map((change): ManifestChange => {
    if (
      change.change !== 'removed' ||
      !renamed(unstable.before, change.before)
    ) {
      return change;
    }
    const other = added.get(kindKey(change.before))?.shift();
    if (!other) {
      return change;
    }
    paired.add(other);
    const { before } = change;
    const { after } = other;
    const { after: aligned, differences } = compareObjects(before, after);
    return {
      change:
        workloadKind(before) === workloadKind(after)
          ? 'changed'
          : 'kind-changed',
      before,
      after,
      differences,
      aligned,
    };
  });
  return all.filter(change => !paired.has(change));
}

/** Deployments and Rollouts are alike. */
function kindKey(manifest: Manifest): string {
  return JSON.stringify([
    workloadKind(manifest) ? 'workload' : groupOf(manifest),
    workloadKind(manifest) ? '' : manifest.kind,
    manifest.metadata.namespace,
  ]);
}

function keyOf(path: FieldPath): string {
  return JSON.stringify(path);
}

function isWithin(path: FieldPath, unstable: readonly string[]): boolean {
  return path.some((_, index) =>
    unstable.includes(keyOf(path.slice(0, index + 1))),
  );
}
