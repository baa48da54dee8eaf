import {
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { visibleText } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { gitUnreadable } from '../../gitUnreadable';
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
  const { reason } = error;
  const stderr = visibleText(error.stderr);
  const parameters = { repository: url, message: stderr };
  if (reason.kind === 'timeout') {
    return gitUnreadable(
      {
        id: 'repositoryTimedOut',
        parameters: { repository: url, seconds: reason.milliseconds / 1000 },
      },
      ServiceUnavailableError,
    );
  }
  if (
    /could not read (Username|Password)|Authentication failed/i.test(stderr)
  ) {
    return gitUnreadable(
      { id: 'repositoryCredentialsRefused', parameters },
      NotAllowedError,
    );
  }
  if (/error: 403|Forbidden|access denied/i.test(stderr)) {
    return gitUnreadable(
      { id: 'repositoryForbidden', parameters },
      NotAllowedError,
    );
  }
  if (
    /not our ref|couldn't find remote ref|unadvertised object/i.test(stderr)
  ) {
    return gitUnreadable({ id: 'commitMissing', parameters }, NotFoundError);
  }
  if (/not found|error: 404|does not appear to be a git/i.test(stderr)) {
    return gitUnreadable(
      { id: 'repositoryNotFound', parameters },
      NotFoundError,
    );
  }
  if (/unable to update url base from redirection|error: 30\d/i.test(stderr)) {
    return gitUnreadable(
      { id: 'repositoryRedirects', parameters: { repository: url } },
      NotAllowedError,
    );
  }
  return gitUnreadable(
    {
      id: 'repositoryUnreachable',
      parameters: { repository: url, message: stderr || error.message },
    },
    ServiceUnavailableError,
  );
}
