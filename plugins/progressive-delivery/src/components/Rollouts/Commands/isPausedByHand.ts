import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** Whether `spec.paused` holds a workload, be it beside a pause of its steps. */
export function isPausedByHand({
  pauses,
}: Pick<RolloutStatus, 'pauses'>): boolean {
  return pauses.some(({ reason }) => reason === 'spec.paused');
}
