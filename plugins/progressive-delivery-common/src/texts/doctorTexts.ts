/** What a look at the installation has found, and what to do about it. */
export const doctorTexts = {
  nothingMissing: 'Nothing is missing in the app-config.',
  configurationMissing: '{{message}}',

  toolFound: '{{version}} at {{command}}',
  toolUnusable: '{{because}}',
  memoryLimited: 'Limits the memory of renderings.',
  memoryUnlimited:
    'There is no prlimit on the PATH of the backend, so the memory of renderings is not limited: install util-linux.',

  clusterAnswers:
    'Kubernetes {{version}} answers and knows Backstage as {{account}}.',
  clustersMissing: 'The Kubernetes plugin has no clusters.',
  clusterOfUsers:
    'Each user signs in with {{provider}}: what they can read and do depends on their own accounts.',
  couldNotLook: 'Could not check: {{message}}',
  hostUnavailable: 'Could not check: {{host}} {{fault}}',
  tookTooLong: 'Could not check: it took longer than {{seconds}} s.',
  tooManyToLook: 'Only the first {{looked}} of {{all}} were checked.',

  allowed: 'Allowed to {{verb}} {{resource}} in namespace {{namespace}}.',
  denied:
    "Not allowed to {{verb}} {{resource}} in namespace {{namespace}}: add the rule to a role of the Kubernetes plugin's account.",
  accessUnknown:
    'Could not find out whether it is allowed to {{verb}} {{resource}} in namespace {{namespace}}: {{message}}',

  argocdFound:
    'Argo CD is there. Applications that can be read: {{applications}}.',
  applicationsMissing:
    'Argo CD is there, and has no Application in this namespace.',
  projectMissing:
    'There is no AppProject default in namespace {{namespace}}, so Argo CD probably runs elsewhere: correct namespace in progressiveDelivery.argocd.',

  hostOnlyRead:
    'Repositories can be read. To open pull requests on hosts of type {{type}}, add a module that supports them.',
  credentialsMissing:
    'There are no credentials: add a token in {{integration}}.',
  credentialsRefused:
    'The host does not accept the credentials: replace them in {{integration}}.',
  scopesSuffice: 'Signed in as {{account}}, with {{scopes}}.',
  scopesMissing:
    'Signed in as {{account}}, which lacks {{missing}}: it has {{scopes}}.',
  scopesHidden:
    'Signed in as {{account}}. The host does not report what its token is allowed to do. It needs: {{needs}}.',
  repositoryWritable: '{{account}} can write to {{repository}}.',
  repositoryReadable: '{{account}} can read {{repository}}.',
  repositoryReadOnly:
    '{{account}} can read {{repository}} but not write to it. It needs: {{needs}}.',
  repositoryArchived:
    '{{repository}} is archived, so nobody can change it: unarchive it, or deliver from another one.',
  repositoryUnknown:
    '{{account}} can read {{repository}}. The host does not report whether it can write to it. It needs: {{needs}}.',
} as const;
