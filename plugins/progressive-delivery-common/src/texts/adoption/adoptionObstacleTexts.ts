/** Why a chart cannot be given the switch, by id. `template` is a path in the chart, `line` counts from 1. */
export const adoptionObstacleTexts = {
  // The chart as a whole
  notAChart: 'There is no Chart.yaml that names a chart',
  libraryChart:
    'This is a library chart, which renders nothing by itself: prepare the chart that uses it',
  noDeployment: 'The chart has no Deployment',
  deploymentsOfSubcharts:
    'The Deployments come from subcharts: prepare {{charts}} instead',
  hasSwitch:
    '{{file}}, line {{line}}: the chart already has progressiveDelivery',
  notText: '{{file}} is not UTF-8',
  archiveUnreadable: '{{file}} cannot be unpacked: {{message}}',
  templateUnreadable:
    '{{template}}, line {{line}}: an action is not closed, or an end has nothing to close',
  templateTooDeep:
    '{{template}}, line {{line}}: more than 100 nested conditions and loops',
  tooManyDeployments:
    'The chart has {{count, number}} Deployments. At most {{limit, number}} can be prepared at once',
  // A workload's template
  withinDefine:
    '{{template}}, line {{line}}: the Deployment is in a named template ({{name}}), which may be rendered more than once, each time with other values',
  withinLoop:
    '{{template}}, line {{line}}: the Deployment is in a loop (range {{over}}) that does not go over a map in the values with one map for each workload',
  otherKinds:
    '{{template}}, line {{line}}: under a condition, the same document has another kind',
  kindComputed:
    '{{template}}, line {{line}}: what renders the Deployment has no line that starts with kind: Deployment',
  indented:
    '{{template}}, line {{line}}: the Deployment is indented, for example in a List',
  noSection:
    '{{template}}, line {{line}}: the template of the Deployment has no {{key}} for it, or more than one',
  keysComputed:
    '{{template}}, line {{line}}: the template does not tell what this writes into {{key}}',
  annotationsUnclear:
    '{{template}}, line {{line}}: the template does not tell where among these annotations PruneLast=true belongs',
  syncOptions:
    '{{template}}, line {{line}}: the workload already has Argo CD sync options; add PruneLast=true to them first',
  noReplicas:
    '{{template}}, line {{line}}: the Deployment has no replicas. A Rollout without it starts with one pod: add it first',
  replicasUnclear:
    '{{template}}, line {{line}}: replicas is left out under a condition that is not only about the autoscaler. A Rollout without it starts with one pod: always render it',
  strategyUnclear:
    '{{template}}, line {{line}}: the strategy shares a condition with other fields',
  // What points at a workload
  referenceInBlock:
    '{{template}}, line {{line}}: a reference to a Deployment is in a loop or a named template',
  referenceUnclear:
    '{{template}}, line {{line}}: the template does not tell which Deployment is meant here',
  // Values and schema
  valuesShown:
    '{{template}}, line {{line}}: uses the values as a whole, for example in a checksum, which the switch would change',
  valuesUnreadable: '{{file}} cannot be read: {{message}}',
  valuesNotAppendable: '{{file}} is not a map that keys can be appended to',
  schemaUnreadable: '{{file}} is not valid JSON',
  schemaNotEditable: '{{file}} does not list the values under properties',
  noKey: 'The values have no free key for the switch of {{workload}}',
  // The proof
  helmMissing:
    'There is no command {{command}}: install Helm, or specify where it is',
  helmUnusable: '{{command}} is not a Helm 3 or 4 that runs here: {{message}}',
  tookTooMuch:
    'Preparing the chart was stopped, because it took longer than {{seconds}} s or too much memory. Prepare it with npx @progressive-delivery/cli adopt, which has no such limit',
  doesNotRender:
    'The chart does not render as it is, with {{values}}: {{message}}',
  preparedDoesNotRender:
    'With the switch added, the chart does not render with {{values}}: {{message}}',
  preparedUnreadable:
    'With the switch added, the manifests cannot be read, with {{values}}: {{message}}',
  renderingUnreadable: 'The rendered manifests cannot be read: {{message}}',
  neverRendered:
    '{{template}}, line {{line}}: the Deployment is not rendered with any of the values: add a values file that enables it',
  changedWhenOff:
    'With the switch off, {{object}} would change at {{path}}, with {{values}}',
  notARollout:
    'With the switch on, {{object}} would not become a Rollout of the same name, with {{values}}',
  changedWhenOn:
    'With the switch on, {{object}} would change at {{path}}, with {{values}}',
  stillPointsAt:
    'With the switch on, {{object}} would still reference the Deployment {{name}}, with {{values}}',
  scalesUnknown:
    '{{object}} scales the Deployment {{name}}, which the chart does not render, with {{values}}',
  syncOptionsInValues:
    'argocd.argoproj.io/sync-options is set on {{object}} by {{values}}. Add PruneLast=true to it there, and set progressiveDelivery.pruneLast to false beside it',
  replicasMissing:
    'With the switch on, {{object}} would have no number of replicas, with {{values}}',
  lintSaysMore: 'helm lint --strict would report more than before: {{message}}',
  schemaAccepts: 'The schema would accept {{what}}',
  schemaRefuses: 'The schema would refuse {{what}}: {{message}}',
} as const;
