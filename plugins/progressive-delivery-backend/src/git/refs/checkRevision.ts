import { InputError } from '@backstage/errors';
import { gitUnreadable } from '../../gitUnreadable';

/**
 * The rules of `git check-ref-format`, so that a revision is never an option or a pattern.
 *
 * @throws InputError where it could not be the name of anything
 */
export function checkRevision(revision: string): void {
  if (!isRevisionName(revision)) {
    throw gitUnreadable(
      { id: 'revisionInvalid', parameters: { revision } },
      InputError,
    );
  }
}

/** Whether Git could have a branch or tag of that name. */
export function isRevisionName(revision: string): boolean {
  return (
    // eslint-disable-next-line no-control-regex
    /^[^\s~^:?*[\\\x00-\x20\x7f-][^\s~^:?*[\\\x00-\x20\x7f]*$/.test(revision) &&
    !/\.\.|@\{|\/\/|\.lock(\/|$)|\/$|\.$/.test(revision)
  );
}
