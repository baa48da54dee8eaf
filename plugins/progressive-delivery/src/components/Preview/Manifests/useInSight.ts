import { RefObject, useEffect, useRef } from 'react';

/**
 * Calls back when an element comes into sight, and as long as it is in sight, each time that one of these is another one.
 *
 * @param onInSight - memoized by the caller; absent where nothing is to be done
 * @param left - what is left to be done
 */
export function useInSight<T extends Element>(
  onInSight: (() => void) | undefined,
  left: number,
): RefObject<T> {
  const ref = useRef<T>(null);
  useEffect(() => {
    if (!ref.current || !onInSight) {
      return undefined;
    }
    const observer = new IntersectionObserver(entries => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) {
        onInSight();
      }
    });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [onInSight, left]);
  return ref;
}
