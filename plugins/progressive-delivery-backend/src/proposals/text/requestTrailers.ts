import { inert } from '@progressive-delivery/engine';
import { CoAuthor } from './CoAuthor';
import { requestedByLine } from './requester';

/** The lines of a commit's message that say who asked for it. */
export function requestTrailers({
  coAuthor,
  requestedBy,
}: {
  requestedBy: string;
  coAuthor?: CoAuthor;
}): string[] {
  return [
    requestedByLine(requestedBy),
    ...(coAuthor
      ? [`Co-authored-by: ${inert(coAuthor.name)} <${coAuthor.email}>`]
      : []),
  ];
}
