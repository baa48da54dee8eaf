/** What checks of the rendered manifests find. */
export const renderedFindingTexts = {
  'scalerLeftBehind.seen':
    '{{scaler}} still scales the {{kind}} {{workload}}, which becomes a {{replacedBy}}',
  'scalerLeftBehind.why':
    'After the switch it scales nothing: the {{replacedBy}} keeps the replicas that Git gives it, whatever the load.',
  'scalerLeftBehind.remedy':
    'Have the chart render its scale target with the kind of the workload, in the same commit.',
  'scalerLeftBehind.code':
    '{{field}}:\n  apiVersion: {{apiVersion}}\n  kind: {{replacedBy}}\n  name: {{workload}}',
  'nothingMoves.seen':
    'Setting {{switch}} changes the kind of no workload; {{changes}} rendered manifests change otherwise',
  'nothingMoves.why':
    'No workload becomes a {{kind}}: something else decides, such as a value that wins over this one, an alias, or an API that the cluster does not have.',
  'nothingMoves.remedy':
    'Find out what the chart reads: the switch says where its value comes from.',
  'workloadRemoved.seen':
    '{{kind}} {{name}} is no longer rendered, and nothing of its name takes over; rendered are {{others}}',
  'workloadRemoved.why':
    'Argo CD prunes it. A workload of another name is none that takes over: its selector and its pods are its own, and PruneLast does not wait for it to serve the same traffic.',
  'workloadRemoved.remedy':
    'Have the chart keep the name of the workload, whatever its kind.',
  'neededRemoved.seen':
    '{{kind}} {{name}} is no longer rendered, and is needed: {{because}}',
  'neededRemoved.why':
    'Argo CD prunes it, although the switch is to change the kind of a workload and nothing else.',
  'neededRemoved.remedy': 'Have the chart render it for both kinds.',
  'documentRemoved.seen': '{{kind}} {{name}} is no longer rendered',
  'documentRemoved.why':
    'Argo CD prunes it. Nothing that is rendered uses it; what is outside of this Application may.',
  'documentRemoved.remedy':
    'Look whether anything else needs it, or have the chart render it for both kinds.',
  'podsDiffer.seen':
    'The pods of {{becomes}} {{workload}} differ from those of the {{kind}}: {{fields}}',
  'podsDiffer.why':
    'The first revision of a Rollout skips its steps, and a Deployment has none: whatever changes is on all pods at once.',
  'podsDiffer.remedy':
    'Have the chart render the same pod template for both kinds; change it in a commit of its own.',
  'serviceSelectsNothing.seen':
    'Service {{service}} selects the pods of {{kind}} {{workload}}, but not those of the {{becomes}}',
  'serviceSelectsNothing.why':
    'After the switch the Service has no endpoints: nothing serves.',
  'serviceSelectsNothing.remedy':
    'Render the labels that it selects on the pods of the {{becomes}} as well.',
  'serviceLabelsNothing.seen':
    'Service {{service}} selects the pods of {{kind}} {{workload}}, but not those of the {{becomes}}: kustomize adds labels to selectors in {{places}}',
  'serviceLabelsNothing.why':
    'Kustomize does not know where the pods of a Rollout have their labels. After the switch the Service has no endpoints: nothing serves.',
  'serviceLabelsNothing.remedy':
    'Add a fieldSpec for the {{becomes}}, or have the chart render the label.',
  'serviceLabelsNothing.code':
    'labels:\n  - includeSelectors: true\n    fields:\n      - path: spec/template/metadata/labels\n        kind: Rollout\n        create: true',
  'workloadReferred.seen':
    'Rollout {{rollout}} takes its pods from Deployment {{deployment}} (spec.workloadRef)',
  'workloadReferred.why':
    'Both run until the Deployment is scaled down, and Argo CD scales it up again: measured, a fight without end, and no pod for 6 s when the Rollout is removed.',
  'workloadReferred.remedy':
    'Have the chart render the pod template in the Rollout, and no Deployment beside it.',
  'runsTwice.seen':
    'Rollout {{rollout}} is rendered beside Deployment {{deployment}}, which has the same pod labels',
  'runsTwice.why':
    'Both run, and Services select the pods of both: a canary is a smaller share of them than its steps say.',
  'runsTwice.remedy': 'Have the chart render one of the two.',
  'cannotCoexist.seen':
    'Old and new pods of {{workload}} cannot run at the same time: {{because}}',
  'cannotCoexist.why':
    'The {{becomes}} starts beside the old pods, and Argo CD waits for it before it removes them: the new pods wait for the old ones to go, and the switch hangs.',
  'cannotCoexist.remedy':
    'Remove what keeps them apart first, or accept an outage: scale it down to 0, switch, and scale it up again.',
  'cannotShareNodes.seen':
    'Old and new pods of {{workload}} cannot run on the same node or in the same zone: {{because}}',
  'cannotShareNodes.why':
    'The {{becomes}} starts beside the old pods: {{pods}} pods need a place of their own until the old ones go. Where there are fewer, new pods stay Pending and the switch hangs.',
  'cannotShareNodes.remedy':
    'See that there is room for all of them, or prefer to keep them apart instead of requiring it. Backstage does not read nodes.',
  'cannotShareNodes.code': 'kubectl get nodes',
  'selectsByHash.seen': '{{kind}} {{name}} selects pods by {{hash}}',
  'selectsByHash.why':
    'That is the hash of one revision: pods of the other kind never have it.',
  'selectsByHash.remedy': 'Remove {{hash}} from the selector in Git.',
  'unknownField.seen':
    'This cluster does not know {{field}} of Rollout {{rollout}} (more of them: {{others}})',
  'unknownField.why':
    'The API server drops it without a word: the Rollout does not do what Git says, and the Application stays OutOfSync.',
  'unknownField.remedy':
    'Render the field for a Deployment only, or apply the custom resource definitions of a newer Argo Rollouts.',
  'invalidField.seen':
    '{{field}} of Rollout {{rollout}} is invalid: {{rule}} (more of them: {{others}})',
  'invalidField.why':
    'The API server refuses the Rollout: the sync fails and is tried again.',
  'invalidField.remedy': 'Correct the value in the chart or in its values.',
  'ruleBroken.seen':
    '{{field}} of Rollout {{rollout}} breaks a rule: {{rule}} (more of them: {{others}})',
  'ruleBroken.why':
    'The API server takes it, the controller does not: the Rollout gets the condition InvalidSpec and no pods.',
  'ruleBroken.remedy': 'Correct the value in the chart or in its values.',
  'podsUnstable.seen':
    'The pods of {{kind}} {{name}} are rendered differently each time, in {{fields}}',
  'podsUnstable.why':
    'Argo CD renders again and again: every time is a release, and a canary that waits starts over.',
  'podsUnstable.remedy':
    'Have the chart render what stays the same, instead of random values, the time or what it looks up in the cluster.',
  'renderedUnstable.seen':
    '{{kind}} {{name}} is rendered differently each time, in {{fields}}',
  'renderedUnstable.why':
    'Argo CD applies it again and again, and a preview cannot say what it will be.',
  'renderedUnstable.remedy':
    'Have the chart render what stays the same, or keep the value outside of it.',
  'waitsForPause.seen':
    'Rollout {{workload}} pauses until somebody promotes it, and what Argo CD applies after it waits: {{waiting}}',
  'waitsForPause.why':
    'The sync stays Running through the whole pause, and no later commit is synced, the revert neither.',
  'waitsForPause.remedy':
    'Take what waits out of PostSync and of later sync waves, or give the pause a duration. To go on now, promote.',
  'waitsForPause.code':
    'kubectl argo rollouts promote {{workload}} -n {{namespace}}',
  'weightsTooFine.seen':
    'With {{replicas}} replicas, steps of Rollout {{workload}} are not what they say: {{steps}}',
  'weightsTooFine.why':
    'Without a traffic router a weight is a number of whole pods, one at least.',
  'weightsTooFine.remedy':
    'Choose weights that the replicas can make, run more of them, or use a traffic router.',
  'routeToNothing.seen':
    '{{kind}} {{name}} sends requests to Service {{service}}, which is no longer rendered',
  'routeToNothing.why': 'Argo CD removes the Service, and these requests fail.',
  'routeToNothing.remedy':
    'Have the chart render the route with the Services that are there, in the same commit.',
  'stepsLost.seen':
    '{{file}} changes {{kind}} {{workload}}, and would not change the {{becomes}}: {{steps}}',
  'stepsLost.why':
    'Kustomize says nothing of a step whose target is not there: what it set is gone after the switch.',
  'stepsLost.remedy':
    'Have its target select the {{becomes}} as well, by a kind that matches both or by the name alone.',
  'stepsLost.code':
    'target:\n  kind: {{kind}}|{{becomes}}\n  name: {{workload}}',
  'nameLeft.seen':
    '{{field}} of {{kind}} {{name}} is {{written}}, and what it means is called {{wanted}}: kustomize gives names in {{places}}',
  'nameLeft.why':
    'Kustomize does not know where a {{becomes}} is referred to, or what one refers to: what it names is not there.',
  'nameLeft.remedy':
    'Add the name references of Rollouts to the kustomization, a file that Argo Rollouts publishes (docs/features/kustomize/rollout-transform.yaml).',
  'nameLeft.code': 'configurations:\n  - rollout-transform.yaml',
  'emptyDirLost.seen':
    'The pods of {{workload}} keep data in {{volumes}} (emptyDir)',
  'emptyDirLost.why':
    'It goes with them, and the switch replaces all pods within seconds, as every release does.',
  'emptyDirLost.remedy':
    'See that nothing is lost with it, such as a queue on disk or a warm cache.',
  'referenceLeft.seen':
    '{{field}} of {{kind}} {{name}} names {{before}} {{workload}}, which becomes a {{becomes}}',
  'referenceLeft.why': 'It finds nothing after the switch.',
  'referenceLeft.remedy':
    'Have the chart render it with the kind of the workload, or check that it knows the kind {{becomes}}.',
} as const;
