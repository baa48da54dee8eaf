import {
  ChartsResponse,
  DeliveryChart,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** While a pull request prepares a chart, until what it changes runs; also after a failure. */
export const UNDERWAY_INTERVAL_MILLISECONDS = 10_000;
const QUIET_INTERVAL_MILLISECONDS = 60_000;

/**
 * Milliseconds until the charts of a target are asked for again: soon, too, where the Git host did not answer. A pull request
 * stays merged long after it is live.
 */
export function chartsInterval({
  charts,
}: Pick<ChartsResponse, 'charts'>): number {
  return charts.some(isUnderway)
    ? UNDERWAY_INTERVAL_MILLISECONDS
    : QUIET_INTERVAL_MILLISECONDS;
}

function isUnderway({
  proposal,
  proposalUnknown,
  pruneLast,
  switches,
}: DeliveryChart): boolean {
  if (proposalUnknown) {
    return true;
  }
  switch (proposal?.state) {
    case 'open':
      return true;
    case 'merged':
      return (
        switches.length === 0 ||
        (pruneLast !== undefined && pruneLast.state !== 'live')
      );
    default:
      return false;
  }
}
