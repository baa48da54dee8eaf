import { UncheckedContent } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/**
 * What was gathered for the checks, or why it is not known. An empty list means that there is nothing; what could not be
 * read is never taken for that.
 */
export type Known<T> =
  | {
      state: 'known';
      value: T;
      /** What of it could not be read nevertheless, such as one object of a list. */
      gaps: UncheckedContent[];
    }
  | { state: 'unknown'; reasons: UncheckedContent[] };

export function known<T>(value: T, gaps: UncheckedContent[] = []): Known<T> {
  return { state: 'known', value, gaps };
}

export function unknown<T>(...reasons: UncheckedContent[]): Known<T> {
  return { state: 'unknown', reasons };
}

/** Goes on with what is known; what was missing stays missing. */
export function flatMapKnown<T, Result>(
  piece: Known<T>,
  map: (value: T) => Known<Result>,
): Known<Result> {
  if (piece.state === 'unknown') {
    return piece;
  }
  const mapped = map(piece.value);
  return mapped.state === 'known'
    ? { ...mapped, gaps: [...piece.gaps, ...mapped.gaps] }
    : mapped;
}

/** All lists in one; where one of them is not known, none of it is. */
export function together<T>(
  lists: Known<T[]>[],
  gaps: UncheckedContent[] = [],
): Known<T[]> {
  const reasons = lists.flatMap(list =>
    list.state === 'unknown' ? list.reasons : [],
  );
  if (reasons.length > 0) {
    return unknown(...reasons);
  }
  const all = lists.flatMap(list => (list.state === 'known' ? [list] : []));
  return known(
    all.flatMap(({ value }) => value),
    [...gaps, ...all.flatMap(each => each.gaps)],
  );
}
