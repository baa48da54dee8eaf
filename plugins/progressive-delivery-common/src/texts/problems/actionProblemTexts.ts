/** Why an action was not taken on a Rollout. */
export const actionProblemTexts = {
  rolloutChanged:
    'Rollout {{name}} has changed since you looked, so nothing was done: {{change}}.',
  rolloutChangesFast:
    'Rollout {{name}} changes faster than anything can be done to it: look again',
  actionRefused: 'Nothing was done to Rollout {{name}}: {{refusal}}',
  rolloutChangedBetween:
    'Rollout {{name}} was changed by somebody else in the middle of this: its status was patched, and spec.paused was not. Look again.',
  rolloutGone: 'Rollout {{namespace}}/{{name}} is gone',
} as const;
