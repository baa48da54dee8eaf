/** What else is to be known of a pull request that is open. */
export const proposalNoteTexts = {
  labelsNotAdded: 'Labels could not be added ({{labels}}): {{message}}',
  labelsUnknown:
    'The repository has no such labels, so they were not added: {{labels}}',
  reviewsNotRequested:
    'Reviews could not be requested ({{reviewers}}): {{message}}',
  noOtherReviewer:
    'No review was requested: there is no reviewer other than the person who proposes the change',
} as const;
