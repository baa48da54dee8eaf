/** How many objects of a kind are kept of a namespace, and by which time the latest are told. */
export interface Latest<T> {
  most: number;
  /** ISO 8601; absent where it is not known, which counts as the oldest. */
  at: (object: T) => string | undefined;
}

/** Those that are kept, in the order in which they were given. */
export function latestOf<T>(objects: T[], { at, most }: Latest<T>): T[] {
  if (objects.length <= most) {
    return objects;
  }
  const kept = new Set(
    objects
      .map(object => ({ object, time: at(object) ?? '' }))
      .sort((a, b) => (a.time < b.time ? 1 : Number(a.time > b.time) * -1))
      .slice(0, most)
      .map(({ object }) => object),
  );
  return objects.filter(object => kept.has(object));
}
