import { messageSchema } from '../texts';
import {
  host,
  message,
  path,
  repository,
  revision,
  seconds,
  setting,
  tag,
  tags,
  type,
} from './parameters';

/** What of a Git repository could not be read. */
export const repositoryReasons = [
  messageSchema('repositoryInvalid', { repository }),
  messageSchema('repositoryNotHttps', { repository }),
  messageSchema('repositoryUnencrypted', {
    repository,
    setting,
    type,
    host,
  }),
  messageSchema('repositoryHostNotConfigured', { host, repository }),
  messageSchema('repositoryWithoutCredentials', { repository, type, message }),
  messageSchema('repositoryTimedOut', { repository, seconds }),
  messageSchema('repositoryCredentialsRefused', { repository, message }),
  messageSchema('repositoryForbidden', { repository, message }),
  messageSchema('repositoryNotFound', { repository, message }),
  messageSchema('repositoryRedirects', { repository }),
  messageSchema('repositoryUnreachable', { repository, message }),
  messageSchema('commitMissing', { repository, message }),
  messageSchema('revisionInvalid', { revision }),
  messageSchema('revisionMissing', { repository, revision }),
  messageSchema('defaultBranchMissing', { repository }),
  messageSchema('rangeMatchesNothing', { repository, revision }),
  messageSchema('rangeUnreadable', { repository, revision, tag }),
  messageSchema('rangeAmbiguous', { repository, revision, tags }),
  messageSchema('pathMissing', { path, repository }),
] as const;
