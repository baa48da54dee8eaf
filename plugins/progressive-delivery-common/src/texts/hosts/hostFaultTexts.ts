/** How a Git host failed, as the end of a sentence that begins with the host. */
export const hostFaultTexts = {
  timedOut: 'did not answer within {{seconds}} s',
  unreachable: 'could not be reached',
  unreachableWith: 'could not be reached ({{code}})',
  redirected:
    'answered with a redirect, which is not followed: name the repository by its present address',
  tooLarge:
    'answered with more than {{bytes, number}} bytes, which is not read',
  answeredWith: 'answered with status {{status}}',
  unreadable: 'answered with something else',
  failed: 'failed',
  readOnly: 'can only be read at the moment',
  committedOther: 'committed something else than what was previewed',
  unusableByGit: 'could not be used by Git',
  appTokenLate: 'gave the GitHub App no token in time',
  appTokenUnreachable: 'could not be reached for a token of the GitHub App',
  moduleFailed: 'could not be asked, see the log of the backend',
  other: '{{message}}',
} as const;
