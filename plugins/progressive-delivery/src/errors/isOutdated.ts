import { problemOf } from './problemOf';

/** What somebody saw and asked for is not there any more in that form: it has to be looked at again. */
const OUTDATED: ReadonlySet<string | undefined> = new Set([
  'switchChanged',
  'chartChanged',
  'chartRefused',
  'chartNotPreparable',
  'chartHasSwitch',
]);

/** Whether that is why the backend refuses something; another conflict, such as one at the Git host, is about something else. */
export function isOutdated(error: unknown): boolean {
  return OUTDATED.has(problemOf(error)?.id);
}
