import { act } from '@testing-library/react';

/** Those that are watched; nothing is in sight in a test unless it says so. */
let watching = new Map<IntersectionObserver, IntersectionObserverCallback>();
let original: typeof IntersectionObserver;

class TestIntersectionObserver implements IntersectionObserver {
  readonly root = null;
  readonly rootMargin = '';
  readonly thresholds = [];

  constructor(private readonly callback: IntersectionObserverCallback) {}

  observe() {
    watching.set(this, this.callback);
  }
  unobserve() {
    watching.delete(this);
  }
  disconnect() {
    watching.delete(this);
  }
  takeRecords() {
    return [];
  }
}

/** jsdom lays nothing out, and has no IntersectionObserver. */
export function watchSight() {
  watching = new Map();
  original = global.IntersectionObserver;
  global.IntersectionObserver = TestIntersectionObserver;
}

export function stopWatching() {
  global.IntersectionObserver = original;
}

/** Scrolls to all that is watched; answers how much that is. */
export async function scrollThere(): Promise<number> {
  const now = Array.from(watching);
  await act(async () => {
    for (const [observer, callback] of now) {
      callback(
        [{ isIntersecting: true } as IntersectionObserverEntry],
        observer,
      );
    }
  });
  return now.length;
}
