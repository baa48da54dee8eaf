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
    'Setting {{switch}} does not change the kind of any workload. Rendered manifests that change in other ways: {{changes}}',
  'nothingMoves.why':
    'No workload becomes a {{kind}}, because something else decides: for example a value that takes precedence, an alias, or an API that the cluster does not have.',
  'nothingMoves.remedy':
    'Check which value the chart reads; the switch shows where its own value comes from.',
  'workloadRemoved.seen':
    '{{kind}} {{name}} is no longer rendered, and no workload of the same name replaces it; rendered instead: {{others}}',
  'workloadRemoved.why':
    'Argo CD prunes it. A workload with another name does not replace it: it has its own selector and pods, and PruneLast does not wait until it serves the same traffic.',
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
    'Check whether anything else needs it, or have the chart render it for both kinds.',
  'podsDiffer.seen':
    'The pods of {{becomes}} {{workload}} differ from those of the {{kind}}: {{fields}}',
  'podsDiffer.why':
    'The first revision of a Rollout skips its steps, and a Deployment has none: whatever changes is on all pods at once.',
  'podsDiffer.remedy':
    'Have the chart render the same pod template for both kinds; change it in a commit of its own.',
  'serviceSelectsNothing.seen':
    'Service {{service}} selects the pods of {{kind}} {{workload}}, but not those of the {{becomes}}',
  'serviceSelectsNothing.why':
    'After the switch, the Service has no endpoints and serves no traffic.',
  'serviceSelectsNothing.remedy':
    'Render the labels that it selects on the pods of the {{becomes}} as well.',
  'serviceLabelsNothing.seen':
    'Service {{service}} selects the pods of {{kind}} {{workload}}, but not those of the {{becomes}}: kustomize adds labels to selectors in {{places}}',
  'serviceLabelsNothing.why':
    'Kustomize does not know where the pods of a Rollout have their labels. After the switch, the Service has no endpoints and serves no traffic.',
  'serviceLabelsNothing.remedy':
    'Add a fieldSpec for the {{becomes}}, or have the chart render the label.',
  'serviceLabelsNothing.code':
    'labels:\n  - includeSelectors: true\n    fields:\n      - path: spec/template/metadata/labels\n        kind: Rollout\n        create: true',
  'workloadReferred.seen':
    'Rollout {{rollout}} takes its pods from Deployment {{deployment}} (spec.workloadRef)',
  'workloadReferred.why':
    'Both run until the Deployment is scaled down, and Argo CD scales it up again, without end. In our measurements, there was no pod for 6 s when the Rollout was removed.',
  'workloadReferred.remedy':
    'Have the chart render the pod template in the Rollout, and no Deployment beside it.',
  'runsTwice.seen':
    'Rollout {{rollout}} is rendered beside Deployment {{deployment}}, which has the same pod labels',
  'runsTwice.why':
    'Both run, and Services select the pods of both: a canary gets a smaller share of the traffic than its steps set.',
  'runsTwice.remedy': 'Have the chart render one of the two.',
  'cannotCoexist.seen':
    'Old and new pods of {{workload}} cannot run at the same time: {{because}}',
  'cannotCoexist.why':
    'The {{becomes}} starts beside the old pods, and Argo CD waits for it before it removes them: the new pods wait for the old ones to be removed, and the switch hangs.',
  'cannotCoexist.remedy':
    'Remove what keeps them apart first, or accept an outage: scale it down to 0, switch, and scale it up again.',
  'cannotShareNodes.seen':
    'Old and new pods of {{workload}} cannot run on the same node or in the same zone: {{because}}',
  'cannotShareNodes.why':
    'The {{becomes}} starts beside the old pods: {{pods}} pods need a place of their own until the old ones go. Where there are fewer, new pods stay Pending and the switch hangs.',
  'cannotShareNodes.remedy':
    'Make sure that there is room for all of them, or use preferred instead of required anti-affinity. Backstage does not read nodes.',
  'cannotShareNodes.code': 'kubectl get nodes',
  'selectsByHash.seen': '{{kind}} {{name}} selects pods by {{hash}}',
  'selectsByHash.why':
    'That is the hash of one revision: pods of the other kind never have it.',
  'selectsByHash.remedy': 'Remove {{hash}} from the selector in Git.',
  'unknownField.seen':
    'This cluster does not know {{field}} of Rollout {{rollout}} (other unknown fields: {{others}})',
  'unknownField.why':
    'The API server silently drops it: the Rollout does not do what Git says, and the Application stays OutOfSync.',
  'unknownField.remedy':
    'Render the field for a Deployment only, or apply the custom resource definitions of a newer Argo Rollouts.',
  'invalidField.seen':
    '{{field}} of Rollout {{rollout}} is invalid: {{rule}} (other invalid fields: {{others}})',
  'invalidField.why':
    'The API server refuses the Rollout: the sync fails and is tried again.',
  'invalidField.remedy': 'Correct the value in the chart or in its values.',
  'ruleBroken.seen':
    '{{field}} of Rollout {{rollout}} breaks a rule: {{rule}} (other violations: {{others}})',
  'ruleBroken.why':
    'The API server accepts it, but the controller rejects it: the Rollout gets the condition InvalidSpec and no pods.',
  'ruleBroken.remedy': 'Correct the value in the chart or in its values.',
  'podsUnstable.seen':
    'The pods of {{kind}} {{name}} are rendered differently each time, in {{fields}}',
  'podsUnstable.why':
    'Each time Argo CD renders them, this is a new release, and a canary that is waiting starts over.',
  'podsUnstable.remedy':
    'Have the chart render stable values instead of random values, the current time or lookups in the cluster.',
  'renderedUnstable.seen':
    '{{kind}} {{name}} is rendered differently each time, in {{fields}}',
  'renderedUnstable.why':
    'Argo CD applies it again and again, and a preview cannot say what it will be.',
  'renderedUnstable.remedy':
    'Have the chart render stable values, or set the value outside of the chart.',
  'waitsForPause.seen':
    'Rollout {{workload}} pauses until somebody promotes it, and what Argo CD applies after it waits: {{waiting}}',
  'waitsForPause.why':
    'The sync stays Running for the whole pause, and no later commit is synced, not even a revert.',
  'waitsForPause.remedy':
    'Take what waits out of PostSync and of later sync waves, or give the pause a duration. To go on now, promote.',
  'waitsForPause.code':
    'kubectl argo rollouts promote {{workload}} -n {{namespace}}',
  'weightsTooFine.seen':
    'With {{replicas}} replicas, some steps of Rollout {{workload}} cannot match their weight: {{steps}}',
  'weightsTooFine.why':
    'Without a traffic router, a weight is rounded to whole pods, at least one.',
  'weightsTooFine.remedy':
    'Choose weights that fit the number of replicas, run more replicas, or use a traffic router.',
  'routeToNothing.seen':
    '{{kind}} {{name}} sends requests to Service {{service}}, which is no longer rendered',
  'routeToNothing.why': 'Argo CD removes the Service, and these requests fail.',
  'routeToNothing.remedy':
    'Have the chart render the route with the Services that are there, in the same commit.',
  'stepsLost.seen':
    '{{file}} changes {{kind}} {{workload}}, and would not change the {{becomes}}: {{steps}}',
  'stepsLost.why':
    'Kustomize silently skips a patch or replacement whose target does not exist: what it set is lost after the switch.',
  'stepsLost.remedy':
    'Make its target match the {{becomes}} as well, with a kind that matches both, or by name only.',
  'stepsLost.code':
    'target:\n  kind: {{kind}}|{{becomes}}\n  name: {{workload}}',
  'nameLeft.seen':
    '{{field}} of {{kind}} {{name}} is {{written}}, but the object that it refers to is named {{wanted}}: kustomize renames it in {{places}}',
  'nameLeft.why':
    'By default, kustomize does not update references in or to a {{becomes}}: this one refers to an object that does not exist.',
  'nameLeft.remedy':
    'Add the name references of Rollouts to the kustomization, a file that Argo Rollouts publishes (docs/features/kustomize/rollout-transform.yaml).',
  'nameLeft.code': 'configurations:\n  - rollout-transform.yaml',
  'emptyDirLost.seen':
    'The pods of {{workload}} keep data in {{volumes}} (emptyDir)',
  'emptyDirLost.why':
    'The data is lost with the pods, and the switch replaces all pods within seconds, as every release does.',
  'emptyDirLost.remedy':
    'Make sure that nothing important is lost, such as a queue on disk or a warm cache.',
  'referenceLeft.seen':
    '{{field}} of {{kind}} {{name}} names {{before}} {{workload}}, which becomes a {{becomes}}',
  'referenceLeft.why': 'It finds nothing after the switch.',
  'referenceLeft.remedy':
    'Have the chart render it with the kind of the workload, or check that it knows the kind {{becomes}}.',
} as const;
