/** What a Git host did not do, who lacks which access where, and what it said about it. */
export const hostProblemTexts = {
  hostCredentialsMissing:
    'There are no credentials for {{repository}} in {{integration}}: {{remedy}}',
  hostRejectsCredentials:
    '{{product}} at {{host}} does not accept the credentials in {{integration}}: {{remedy}}',
  hostForbids:
    'The {{account}} is not allowed to {{question}} in {{repository}}: give it {{needs}}',
  hostFindsNothing:
    '{{product}} at {{host}} could not {{question}} in {{repository}}: the repository does not exist, its pull requests are disabled, or the {{account}} has no access to it',
  hostRateLimited:
    '{{product}} at {{host}} has had too many requests of the {{account}} to {{question}} in {{repository}}: try again after {{until}}',
  hostUnavailable:
    '{{product}} at {{host}} {{fault}} when asked to {{question}} in {{repository}}',
  hostRefused:
    '{{product}} at {{host}} refused to {{question}} in {{repository}}: {{hostRefusal}}',
  hostSaid: '{{problem}} ({{product}} said: {{said}})',

  hostNotSupported:
    'Pull requests cannot be opened at {{host}}: its type, {{type}}, is not supported yet; supported: gitea, github, gitlab, and what modules add. Change the value by hand: the tab still shows its progress.',
  hostNotConfigured:
    'Pull requests cannot be opened at {{host}}: it is not configured. Add it to integrations.gitea, integrations.github or integrations.gitlab.',
  repositoryNotOfHost:
    '{{repository}} is not the address of a repository at the {{product}} of {{host}}: expected {{expected}}',
} as const;
