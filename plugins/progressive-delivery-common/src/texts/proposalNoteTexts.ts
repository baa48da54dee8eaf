/** What else is to be known of a pull request that is open. */
export const proposalNoteTexts = {
  labelsNotAdded: 'Labels could not be added ({{labels}}): {{message}}',
  labelsUnknown:
    'The repository has no such labels, so they were not added: {{labels}}',
  reviewsNotRequested:
    'Reviews could not be requested ({{reviewers}}): {{message}}',
  noOtherReviewer:
    'No review was requested: there is no reviewer other than the person who proposes the change',
  descriptionNotUpdated:
    'The branch is up to date, but the description could not be changed: {{message}}',
  closedBefore:
    'Pull request #{{number}} for the same change was closed without being merged',
  closedBeforeBy:
    'Pull request #{{number}} for the same change was closed by {{by}} without being merged',
} as const;
