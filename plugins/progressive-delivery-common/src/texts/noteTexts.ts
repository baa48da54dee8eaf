/** What is to be known of an action that was taken. */
export const noteTexts = {
  ownershipLastKnown:
    'Git could not be read, so who owns this Rollout was taken from what was last known ({{at}})',
} as const;
