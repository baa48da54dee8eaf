import {
  AdoptionObstacle,
  AdoptionValues,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { isMapping } from '../../../yaml';
import { obstacle } from '../../texts/AdoptionText';
import { differences, FieldPath, valueAt, writePath } from './differences';
import { pairObjects } from './pairObjects';
import { nameOf, RenderedObject } from './RenderedObject';

const SYNC_OPTIONS = 'argocd.argoproj.io/sync-options';

/** Two renderings with the same values. */
export interface RenderedPair {
  before: readonly RenderedObject[];
  after: readonly RenderedObject[];
  values: AdoptionValues;
  /** Whether an object is a workload that gets the switch. */
  isAdopted: (object: RenderedObject) => boolean;
  /** Whether a field of an object is different each time it is rendered. */
  varies: (object: RenderedObject, path: FieldPath) => boolean;
}

/**
 * What a chart renders with the switch off, beside what it rendered before: the same, but for the annotation of the
 * workloads, and `replicas` where that was left out.
 */
export function compareOff(pair: RenderedPair): AdoptionObstacle[] {
  const { after, before, isAdopted, values, varies } = pair;
  const paired = pairObjects(before, after);
  if (paired.state === 'unpaired') {
    const { object } = paired;
    return [obstacle('changedWhenOff', { object, path: 'kind', values })];
  }
  return paired.pairs.flatMap(([object, now]) => {
    const adopted = isAdopted(object);
    const changed = differences(object.content, now.content).filter(
      path =>
        !varies(object, path) &&
        !(adopted && isExpected(path, object.content, now.content)),
    );
    if (
      adopted &&
      syncOptionsOf(object) !== undefined &&
      (lacksPruneLast(now) || syncOptionsOf(now) !== syncOptionsOf(object))
    ) {
      return [
        obstacle('syncOptionsInValues', { object: nameOf(object), values }),
      ];
    }
    const lacks =
      adopted && lacksPruneLast(now)
        ? [['metadata', 'annotations', SYNC_OPTIONS]]
        : [];
    return [...changed, ...lacks].map(path =>
      obstacle('changedWhenOff', {
        object: nameOf(object),
        path: writePath(path),
        values,
      }),
    );
  });
}

/** What an object tells Argo CD of how it is synchronized. */
export function syncOptionsOf({ content }: RenderedObject): unknown {
  return valueAt(content, ['metadata', 'annotations', SYNC_OPTIONS]);
}

/** Whether Argo CD would prune an object before the others are healthy. */
export function lacksPruneLast(object: RenderedObject): boolean {
  return !String(syncOptionsOf(object))
    .split(',')
    .map(option => option.trim())
    .includes('PruneLast=true');
}

function isExpected(
  path: FieldPath,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): boolean {
  const now = valueAt(after, path);
  switch (path.join('.')) {
    case 'spec.replicas':
      return valueAt(before, path) === undefined && Number.isInteger(now);
    case 'metadata.annotations':
      return (
        (valueAt(before, path) ?? null) === null &&
        isMapping(now) &&
        Object.keys(now).join() === SYNC_OPTIONS
      );
    case `metadata.annotations.${SYNC_OPTIONS}`:
      return valueAt(before, path) === undefined;
    default:
      return false;
  }
}
