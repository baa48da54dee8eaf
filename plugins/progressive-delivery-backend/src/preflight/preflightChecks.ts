import { pruneLastLive } from './checks/application/pruneLastLive';
import { rolloutsCrd } from './checks/cluster/rolloutsCrd';
import { PreflightCheck } from './checks/preflightCheck';
import { scalersFollow } from './checks/rendered/scalersFollow';

/** All checks of our own: first what prevents an outage, in the order in which people are shown what blocks. */
export const preflightChecks: readonly PreflightCheck[] = [
  pruneLastLive,
  rolloutsCrd,
  scalersFollow,
];
