import {
  ConflictError,
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

/** Who lacks which permission where a branch was not taken, and what to do; `undefined` where something else is wrong. */
export function pushError(
  error: GitError,
  { branch, url }: { branch: string; url: string },
): Error | undefined {
  const stderr = visibleText(error.stderr);
  const account = `the account of the integration for ${new URL(url).host}`;
  if (
    /stale info|fetch first|non-fast-forward|cannot lock ref|reference already exists|failed to update ref/i.test(
      stderr,
    )
  ) {
    return new ConflictError(
      `Branch ${branch} of ${url} was changed by somebody else in the meantime: try again`,
    );
  }
  if (/archived/i.test(stderr)) {
    return new NotAllowedError(
      `Repository ${url} is archived, so nobody can push to it: unarchive it, or deliver from another repository (git said: ${stderr})`,
    );
  }
  if (
    /error: 403|Forbidden|access denied|denied to|Write access|not allowed to (push code|upload)|permission denied/i.test(
      stderr,
    )
  ) {
    return new NotAllowedError(
      `Repository ${url} does not let us push branch ${branch}: give ${account} write access to the repository, and its token or app the scope for it (contents: write of GitHub, write_repository of GitLab, write:repository of Gitea) (git said: ${stderr})`,
    );
  }
  if (
    /could not read (Username|Password)|Authentication failed/i.test(stderr)
  ) {
    return new NotAllowedError(
      `Repository ${url} does not let us push branch ${branch}: it does not accept the credentials of the integration for ${
        new URL(url).host
      }, or there are none, so replace the token or password (git said: ${stderr})`,
    );
  }
  if (/hook declined|protected branch|remote rejected/i.test(stderr)) {
    return new NotAllowedError(
      `Repository ${url} does not let us push branch ${branch}: a rule, a hook or a branch protection of the repository refuses it, so allow ${account} to push such branches (git said: ${stderr})`,
    );
  }
  return undefined;
}
