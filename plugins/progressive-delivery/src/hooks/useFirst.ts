import { useCallback, useState } from 'react';

/**
 * The first so many of a list, and more of them each time they are asked for: a page holds only so much.
 *
 * @param options.of - what the list is of: of another one, only the first are shown again
 */
export function useFirst<T>(
  all: readonly T[],
  { first, of, step }: { first: number; step: number; of?: string },
): { shown: readonly T[]; more: number; showMore: () => void } {
  const [asked, setAsked] = useState({ of, count: first });
  const count = asked.of === of ? asked.count : first;
  const showMore = useCallback(
    () =>
      setAsked(last => ({
        of,
        count: (last.of === of ? last.count : first) + step,
      })),
    [first, of, step],
  );
  return {
    shown: all.length > count ? all.slice(0, count) : all,
    more: Math.max(0, all.length - count),
    showMore,
  };
}
