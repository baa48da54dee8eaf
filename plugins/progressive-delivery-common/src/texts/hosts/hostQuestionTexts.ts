/** What a Git host is asked to do in a repository, as in "is not allowed to open a pull request". */
export const hostQuestionTexts = {
  read: 'read',
  publishBranch: 'publish a branch',
  openPullRequest: 'open a pull request',
  listPullRequests: 'list pull requests',
  readPullRequest: 'read a pull request',
  changePullRequests: 'change pull requests',
  closePullRequest: 'close a pull request',
  addLabels: 'add labels',
  requestReviews: 'request reviews',
} as const;
