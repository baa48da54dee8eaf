import { inert } from './inert';

const REQUESTED_BY = 'Requested-by';

/** The last line of a body, and a trailer of a commit. */
export function requestedByLine(entityRef: string): string {
  return `${REQUESTED_BY}: ${inert(entityRef)}`;
}

/** Who asked for a pull request, as its body says; a person may have edited it, so it decides nothing. */
export function requesterOf(body: string): string | undefined {
  return body.match(new RegExp(`^${REQUESTED_BY}: (\\S+)\\s*$`, 'm'))?.[1];
}
