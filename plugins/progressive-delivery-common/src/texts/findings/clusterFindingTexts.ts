/** What checks of the live cluster find. */
export const clusterFindingTexts = {
  'crdMissing.seen':
    'Cluster {{cluster}} has no custom resource definition rollouts.argoproj.io',
  'crdMissing.why':
    'The cluster does not know the kind Rollout, so Argo CD cannot apply one.',
  'crdMissing.remedy':
    'Install Argo Rollouts, with its custom resource definitions.',
  'crdMissing.code':
    'kubectl apply -k https://github.com/argoproj/argo-rollouts/manifests/crds?ref=stable',
  'crdNotEstablished.seen':
    'The custom resource definition rollouts.argoproj.io of cluster {{cluster}} is not established: {{condition}}',
  'crdNotEstablished.why': 'The API server does not serve Rollouts yet.',
  'crdNotEstablished.remedy':
    'Look at the conditions of the custom resource definition.',
  'crdNotEstablished.code':
    'kubectl get crd rollouts.argoproj.io -o jsonpath={.status.conditions}',
  'crdVersionMissing.seen':
    'The custom resource definition rollouts.argoproj.io of cluster {{cluster}} does not serve version v1alpha1',
  'crdVersionMissing.why': 'The controller and Argo CD use that version.',
  'crdVersionMissing.remedy':
    'Apply the custom resource definitions of the Argo Rollouts release that runs.',
  'crdSubresourcesMissing.seen':
    'The custom resource definition rollouts.argoproj.io of cluster {{cluster}} lacks subresources: {{subresources}}',
  'crdSubresourcesMissing.why':
    'The controller writes the status, and autoscalers write the scale.',
  'crdSubresourcesMissing.remedy':
    'Apply the custom resource definitions of the Argo Rollouts release that runs.',
  'controllerMissing.seen':
    'Cluster {{cluster}} has no Argo Rollouts controller: no Deployment with the label app.kubernetes.io/name=argo-rollouts, and no Lease argo-rollouts-controller-lock that is being renewed',
  'controllerMissing.why':
    'Without the controller, a Rollout gets no pods: with PruneLast, the sync hangs; without PruneLast, nothing runs.',
  'controllerMissing.remedy': 'Install Argo Rollouts, or start its controller.',
  'controllerMissing.code':
    'kubectl get deployment -A -l app.kubernetes.io/name=argo-rollouts',
  'controllerUnavailable.seen':
    'Deployment {{deployment}} of the Argo Rollouts controller has no available pod',
  'controllerUnavailable.why':
    'Without the controller, a Rollout gets no pods: with PruneLast, the sync hangs; without PruneLast, nothing runs.',
  'controllerUnavailable.remedy': 'Find out why its pods do not run.',
  'controllerUnavailable.code':
    'kubectl -n {{namespace}} get pods -l app.kubernetes.io/name=argo-rollouts',
  'otherInstance.seen':
    'No Argo Rollouts controller runs with the instance ID {{instance}}, which Rollout {{rollout}} requires',
  'otherInstance.why':
    'Controllers ignore Rollouts with another instance ID, so it gets no pods.',
  'otherInstance.remedy':
    'Set the label argo-rollouts.argoproj.io/controller-instance-id to that of the controller that runs, or start one.',
  'notWatched.seen':
    'No Argo Rollouts controller watches namespace {{namespace}}: the running ones are limited to other namespaces (--namespaced)',
  'notWatched.why': 'Rollout {{rollout}} gets no pods.',
  'notWatched.remedy':
    'Run the controller for the whole cluster, or one in this namespace.',
  'deploymentUnsettled.seen':
    'Deployment {{deployment}} is not stable: {{state}}',
  'deploymentUnsettled.why':
    'If something went wrong during the switch, it would be hard to tell whether the switch or the Deployment caused it.',
  'deploymentUnsettled.remedy': 'Wait until it is rolled out, or fix it first.',
  'deploymentUnsettled.code':
    'kubectl -n {{namespace}} rollout status deployment/{{deployment}}',
  'rolloutUnsettled.seen': 'Rollout {{rollout}} is not stable: {{state}}',
  'rolloutUnsettled.why':
    'A Deployment has no steps: the image in Git goes to all pods at once, even that of an aborted canary.',
  'rolloutUnsettled.remedy':
    'Promote or abort it, set the image that serves traffic in Git, and wait until it is Healthy.',
  'rolloutUnsettled.code':
    'kubectl argo rollouts get rollout {{rollout}} -n {{namespace}}',
  'imageNotDeployed.seen':
    'Container {{container}} of {{workload}} runs {{live}}, and Git has {{git}}',
  'imageNotDeployed.why':
    'The switch would deploy it as well: the first revision of the {{becomes}} goes to all pods at once, without steps and without analysis.',
  'imageNotDeployed.remedy':
    'Deploy that image first, and switch when it runs.',
  'ofAnotherApplication.seen':
    '{{kind}} {{name}} in namespace {{namespace}} already exists, and belongs to Application {{owner}}',
  'ofAnotherApplication.why':
    'Two Applications would write the same object in turn.',
  'ofAnotherApplication.remedy':
    'Remove one of them, or give the workload another name.',
  'selectorImmutable.seen':
    '{{kind}} {{name}} in namespace {{namespace}} already exists, with another selector',
  'selectorImmutable.why': 'A selector cannot be changed: the sync fails.',
  'selectorImmutable.remedy': 'Delete it, once nothing needs its pods.',
  'selectorImmutable.code': 'kubectl -n {{namespace}} delete {{kind}} {{name}}',
  'fewerReplicas.seen':
    '{{running}} replicas of {{workload}} run, and the {{becomes}} starts with {{starting}}',
  'fewerReplicas.why':
    'Once the old kind is gone there are fewer pods than now, and nothing scales them up again.',
  'fewerReplicas.remedy': 'Set replicas in Git to the number that runs now.',
  'fewerReplicas.code': 'replicas: {{running}}',
  'fewerReplicasScaled.seen':
    '{{running}} replicas of {{workload}} run, and the {{becomes}} starts with {{starting}} until its autoscaler gives it more',
  'fewerReplicasScaled.why':
    'In our measurements, capacity did not dip as long as the autoscaler had metrics: it remembers its recommendations of the last five minutes.',
  'fewerReplicasScaled.remedy':
    'To be on the safe side, set replicas in Git to the number that runs now.',
  'fewerReplicasScaled.code': 'replicas: {{running}}',
  'autoscalerFails.seen':
    'HorizontalPodAutoscaler {{autoscaler}} of {{workload}} does not work: {{condition}} is False, {{reason}} {{said}}',
  'autoscalerFails.why':
    'Argo CD counts it as degraded and does not prune: the switch hangs at double capacity.',
  'autoscalerFails.remedy': 'Fix its metrics before you switch.',
  'autoscalerFails.code':
    'kubectl -n {{namespace}} describe hpa {{autoscaler}}',
  'hashLeft.seen':
    '{{kind}} {{name}} selects by {{hash}}, which no pod of a Deployment has',
  'hashLeft.why':
    'Argo Rollouts removes it only if its controller runs and the annotation argo-rollouts.argoproj.io/managed-by-rollouts of the object names the Rollout. That is not the case here, and a sync does not remove what is not in Git: after the switch, no pods are selected, and no traffic is served.',
  'hashLeft.remedy':
    'Turn off traffic routing in the Rollout first. Otherwise, remove it as soon as the Deployment exists.',
  'hashLeft.code': 'kubectl -n {{namespace}} get {{kind}} {{name}} -o yaml',
  'hashRemovedLate.seen':
    '{{kind}} {{name}} selects by {{hash}} until Argo Rollouts removes it',
  'hashRemovedLate.why':
    'Argo Rollouts removes it only after the Rollout is gone: for a moment, none of the remaining pods are selected.',
  'hashRemovedLate.remedy':
    'Turn off traffic routing in the Rollout first. Otherwise, switch when a short interruption does no harm, and make sure that the controller runs.',
  'hashRemovedLate.code':
    'kubectl -n {{namespace}} get {{kind}} {{name}} -o yaml',
  'referenceMissing.seen':
    '{{field}} of Rollout {{rollout}} names {{kind}} {{name}}, which is neither rendered nor in the cluster',
  'referenceMissing.why':
    'The controller looks it up before anything else: the Rollout gets the condition InvalidSpec and no pods.',
  'referenceMissing.remedy':
    'Deliver the {{kind}} first or with the Rollout, or correct the name.',
  'referenceMissing.code':
    'kubectl get {{kind}} {{name}} --namespace "{{namespace}}"',
  'serviceUnfit.seen':
    'Service {{service}}, which {{field}} of Rollout {{rollout}} names, does not fit: {{because}}',
  'serviceUnfit.why':
    'The controller refuses it: the Rollout gets the condition InvalidSpec and no pods.',
  'serviceUnfit.remedy':
    'Give the Rollout a Service of its own, which selects its pods.',
  'budgetCountsBoth.seen':
    'PodDisruptionBudget {{budget}} selects the pods of both kinds of {{workload}} while they run side by side',
  'budgetCountsBoth.why':
    'It counts twice the pods then. It neither keeps the old ones from being removed nor slows that down: it guards evictions only.',
  'budgetCountsBoth.remedy':
    'No change is needed, but do not drain nodes during the switch.',
  'quotaExceeded.seen':
    'ResourceQuota {{quota}} is at {{used}} of {{hard}} {{resource}}: there is no room for a second set of the pods of {{workloads}}',
  'quotaExceeded.why':
    'Both kinds run side by side: the new pods are refused, and the switch hangs.',
  'quotaExceeded.remedy':
    'Raise the quota during the switch, or scale down first.',
  'quotaExceeded.code': 'kubectl -n {{namespace}} describe quota {{quota}}',
} as const;
