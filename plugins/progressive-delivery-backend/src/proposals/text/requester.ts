import { inert } from '@progressive-delivery/engine';

const REQUESTED_BY = 'Requested-by';

/** The last line of a body, and a trailer of a commit. */
export function requestedByLine(entityRef: string): string {
  return `${REQUESTED_BY}: ${inert(entityRef)}`;
}

/**
 * Who asked for a pull request, as its body or its commit says. The last line counts: a title is somebody's own words. A
 * person may have edited a body, so that decides nothing.
 */
export function requesterOf(text: string): string | undefined {
  const lines = text.matchAll(
    new RegExp(`^${REQUESTED_BY}: (\\S+)\\s*$`, 'gm'),
  );
  return Array.from(lines).at(-1)?.[1];
}
