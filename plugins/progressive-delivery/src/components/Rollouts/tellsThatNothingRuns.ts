import {
  Problem,
  RolloutsResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

const NOTHING: ReadonlySet<Problem['id']> = new Set([
  'applicationEmpty',
  'overlayEmpty',
  'nothingOfApplication',
  'nothingOfOverlay',
]);

/** Whether all was read, and none of it is there: what its problems say is then what is missing, not what is unknown. */
export function tellsThatNothingRuns({
  problems,
}: Pick<RolloutsResponse, 'problems'>): boolean {
  return problems.length > 0 && problems.every(({ id }) => NOTHING.has(id));
}
