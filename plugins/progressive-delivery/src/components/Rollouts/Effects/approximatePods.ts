/**
 * How many pods of a canary come closest to a weight in percent: at least one as soon as it gets any, and not all of several
 * before it gets everything (`approximateWeightedCanaryStableReplicaCounts`, argo-rollouts v1.10
 * utils/replicaset/canary.go, which also counts with one more pod where maxSurge allows it).
 */
export function approximatePods(desired: number, weight: number): number {
  if (weight <= 0) {
    return 0;
  }
  if (weight >= 100 || desired <= 1) {
    return desired;
  }
  const closest = Math.round((desired * weight) / 100);
  return Math.min(Math.max(closest, 1), desired - 1);
}
