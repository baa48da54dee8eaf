/** Orders what goes by now before what is of earlier times, and later before earlier. */
export function latestFirst<T extends { name: string; current: boolean }>(
  createdAt: (status: T) => string | undefined,
): (one: T, other: T) => number {
  return (one, other) => {
    if (one.current !== other.current) {
      return one.current ? -1 : 1;
    }
    const times = [createdAt(one) ?? '', createdAt(other) ?? ''];
    if (times[0] !== times[1]) {
      return times[0] > times[1] ? -1 : 1;
    }
    return one.name < other.name ? -1 : 1;
  };
}
