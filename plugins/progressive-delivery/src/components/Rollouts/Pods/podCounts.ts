import { PodStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** How many pods are ready, which is without a `reason`, and how many are not for each reason; the most first. */
export function podCounts(
  pods: PodStatus[],
): { reason?: string; count: number }[] {
  const counts = new Map<string | undefined, number>();
  for (const { problem, ready, status } of pods) {
    const reason = ready ? undefined : problem?.reason ?? status;
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return Array.from(counts, ([reason, count]) => ({ reason, count })).sort(
    (one, other) => other.count - one.count,
  );
}
