/** The texts of giving a chart the switch. */
export const preparationMessages = {
  preparation: {
    prepare: 'Prepare this chart',
    prepareFor: 'Prepare this chart for {{name}}',
    asked: 'Pull request #{{number}} prepares this chart',
    done: 'Pull request #{{number}} prepared this chart',
    notMerged: 'Pull request #{{number}} to prepare this chart',
    proposalUnknown:
      'Backstage could not check whether there is a pull request for this chart',
    byOthers:
      'The chart already has the switch. Backstage found no pull request of its own that added it.',
    nextSteps: 'Next steps',
    nextStepsFor: 'Next steps for {{name}}',
    noSwitchTitle: 'The chart {{chart}} has no switch',
    noChartTitle: 'No chart to add a switch to',
    byHand: 'Add the switch to a chart by hand',
    title: 'Prepare {{chart}} for progressive delivery',
    titleOfSome: 'Prepare a chart for progressive delivery',
    from: '{{directory}} in {{repository}}',
    loadingPage: 'Loading the charts of this target',
    chartsFailed: 'The charts of this target could not be read',
    unreadable:
      'Sources of this target could not be read. Their charts are not shown',
    unreadableSource: '{{source}}: {{because}}',
    choose: 'Choose a chart',
    charts: 'Charts of {{target}}',
    hasSwitch: 'Switch available',
    hasNoSwitch: 'No switch',
    nowhereTitle: 'There is no such chart',
    nowhereDescription:
      'This URL does not match a delivery target of this component, or a chart of that target.',
    working:
      'Adding the switch to the chart, and verifying with Helm that nothing else changes',
    failed: 'The chart could not be prepared',
    forbidden:
      'You do not have permission to see what preparing this chart changes',
    outdated: 'This check is out of date',
    notOwned: 'This component may not prepare this chart',
    notOwnedHelp:
      'The chart would get switches that do not belong to this component: {{switches}}. Ask the owners of the components that they belong to. If they are to belong to this one, add them to its annotation {{annotation}}, and to the annotation {{entities}} of the Application if there is one.',
    refused: 'This chart cannot be prepared automatically',
    refusedHelp:
      'Nothing was changed. Fix these problems and check again, or add the switch by hand.',
    obstacles: 'Problems found',
    copyObstacles: 'Copy the problems',
    checkAgain: 'Check again',
    prepared_one:
      'A pull request can add the switch for {{count, number}} workload. The switch is off at first, so merging the pull request does not turn the workload into a Rollout.',
    prepared_other:
      'A pull request can add the switches for {{count, number}} workloads. They are off at first, so merging the pull request does not turn any workload into a Rollout.',
    proof: 'Verified with Helm',
    proofOff:
      'With the switch off, the chart renders the same manifests as before, except for the annotation PruneLast=true.',
    proofOffReplicas:
      'With the switch off, the chart renders the same manifests as before, except for the annotation PruneLast=true and for spec.replicas, which it now also renders with an autoscaler.',
    proofOn:
      'With the switch on, only these workloads and references to them change. They become Rollouts with the same name, labels, selector and Pod template: {{workloads}}',
    proofLint:
      'helm lint --strict reports nothing that it did not report before.',
    proofSchema:
      'The values schema accepts the switch on and off, and rejects other values.',
    proofValues_one: 'Rendered with {{count, number}} set of values',
    proofValues_other: 'Rendered with {{count, number}} sets of values',
    switches: 'Switches',
    switchOf: '{{switch}}: the Deployment in {{template}}, line {{line}}',
    notes: 'Before you merge',
    files: 'Changes to the chart',
    newFile: 'new file',
    copyFile: 'Copy the diff of {{file}}',
    masked:
      'Only changed lines are shown. You need the permission {{permission}} to see the lines around them.',
    readFrom: 'Read from {{branch}} at {{commit}}',
    base: 'Verified with Helm, from {{branch}} at {{commit}}',
    change: 'See what it changes',
    again: 'Prepare it again',
    update: 'Update pull request',
    steps: 'From the chart to the first canary',
    pruneLast: 'PruneLast is live',
    turnOn: 'Turned on',
    awaitingMerge: 'Waiting for the pull request to be reviewed and merged.',
    awaitingSwitch:
      'Merged. Waiting for this target to use a version of the chart that has the switch.',
    pruneLastMissing:
      'Waiting for Argo CD to sync. These workloads do not have the sync option PruneLast=true yet: {{workloads}}',
    pruneLastUnknown:
      'Backstage cannot tell whether the running workloads have the sync option PruneLast=true.',
    ready: 'Everything is in place. The preview shows what the switch changes:',
    previewSwitch: 'Preview {{switch}}',
    turnedOn: 'The switch is on.',
  },
} as const;
