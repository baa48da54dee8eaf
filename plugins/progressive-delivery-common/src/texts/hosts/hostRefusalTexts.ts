/** Why a Git host does not do what it is asked, although it understood. */
export const hostRefusalTexts = {
  archived:
    'the repository is archived, so unarchive it, or deliver from another repository',
  branchMissing: 'the branch was deleted in the meantime, so try again',
  branchMoved:
    'the branch was changed by somebody else in the meantime, so try again',
  exists: 'a pull request for that branch is already open',
  noCommits: 'its base already has that change',
  noDrafts: 'it has no drafts there, so do not ask for one',
  noReviewers:
    'not all of them can be asked: reviewers must be members of the project, and without a licence for more there is one',
  noTeams: 'it asks people for reviews, not groups',
  rule: 'a rule, a hook or a branch protection does not permit it, so let the account make branches with that name',
  unsigned:
    'the repository takes signed commits only: exempt branches with that name, or use a GitHub App, whose commits GitHub signs',
  other: 'its rules do not permit it',
} as const;
