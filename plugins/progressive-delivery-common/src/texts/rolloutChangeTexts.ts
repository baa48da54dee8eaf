/** What of a Rollout is no longer as a person saw it, as the end of a sentence that begins with the Rollout. */
export const rolloutChangeTexts = {
  revision: 'a new revision was created',
  spec: 'its spec was changed',
  aborted: 'it was aborted',
  notAborted: 'it is no longer aborted',
  steps: '{{done}} of its steps are done, not {{seen}}',
  paused: 'it is paused now',
  notPaused: 'it is no longer paused',
} as const;
