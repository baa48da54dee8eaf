/** What of the tools that render, or of their limits, keeps an overlay from being previewed. */
export const toolReasonTexts = {
  toolMissing:
    '{{command}} is not there or cannot be run: correct {{configuration}}',
  toolNotOnPath:
    'There is no {{command}} on the PATH of the backend: install it, or set {{configuration}} to its path',
  toolVersionUnknown: '{{command}} does not say its version ({{message}})',
  toolVersionInvalid:
    '"{{version}}" in {{configuration}} is not a recognizable version',
  gitTooOld:
    'Git {{version}} ({{configuration}}) is too old: {{wanted}} or newer is needed',
  helmUnknown: 'Helm {{helm}} ({{configuration}}) is neither 3 nor 4',
  kustomizeTooOld:
    "Kustomize {{kustomize}} ({{configuration}}) cannot tell charts the cluster's version: 5.3 or newer is needed",
  kustomizeTooOldForHelm:
    'Kustomize {{kustomize}} ({{configuration}}) does not run Helm {{helm}}: with Helm 4, Kustomize 5.8 or newer is needed',
  kustomizeDiffers:
    'The Application asks for kustomize {{wanted}}, and {{found}} is what there is',
  takenForOption: '"{{value}}" of {{command}} could be taken for an option',
  controlCharacters: '{{command}} would get control characters',
  argumentInvalid: '{{field}} "{{value}}" is invalid: {{message}}',
  kubeVersionInvalid: '{{field}} "{{value}}" is not a Kubernetes version',
  clusterVersionUnknown:
    'What charts see of cluster {{cluster}} is not known: {{path}} was not answered',
  clusterVersionRefused:
    'What charts see of cluster {{cluster}} is not known: {{path}} was answered with {{status}}',
  clusterVersionInvalid:
    'What charts see of cluster {{cluster}} is not known: {{path}} was answered with what cannot be read; Kubernetes 1.27 or newer is needed',
  tooManyObjects:
    'The overlay renders more than {{limit, number}} objects, which is as many as progressiveDelivery.rendering.limits.objects allows',
  notKubernetes:
    '{{file}} contains a document that is not a Kubernetes object: {{field}}: {{message}}',
  toolOutOfMemory:
    '{{tool}} needs more than {{mebibytes}} MiB of memory (progressiveDelivery.rendering.limits.memoryMebibytes)',
  toolTimedOut:
    '{{tool}} took longer than {{seconds}} s and was ended (progressiveDelivery.rendering.limits.seconds)',
  toolPrintedTooMuch:
    '{{tool}} printed more than {{mebibytes}} MiB and was ended (progressiveDelivery.rendering.limits.outputMebibytes)',
  toolKilled: '{{tool}} was ended by {{signal}}',
  toolSilent: '{{tool}} ended with exit code {{exitCode}} and no message',
  toolNotStarted: '{{tool}} could not be started',
  kustomizeLosesRollout:
    '{{message}} (Kustomize cannot set the replicas of a Rollout, nor patch a kind that is no longer there: see {{steps}})',
} as const;
