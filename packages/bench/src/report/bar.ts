/** What a value has to be. */
export type Bar =
  | { atMost: number }
  | { atLeast: number }
  | { exactly: number };

/** Whether a value is what it has to be; one that is no number never is. */
export function holds(value: number, bar: Bar): boolean {
  if ('atMost' in bar) {
    return value <= bar.atMost;
  }
  return 'atLeast' in bar ? value >= bar.atLeast : value === bar.exactly;
}

/** As it is printed: `<= 2`, `>= 2` or `= 2`. */
export function describeBar(bar: Bar): string {
  if ('atMost' in bar) {
    return `<= ${bar.atMost}`;
  }
  return 'atLeast' in bar ? `>= ${bar.atLeast}` : `= ${bar.exactly}`;
}
