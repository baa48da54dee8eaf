/** Why an action was not taken on a Rollout. */
export const actionProblemTexts = {
  rolloutChanged:
    'Rollout {{name}} has changed since you last saw it, so nothing was done: {{change}}.',
  rolloutChangesFast:
    'Rollout {{name}} keeps changing, so the action could not be applied: refresh and try again',
  actionRefused: 'Rollout {{name}} was not changed: {{refusal}}',
  rolloutChangedBetween:
    'Rollout {{name}} was changed by somebody else during this action: its status was patched, but spec.paused was not. Refresh and check it.',
  rolloutGone: 'Rollout {{namespace}}/{{name}} is gone',
  rolloutNotOfTarget: '{{target}} has no Rollout {{namespace}}/{{name}}',
  nothingToActOn:
    'Nothing can be done to what runs of {{target}}: what belongs to it is told by an Argo CD Application, and it has none. Name it in the annotation argocd/app-name.',
  nowhereToAct:
    "No cluster matches the destination of {{target}}: name the Kubernetes plugin's cluster for it in progressiveDelivery.destinations",

  ownersUnknown:
    'Backstage cannot tell which Rollouts of {{target}} this component owns: {{problem}}',
  ownershipUnknown:
    '{{entity}} owns {{switches}} of {{target}}, and Backstage cannot tell whether that moves Rollout {{namespace}}/{{name}}: {{problem}}',
  ownershipUntried:
    '{{entity}} owns {{switches}} of {{target}}, and Backstage cannot tell whether that moves Rollout {{namespace}}/{{name}}: {{notProposable}}',
  ownedByOthers:
    '{{entity}} owns {{switches}} of {{target}}, which does not move Rollout {{namespace}}/{{name}}: act on it from the component that owns {{moving}}',
  notOwned:
    '{{entity}} owns {{switches}} of {{target}}, which does not move Rollout {{namespace}}/{{name}}: act on it from the component that owns it',
  ownsNoSwitch:
    '{{entity}} owns no switch of {{target}}: act on Rollout {{namespace}}/{{name}} from the component that owns it',

  patchRejected:
    'Cluster {{cluster}} rejected the change to Rollout {{namespace}}/{{name}}: {{message}}',
  patchForbidden:
    "Backstage is not allowed to patch {{resource}} in namespace {{namespace}} of cluster {{cluster}}: give the Kubernetes plugin's account for it the verb patch on rollouts.argoproj.io and rollouts.argoproj.io/status (the cluster said: {{message}})",
  patchFailed:
    'Cluster {{cluster}} could not change Rollout {{namespace}}/{{name}} ({{status}}: no reason given)',
  patchFailedSaying:
    'Cluster {{cluster}} could not change Rollout {{namespace}}/{{name}} ({{status}}: {{message}})',
  patchUnanswered:
    'Cluster {{cluster}} did not answer whether it took the change of Rollout {{namespace}}/{{name}}: look before you try again',
  patchAnswerUnreadable:
    'Cluster {{cluster}} answered to a change of Rollout {{namespace}}/{{name}} with what cannot be read: {{message}}',
} as const;
