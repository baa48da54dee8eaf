import { FieldDifference } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { patchRows } from './patchRows';
import { YamlPlaces } from './YamlPlaces';

/** Where the fields are that differ each time a chart is rendered. */
export interface UnstableLines {
  /** By their numbers in each of the two documents. */
  before: ReadonlySet<number>;
  after: ReadonlySet<number>;
  /** The fields of which not all lines are known. */
  elsewhere: FieldDifference[];
}

/**
 * The lines of a unified diff that belong to unstable fields alone. Lines that are left out may have told that a line
 * belongs to one: where it may as well be another field's, it is not among these.
 */
export function unstableLines(
  patch: string,
  differences: readonly FieldDifference[],
): UnstableLines {
  const unstable = differences.filter(each => each.unstable);
  const stable = differences.filter(each => !each.unstable);
  const lines = { before: new Set<number>(), after: new Set<number>() };
  const found = {
    before: new Set<FieldDifference>(),
    after: new Set<FieldDifference>(),
  };
  const places = { before: new YamlPlaces(), after: new YamlPlaces() };
  const rows = unstable.length > 0 ? patchRows(patch) : [];
  for (const row of rows) {
    switch (row.kind) {
      case 'gap':
        places.before.skip();
        places.after.skip();
        break;
      case 'note':
        break;
      case 'same':
      case 'change':
        for (const side of ['before', 'after'] as const) {
          const line = row[side];
          if (line) {
            places[side].next(line);
          }
          if (line && row.kind === 'change') {
            const mayOwn = (each: FieldDifference) =>
              places[side].mayBeIn(pathOf(each, side));
            const owners = unstable.filter(mayOwn);
            if (owners.length > 0 && !stable.some(mayOwn)) {
              lines[side].add(line.number);
              owners.forEach(each => found[side].add(each));
            }
          }
        }
        break;
      default:
        row satisfies never;
    }
  }
  return {
    ...lines,
    elsewhere: unstable.filter(
      each =>
        (each.change !== 'added' && !found.before.has(each)) ||
        (each.change !== 'removed' && !found.after.has(each)),
    ),
  };
}

function pathOf(
  { movedFrom, path }: FieldDifference,
  side: 'before' | 'after',
): FieldDifference['path'] {
  return side === 'before' ? movedFrom ?? path : path;
}
