/** Why a preflight check could not look (`reason`), and what would let it (`remedy`). */
export const uncheckedTexts = {
  'off.reason':
    'Turned off by progressiveDelivery.preflight.checks.{{check}}.severity',
  'off.remedy': 'Set it to block, warn or info, or remove it.',
  'noApplication.reason':
    'This target has no Argo CD Application that Backstage can read',
  'noApplication.remedy':
    'Name its Application in the annotation argocd/app-name of the entity.',
  'withoutCluster.reason': 'The command does not read a cluster or Argo CD',
  'withoutCluster.remedy':
    'Check this in the preview in Backstage, or by hand, before you switch.',
  'notCompared.reason':
    'Argo CD has not compared this Application with Git yet',
  'notCompared.remedy': 'Wait until it has, or refresh it.',
  'clusterUnknown.reason':
    'No cluster of the Kubernetes plugin matches the destination {{destination}}',
  'clusterUnknown.remedy':
    'Name the cluster for it in progressiveDelivery.destinations.',
  'namespaceUnknown.reason': 'The namespace that it is delivered to is unknown',
  'namespaceUnknown.remedy': 'Set spec.destination.namespace.',
  'tooManyNamespaces.reason':
    'It has workloads in {{named, number}} namespaces, and only {{read}} of them are read',
  'tooManyNamespaces.remedy': 'Deliver them with Applications of their own.',
  'namespaceNotRead.reason':
    'Namespace {{namespace}} is not read: the Application has nothing there yet',
  'namespaceNotRead.remedy': 'Sync the Application first.',
  'forbidden.reason':
    'Backstage is not allowed to {{verb}} {{resource}} in cluster {{cluster}} (the cluster said: {{said}})',
  'forbidden.remedy':
    "Give the Kubernetes plugin's account for this cluster the verb {{verb}} on {{resource}}, as docs/rbac/read-only.yaml does.",
  'forbiddenToUser.reason':
    'Your account in cluster {{cluster}} is not allowed to {{verb}} {{resource}} (the cluster said: {{said}})',
  'forbiddenToUser.remedy':
    'Ask a cluster administrator for the verb {{verb}} on {{resource}}.',
  'signInMissing.reason':
    'Cluster {{cluster}} requires your own sign-in with {{provider}}, which this request did not include',
  'signInMissing.remedy': 'Sign in with {{provider}}.',
  'unreadable.reason': 'What the cluster has could not be read: {{said}}',
  'unreadable.remedy': 'Correct that object.',
  'failed.reason': '{{said}}',
  'failed.remedy': 'Try again when the cluster answers.',
  'timedOut.reason': '{{what}} was not read within {{seconds}} s',
  'timedOut.remedy': 'Try again.',
  'pullRequestsTimedOut.reason':
    'Open pull requests were not read within {{seconds}} s',
  'pullRequestsTimedOut.remedy': 'Try again.',
  'catalogTimedOut.reason': 'The catalog was not read within {{seconds}} s',
  'catalogTimedOut.remedy': 'Try again.',
  'targetsTimedOut.reason':
    'The other targets of the entity were not read within {{seconds}} s',
  'targetsTimedOut.remedy': 'Try again.',
  'clusterTimedOut.reason':
    'Cluster {{cluster}} did not answer within {{seconds}} s',
  'clusterTimedOut.remedy': 'Try again when the cluster answers.',
  'nameInvalid.reason': '{{name}} is not a valid object name',
  'nameInvalid.remedy': 'Correct the name where it is given.',
  'projectMissing.reason': 'There is no AppProject {{project}}',
  'projectMissing.remedy':
    'Correct spec.project of the Application, or create the project.',
  'controllerUnseen.reason':
    'A controller of Argo Rollouts renews the Lease {{lease}}, but no available Deployment has the label {{label}}: Backstage cannot tell which instance ID and which namespaces it runs for',
  'controllerUnseen.remedy':
    'Give the label {{label}} to the Deployment of the controller.',
  'kindNotRead.reason':
    '{{kind}} {{name}} is not rendered, and Backstage reads no objects of this kind in the cluster',
  'kindNotRead.remedy': 'Check manually whether it exists.',
  'nobodyAsks.reason':
    'This check needs an entity and a user, and the request had neither',
  'nobodyAsks.remedy': 'Preview it on the page of an entity.',
  'switchesNotAsked.reason':
    'The file sets {{all}} switches, but only {{asked}} of them were checked for open pull requests',
  'switchesNotAsked.remedy': 'Check for others on the Git host.',
  'namespaceNotOurs.reason':
    'Application {{application}} delivers this one, and is in a namespace that Backstage does not look into',
  'namespaceNotOurs.remedy':
    'Add the namespace to applicationNamespaces of this Argo CD in progressiveDelivery.argocd.',
  'tooManyWorkloads.reason':
    'The switch moves {{all}} workloads, and only {{looked}} of them were checked',
  'tooManyWorkloads.remedy':
    'Check the others manually, or give them switches of their own.',
  'tooMany.reason': 'There are more than {{most}} {{what}} in one namespace',
  'tooMany.remedy': 'Check manually who else uses the file.',
  'earlierUnknown.reason':
    'The kind of {{workloads}} in {{earlier}} is unknown: that target has no Application, or nothing of that name',
  'earlierUnknown.remedy': 'Look there before you switch.',
  'checkFailed.reason': 'The check itself failed: {{said}}',
  'checkFailed.remedy': "See the backend's log.",
} as const;
