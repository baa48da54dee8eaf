/** The smallest value that so large a part of all values is not above; `NaN` of none. */
export function percentile(values: number[], part: number): number {
  const sorted = values.slice().sort((one, other) => one - other);
  return sorted.at(Math.max(0, Math.ceil(sorted.length * part) - 1)) ?? NaN;
}

export function median(values: number[]): number {
  return percentile(values, 0.5);
}
