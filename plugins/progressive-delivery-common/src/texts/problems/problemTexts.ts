import { accessProblemTexts } from './accessProblemTexts';
import { actionProblemTexts } from './actionProblemTexts';
import { chartProblemTexts } from './chartProblemTexts';
import { hostProblemTexts } from './hostProblemTexts';
import { proposalProblemTexts } from './proposalProblemTexts';
import { targetProblemTexts } from './targetProblemTexts';

/** What could not be read, and what to do about it. */
export const problemTexts = {
  other: '{{message}}',

  requestRejected:
    'Cluster {{cluster}} rejected the request for {{resource}} in namespace {{namespace}}: {{message}}',
  forbidden:
    "Backstage is not allowed to {{verb}} {{resource}} in namespace {{namespace}} of cluster {{cluster}}: give the Kubernetes plugin's account for it the verbs {{required}} (the cluster said: {{message}})",
  forbiddenToUser:
    'Your own sign-in at {{provider}} does not let you {{verb}} {{resource}} in namespace {{namespace}} of cluster {{cluster}} (the cluster said: {{message}})',
  signInMissing:
    'Cluster {{cluster}} requires your own sign-in with {{provider}}, which this request did not include: sign in and try again',
  clusterUnknown: 'Cluster {{cluster}} is not known to the Kubernetes plugin',
  kindMissing:
    'Cluster {{cluster}} does not have {{resource}}: its custom resource definition is not installed. Deployments do not need it; Rollouts need Argo Rollouts to be installed there',
  verbNotSupported:
    'Cluster {{cluster}} does not support {{verb}} on {{resource}} ({{message}})',
  clusterFailed:
    'Cluster {{cluster}} could not {{verb}} {{resource}} in namespace {{namespace}} ({{message}})',
  clusterTimedOut: 'Cluster {{cluster}} did not answer within {{seconds}} s',
  clusterUnreachable:
    'Cluster {{cluster}} could not be reached through the Kubernetes plugin: {{message}}',
  clusterStarting:
    'Cluster {{cluster}} rejects requests that it allowed a moment ago; its API server is probably still starting: {{message}}',
  clustersUnreachable:
    'The Kubernetes plugin could not be asked for its clusters: {{message}}',
  kubernetesMissing:
    'The Kubernetes plugin is not installed in this Backstage instance, or is not configured',
  clustersUnreadable: 'The Kubernetes plugin did not return its clusters',
  answerUnreadable:
    'Cluster {{cluster}} returned {{resource}} in namespace {{namespace}} that cannot be read: {{message}}',
  nameInvalid: '"{{name}}" is not a valid Kubernetes name',

  watchInterrupted:
    'The watch of {{resource}} in namespace {{namespace}} of cluster {{cluster}} was cut off',
  watchEndedAtOnce:
    'The watch of {{resource}} in namespace {{namespace}} of cluster {{cluster}} was ended at once',
  watchDead:
    'The watch of {{resource}} in namespace {{namespace}} of cluster {{cluster}} is dead: it did not end when it should have',
  watchLineTooLong:
    'A watch sent a line of more than {{characters, number}} characters',
  changesMissed:
    'Changes of {{resource}} in namespace {{namespace}} of cluster {{cluster}} have been missed. It is being read again',
  polled:
    'Until that is fixed, workloads are listed every few seconds instead of being watched',

  destinationUnknown:
    "Live state is not shown: no cluster matches the destination {{destination}}. Name the Kubernetes plugin's cluster for it in progressiveDelivery.destinations.",
  placeUnknown:
    'Live state is not shown: this target has no Argo CD Application. Set the annotations backstage.io/kubernetes-cluster and backstage.io/kubernetes-namespace, and allow that cluster and namespace in a rule of progressiveDelivery.allow.',
  notRendered:
    'Live state is not shown, because the overlay could not be rendered',
  tooManyNamespaces:
    'The Application names workloads in {{named, number}} namespaces. Only those in {{shown, number}} of them are shown.',
  otherNamespace:
    '{{kind}} {{name}} in namespace {{namespace}} is not shown: the annotation backstage.io/kubernetes-namespace says {{annotated}}.',
  untracked:
    '{{kind}} {{name}} in namespace {{namespace}} is not shown: it is outside of the Application\'s own namespace, and has no tracking id that shows that it belongs to it (Argo CD\'s application.resourceTrackingMethod "annotation").',
  otherApplication:
    '{{kind}} {{name}} in namespace {{namespace}} is not shown: its tracking id says that it belongs to another Application.',
  workloadUnreadable:
    '{{kind}} {{name}} in namespace {{namespace}} cannot be read: {{message}}',
  statusOfLaterVersion:
    'The backend is of a later version and reports this workload in a way that this page cannot read. Reload the page, or update the frontend plugin.',
  backendUnreadable:
    "The backend's answer to {{route}} is not one that this page can read: frontend and backend plugin are probably of different versions",
  backendNotStreaming:
    'The answer to {{route}} is not a stream of events: something between this page and the backend has answered instead',
  backendTimedOut: 'The backend did not answer within {{seconds}} s',
  objectsUnreadable:
    '{{amount, number}} of the {{resource}} in namespace {{namespace}} cannot be read and are left out, for instance because of {{message}}',

  applicationEmpty:
    'Application {{application}} has no Deployment and no Rollout.',
  overlayEmpty: 'The overlay renders to no Deployment and no Rollout.',
  nothingOfApplication:
    'None of the workloads of Application {{application}} is running: looked for {{workloads}}. Sync it in Argo CD, or check the namespace that it delivers to.',
  nothingOfOverlay:
    'None of the workloads that the overlay renders to is running: looked for {{workloads}}. Deploy it, or check the namespace that it names.',

  overlayNotWatched:
    'The live state of an overlay is shown only in the tab of the component, because the overlay has to be rendered for it',
  fleetTooLarge:
    'Only the first {{shown, number}} components with delivery targets are shown.',

  ...proposalProblemTexts,
  ...hostProblemTexts,
  ...chartProblemTexts,
  ...targetProblemTexts,
  ...actionProblemTexts,
  ...accessProblemTexts,
} as const;
