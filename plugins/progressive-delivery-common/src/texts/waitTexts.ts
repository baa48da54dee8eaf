/** What the current step of a canary waits for. */
export const waitTexts = {
  promotion: 'Waiting for promotion',
  pauseEnd: 'Waiting for the pause to end',
} as const;
