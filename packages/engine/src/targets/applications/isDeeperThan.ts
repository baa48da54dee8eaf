/** Whether JSON is nested deeper than so many levels; Kubernetes takes 10,000. Found without a call for each level. */
export function isDeeperThan(value: unknown, levels: number): boolean {
  let level = [value];
  for (let depth = 0; depth <= levels; depth++) {
    level = level.flatMap(each =>
      typeof each === 'object' && each !== null ? Object.values(each) : [],
    );
    if (level.length === 0) {
      return false;
    }
  }
  return true;
}
