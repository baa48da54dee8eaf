const listeners = new Set<() => void>();
let timer: number | undefined;

/**
 * Calls back every second, all listeners at once, so that however many times are shown, the page is drawn once.
 *
 * @returns what ends it
 */
export function everySecond(listener: () => void): () => void {
  // Each call is a listener of its own, though the function may be the same.
  const own = () => listener();
  listeners.add(own);
  timer ??= window.setInterval(
    () => [...listeners].forEach(each => each()),
    1000,
  );
  return () => {
    listeners.delete(own);
    if (listeners.size === 0) {
      window.clearInterval(timer);
      timer = undefined;
    }
  };
}
