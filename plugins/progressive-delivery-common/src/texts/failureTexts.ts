/** How an update of a Rollout ended, where it did not succeed. */
export const failureTexts = {
  canaryAtStep: 'Canary failed at step {{step}} of {{steps}}: {{cause}}.',
  canary: 'Canary failed: {{cause}}.',
  rollout: 'Rollout failed: {{cause}}.',
  abortedAtStep: 'Aborted manually at step {{step}} of {{steps}}.',
  aborted: 'Aborted manually.',
} as const;
