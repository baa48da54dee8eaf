/** The texts of the page and of its delivery targets. */
export const targetMessages = {
  title: 'Progressive delivery',
  loading: 'Loading delivery targets',
  retry: 'Try again',
  retrying: 'Trying again…',
  error: {
    title: 'The delivery targets could not be loaded',
    forbiddenTitle:
      'You do not have permission to see where this component is deployed',
    forbiddenDescription:
      'The permission policy of this Backstage instance denies progressive-delivery.delivery.read on this entity. Ask the owners of the entity or a Backstage administrator for access. The backend said: {{message}}',
    stale: 'Not up to date since {{time}}. Trying again.',
    staleAge: 'The data shown is {{age}} old.',
  },
  empty: {
    annotationTitle: 'This component does not say where it is deployed',
    annotationDescription:
      'Add one of these annotations to its catalog-info.yaml. Separate several names with commas.',
    annotationArgocd: 'The Argo CD Application that deploys it:',
    annotationOverlay:
      'Or, where Backstage cannot read your Argo CD, the directory of its overlay:',
    targetsTitle: 'No delivery target was found',
    targetsDescription:
      'The annotations of this component refer to something that does not exist. Correct them in its catalog-info.yaml, or create the missing object:',
  },
  setup: {
    title:
      'Progressive delivery is not fully set up in this Backstage instance',
    description:
      'A Backstage administrator can add what is missing to the app-config:',
    docs: 'Documentation',
    lines: 'Lines for the app-config',
  },
  unusable: {
    because: '{{reason}}: {{message}}',
    title: '{{reference}} cannot be used',
    reason: {
      'not-allowed': 'Not allowed',
      'not-found': 'Not found',
      unreachable: 'Unreachable',
      invalid: 'Invalid',
      unknown: 'Unusable',
    },
    remedy: 'To fix this:',
    remedies: 'To fix this, do one of the following:',
    copy: 'Copy',
  },
  nextSteps: {
    waits: 'Retrying automatically.',
    cluster:
      'Retrying automatically. The Kubernetes tab shows whether Backstage can reach the cluster.',
    account: 'Ask a cluster administrator for access.',
    git: 'Retrying automatically. Running workloads are not affected.',
    render: 'Fix it in Git. This page updates automatically.',
    project: 'An Argo CD administrator can allow it in the AppProject.',
  },
  target: {
    problems: 'Problems with this target',
    destination: '{{cluster}} / {{namespace}}',
    unknownCluster: 'unknown cluster',
    unknownNamespace: 'unknown namespace',
    argocd: 'Argo CD: {{sync}}, {{health}}',
    commit: '{{repository}} {{path}} at {{revision}}, commit {{commit}}',
    revision: '{{repository}} {{path}} at {{revision}}',
  },
  switches: {
    title: 'Switches without effect on any workload',
    note: '{{switch}}: {{note}}',
  },
  workloads: {
    label: 'Workloads of {{target}}',
    empty: 'No Deployment or Rollout is known for this target.',
    name: 'Workload',
    namespace: 'in namespace {{namespace}}',
    inGit: 'In Git',
    live: 'Live',
    switch: 'Progressive delivery',
    unknown: 'unknown',
    pending: 'not known yet',
    rendering: 'Rendering the manifests from Git',
    nothingLive: 'nothing',
    noSwitch: 'No switch in the chart',
    toggle: {
      turnOnShort: 'Preview as a Rollout',
      turnOffShort: 'Preview as a Deployment',
      turnOn: 'Preview as a Rollout: {{name}}, {{target}}',
      turnOff: 'Preview as a Deployment: {{name}}, {{target}}',
      off: 'Off in Git',
      on: 'On in Git',
      offNotLive: 'Off in Git, not live yet',
      onNotLive: 'On in Git, not live yet',
      askedOn: 'Pull request #{{number}} turns it on',
      askedOff: 'Pull request #{{number}} turns it off',
    },
    notOwned: 'The switch {{switch}} belongs to another component',
    notPermitted:
      'You do not have permission to open pull requests for this component. Ask its owners.',
    previewNotPermitted:
      'You do not have permission to preview changes to this component (progressive-delivery.comparison.read). Ask its owners.',
    undecided: 'Looking for open pull requests',
    proposalsUnknown: 'Could not find out whether a pull request is open',
  },
} as const;
