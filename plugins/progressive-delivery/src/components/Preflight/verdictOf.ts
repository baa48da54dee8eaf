import { Preflight } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/**
 * What the checks say altogether.
 *
 * - `incomplete`: nothing was found, and not everything was looked at
 * - `clear`: everything was looked at, and nothing was found
 */
export type Verdict = 'block' | 'warn' | 'incomplete' | 'info' | 'clear';

export function verdictOf({
  findings,
  summary,
  unchecked,
}: Preflight): Verdict {
  const severities = findings.map(each => each.severity);
  if (severities.includes('block')) {
    return 'block';
  }
  if (severities.some(each => each === 'warn' || each === 'unknown')) {
    return 'warn';
  }
  if (
    summary.couldNotLook > 0 ||
    unchecked.length > 0 ||
    summary.looked === 0 ||
    // Of a later version, which cannot be read.
    (summary.found > 0 && findings.length === 0)
  ) {
    return 'incomplete';
  }
  return findings.length > 0 ? 'info' : 'clear';
}
