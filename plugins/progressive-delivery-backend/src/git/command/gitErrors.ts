import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { GitError } from './GitCommand';

/** Whether a command that contacted the remote failed because of what is on our own disk, in the store's directory. */
export function looksCorrupt({ stderr }: GitError, directory: string): boolean {
  const said = stderr.replace(/(^|; )remote: [^;]*/g, '');
  // A connection that breaks leaves half a pack, and nothing wrong here.
  if (/early EOF|unexpected disconnect|RPC failed/i.test(said)) {
    return false;
  }
  if (said.includes(`${directory}/`)) {
    return true;
  }
  return /cannot lock ref|reference broken|cannot read existing object|object [0-9a-f]{40,64} not found|index-pack failed|not a git repository|bad config|bad object|bad tree|corrupt|unable to read (?!askpass)|loose object|\.lock': File exists|may have crashed in this repository|did not send all necessary objects|missing (blob|tree|commit)|unresolved delta|invalid index-pack|bad shallow|shallow file has changed|packfile .* (cannot be|could not)/i.test(
    said,
  );
}

/** What a person needs to know where a remote could not be read. */
export function remoteError(error: GitError, url: string): Error {
  if (error.reason.kind === 'spawn') {
    return error;
  }
  const { stderr, reason } = error;
  if (reason.kind === 'timeout') {
    return new ServiceUnavailableError(
      `Repository ${url} did not answer within ${reason.milliseconds / 1000} s`,
    );
  }
  if (
    /could not read (Username|Password)|Authentication failed/i.test(stderr)
  ) {
    return new NotAllowedError(
      `Repository ${url} cannot be read with the credentials of its integration: it may not exist, or they may not read it (git said: ${stderr})`,
    );
  }
  if (/error: 403|Forbidden|access denied/i.test(stderr)) {
    return new NotAllowedError(
      `Repository ${url} may not be used with the credentials of its integration (git said: ${stderr})`,
    );
  }
  if (
    /not our ref|couldn't find remote ref|unadvertised object/i.test(stderr)
  ) {
    return new NotFoundError(
      `Repository ${url} does not have that commit (git said: ${stderr})`,
    );
  }
  if (/not found|error: 404|does not appear to be a git/i.test(stderr)) {
    return new NotFoundError(
      `Repository ${url} was not found, or the credentials of its integration may not read it (git said: ${stderr})`,
    );
  }
  if (/unable to update url base from redirection|error: 30\d/i.test(stderr)) {
    return new NotAllowedError(
      `Repository ${url} answers with a redirect, which is not followed: name it by its present address`,
    );
  }
  return new ServiceUnavailableError(
    `Repository ${url} could not be reached (${stderr || error.message})`,
  );
}

/** What a person needs to know where a branch was not taken; `undefined` where something else is wrong. */
export function pushError(
  { stderr }: GitError,
  { branch, url }: { branch: string; url: string },
): Error | undefined {
  if (
    /stale info|fetch first|non-fast-forward|cannot lock ref|reference already exists|failed to update ref/i.test(
      stderr,
    )
  ) {
    return new ConflictError(
      `Branch ${branch} of ${url} was changed by somebody else in the meantime: try again`,
    );
  }
  if (/hook declined|protected branch|remote rejected/i.test(stderr)) {
    return new NotAllowedError(
      `Repository ${url} does not let us push branch ${branch} (git said: ${stderr})`,
    );
  }
  return undefined;
}
