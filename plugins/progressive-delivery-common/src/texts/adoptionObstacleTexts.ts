/** Why a chart cannot be given the switch, by id. `template` is a path in the chart, `line` counts from 1. */
export const adoptionObstacleTexts = {
  // The chart as a whole
  notAChart: 'There is no Chart.yaml that names a chart',
  libraryChart:
    'It is a library chart, which renders nothing by itself: prepare the chart that uses it',
  noDeployment: 'The chart has no Deployment',
  deploymentsOfSubcharts:
    'Its Deployments come from the charts {{charts}} below it: prepare these',
  hasSwitch:
    '{{file}}, line {{line}}: the chart says progressiveDelivery already',
  notText: '{{file}} is not UTF-8',
  archiveUnreadable: '{{file}} cannot be unpacked: {{message}}',
  templateUnreadable:
    '{{template}}, line {{line}}: an action is not closed, or an end has no beginning',
  templateTooDeep:
    '{{template}}, line {{line}}: more than 100 conditions and loops in one another',
  tooManyDeployments:
    'The chart has {{count}} Deployments. The most that are prepared at once are {{limit}}',
  // A workload's template
  withinDefine:
    '{{template}}, line {{line}}: the Deployment is in a named template ({{name}}), which may be rendered more than once, with values of its own',
  withinLoop:
    '{{template}}, line {{line}}: the Deployment is in a loop over something else than one mapping of the values with a mapping for each workload (range {{over}})',
  otherKinds:
    '{{template}}, line {{line}}: the same document is of another kind under a condition',
  kindComputed:
    '{{template}}, line {{line}}: what the Deployment is rendered by does not say kind: Deployment at the beginning of a line',
  indented:
    '{{template}}, line {{line}}: the Deployment is not at the beginning of the line, such as in a List',
  noSection:
    '{{template}}, line {{line}}: the Deployment has no {{key}} of its own in its template, or has it more than once',
  keysComputed:
    '{{template}}, line {{line}}: what is written into {{key}} here cannot be known from the text',
  annotationsUnclear:
    '{{template}}, line {{line}}: where the annotation PruneLast belongs cannot be known from the annotations here',
  syncOptions:
    '{{template}}, line {{line}}: the workload has sync options of Argo CD already; add PruneLast=true to them first',
  noReplicas:
    '{{template}}, line {{line}}: the Deployment has no replicas. A Rollout without it starts with one pod: add it first',
  replicasUnclear:
    '{{template}}, line {{line}}: replicas is left out under a condition that says more than that there is no autoscaler. A Rollout without it starts with one pod: have it rendered always',
  strategyUnclear:
    '{{template}}, line {{line}}: the strategy is under conditions together with something else',
  // What points at a workload
  referenceInBlock:
    '{{template}}, line {{line}}: what points at a Deployment is in a loop or a named template',
  referenceUnclear:
    '{{template}}, line {{line}}: which Deployment is meant here cannot be known from the text',
  // Values and schema
  valuesShown:
    '{{template}}, line {{line}}: shows the values as a whole, such as in a checksum, which the switch would change',
  valuesUnreadable: '{{file}} cannot be read: {{message}}',
  valuesNotAppendable:
    '{{file}} is not a mapping that something can be appended to',
  schemaUnreadable: '{{file}} is not valid JSON',
  schemaNotEditable:
    '{{file}} does not say in properties what values there may be',
  noKey: 'No key of the values is free for the switch of {{workload}}',
  // The proof
  helmMissing:
    'There is no command {{command}}: install Helm, or say where it is',
  helmUnusable: '{{command}} is no Helm 3 or 4 that runs here: {{message}}',
  tookTooMuch:
    'Preparing it and proving it took longer than {{seconds}} s, or too much memory, and was ended. Prepare it with npx @progressive-delivery/cli adopt, which has no such limit',
  doesNotRender:
    'The chart does not render as it is, with {{values}}: {{message}}',
  preparedDoesNotRender:
    'Prepared, the chart does not render, with {{values}}: {{message}}',
  preparedUnreadable: 'Prepared, with {{values}}: {{message}}',
  renderingUnreadable: 'What the chart renders to cannot be read: {{message}}',
  neverRendered:
    '{{template}}, line {{line}}: the Deployment is not rendered with any of the values: name a values file that enables it',
  changedWhenOff:
    'With the switch off, {{object}} would change at {{path}}, with {{values}}',
  notARollout:
    'With the switch on, {{object}} would not become a Rollout of the same name, with {{values}}',
  changedWhenOn:
    'With the switch on, {{object}} would change at {{path}}, with {{values}}',
  stillPointsAt:
    'With the switch on, {{object}} would still point at the Deployment {{name}}, with {{values}}',
  scalesUnknown:
    '{{object}} scales the Deployment {{name}}, which the chart does not render, with {{values}}',
  syncOptionsInValues:
    '{{values}} sets argocd.argoproj.io/sync-options on {{object}}. Add PruneLast=true to them there, and set progressiveDelivery.pruneLast to false beside them',
  replicasMissing:
    'With the switch on, {{object}} would have no number of replicas, with {{values}}',
  lintSaysMore: 'helm lint --strict would say more than before: {{message}}',
  schemaAccepts: 'The schema would accept {{what}}',
  schemaRefuses: 'The schema would refuse {{what}}: {{message}}',
} as const;
