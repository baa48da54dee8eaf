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
} as const;
