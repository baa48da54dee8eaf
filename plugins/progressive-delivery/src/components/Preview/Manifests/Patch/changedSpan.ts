import { splitAtHiddenValues } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Span } from '../../../Yaml/YamlLine';

/** So much of the shorter line is the same in both, or they have little to do with each other. */
const LEAST_IN_COMMON = 0.5;

/**
 * What of a line differs from the line that took its place, in whole words: all between what both begin and end with.
 * Absent of lines that are not alike, and of those that hide something, since what stands for it is no text to compare.
 */
export function changedSpan(
  before: string,
  after: string,
): { before: Span; after: Span } | undefined {
  if ([before, after].some(text => splitAtHiddenValues(text).length > 1)) {
    return undefined;
  }
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) {
    start++;
  }
  let end = 0;
  while (
    end < shorter - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end++;
  }
  const inCommon = before.slice(0, start).trimStart().length + end;
  const content = Math.min(before.trim().length, after.trim().length);
  if (inCommon === 0 || inCommon < content * LEAST_IN_COMMON) {
    return undefined;
  }
  while (start > 0 && isWord(before[start - 1])) {
    start--;
  }
  while (end > 0 && isWord(before[before.length - end])) {
    end--;
  }
  return {
    before: [start, before.length - end],
    after: [start, after.length - end],
  };
}

function isWord(character: string): boolean {
  return /\w/.test(character);
}
