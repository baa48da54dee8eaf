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
  clustersMissing: 'It has no cluster.',
  clusterOfUsers:
    'Each user signs in there at {{provider}}: what can be read and done is up to their own accounts.',
  couldNotLook: 'Could not look: {{message}}',
  tookTooLong: 'Could not look: it took longer than {{seconds}} s.',
  tooManyToLook: 'Only the first {{looked}} of {{all}} were looked at.',

  allowed: 'May {{verb}} {{resource}} in namespace {{namespace}}.',
  denied:
    "May not {{verb}} {{resource}} in namespace {{namespace}}: add the rule to a role of the Kubernetes plugin's account.",
  accessUnknown:
    'Could not find out whether it may {{verb}} {{resource}} in namespace {{namespace}}: {{message}}',

  argocdFound:
    'Argo CD is there. Applications that can be read: {{applications}}.',
  applicationsMissing:
    'Argo CD is there, and has no Application in this namespace.',
  projectMissing:
    'There is no AppProject default in namespace {{namespace}}, so Argo CD probably runs elsewhere: correct namespace in progressiveDelivery.argocd.',

  hostOnlyRead:
    'Repositories can be read. No pull requests can be opened at hosts of type {{type}} without a module that does it.',
  credentialsMissing:
    'There are no credentials: add a token in {{integration}}.',
  credentialsRefused:
    'The host does not accept the credentials: replace them in {{integration}}.',
  scopesSuffice: 'Signed in as {{account}}, with {{scopes}}.',
  scopesMissing:
    'Signed in as {{account}}, which lacks {{missing}}: it has {{scopes}}.',
  scopesHidden:
    'Signed in as {{account}}. The host does not tell what its token may do. It needs: {{needs}}.',
  repositoryWritable: '{{account}} may write to {{repository}}.',
  repositoryReadable: '{{account}} may read {{repository}}.',
  repositoryReadOnly:
    '{{account}} may read {{repository}} and not write to it. It needs: {{needs}}.',
  repositoryArchived:
    '{{repository}} is archived, so nobody can change it: unarchive it, or deliver from another one.',
  repositoryUnknown:
    '{{account}} may read {{repository}}. The host does not tell whether it may write to it. It needs: {{needs}}.',
} as const;
