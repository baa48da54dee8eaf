/** What of a Git repository could not be read. */
export const repositoryReasonTexts = {
  repositoryInvalid:
    '"{{repository}}" is not the URL of a Git repository, such as https://git.example.com/platform/gitops.git',
  repositoryNotHttps: 'Repository {{repository}}: only https is allowed',
  repositoryUnencrypted:
    'Repository {{repository}} would be read without encryption: use https, or set an http {{setting}} in integrations.{{type}} for {{host}}',
  repositoryHostNotConfigured:
    'Git host {{host}} of repository {{repository}} is not configured: add it to integrations in the app-config (gitea, github, gitlab, bitbucketCloud, bitbucketServer or azure)',
  repositoryWithoutCredentials:
    'Repository {{repository}} cannot be used, because integrations.{{type}} gives no credentials for it: {{message}}',
  repositoryTimedOut:
    'Repository {{repository}} did not answer within {{seconds}} s',
  repositoryCredentialsRefused:
    'Repository {{repository}} cannot be read with the credentials of its integration: it may not exist, or they may not read it (git said: {{message}})',
  repositoryForbidden:
    'Repository {{repository}} does not permit access with the credentials of its integration (git said: {{message}})',
  repositoryNotFound:
    'Repository {{repository}} was not found, or the credentials of its integration may not read it (git said: {{message}})',
  repositoryRedirects:
    'Repository {{repository}} answers with a redirect, which is not followed: name it by its present address',
  repositoryUnreachable:
    'Repository {{repository}} could not be reached ({{message}})',
  commitMissing:
    'Repository {{repository}} does not have that commit (git said: {{message}})',
  revisionInvalid:
    '"{{revision}}" is not the name of a branch, tag or commit, nor a range of versions',
  revisionMissing:
    'Repository {{repository}} has no branch or tag "{{revision}}"; commits are named by all 40 digits',
  defaultBranchMissing:
    'Repository {{repository}} has no default branch: it may be empty',
  rangeMatchesNothing:
    'Repository {{repository}} has nothing for the range "{{revision}}": no tag of it is a version in that range',
  rangeUnreadable:
    'Repository {{repository}} has nothing for the range "{{revision}}": its tag {{tag}} looks like a version and is none, which keeps Argo CD from resolving any range',
  rangeAmbiguous:
    'Repository {{repository}} has nothing for the range "{{revision}}": its tags {{tags}} are the same version at different commits, of which Argo CD takes any',
  pathMissing: '{{path}} does not exist in {{repository}}',
} as const;
