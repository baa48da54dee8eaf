import { useCallback, useState } from 'react';

/** The first so many of a list, and more of them each time they are asked for: a page holds only so much. */
export function useFirst<T>(
  all: readonly T[],
  { first, step }: { first: number; step: number },
): { shown: readonly T[]; more: number; showMore: () => void } {
  const [count, setCount] = useState(first);
  const showMore = useCallback(() => setCount(last => last + step), [step]);
  return {
    shown: all.length > count ? all.slice(0, count) : all,
    more: Math.max(0, all.length - count),
    showMore,
  };
}
