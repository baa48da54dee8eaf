/** What keeps a pull request from being opened now. */
export const proposalProblemTexts = {
  switchChanged:
    'What {{switch}} would change is no longer what you saw: the overlay, its chart or the tools changed since. Preview it again.',
  switchNotProposable:
    'No pull request can change {{switch}}. {{notProposable}}',

  alreadySet:
    '{{switch}} is {{value}} in {{file}} already, at {{commit}}: nothing to propose',
  alreadySetByMerge:
    '{{switch}} is {{value}} in {{file}} already, at {{commit}}, since pull request #{{number}} was merged ({{url}}): nothing to propose',
  alreadySetByMergeOf:
    '{{switch}} is {{value}} in {{file}} already, at {{commit}}, since pull request #{{number}} was merged by {{by}} ({{url}}): nothing to propose',
  nothingToMerge:
    'The base of branch {{branch}} of {{repository}} holds this change already: nothing to propose',

  baseGone:
    'Branch {{branch}} of {{repository}}, which the pull request would be merged into, was deleted or renamed: deliver from a branch that exists',
  changedAgainAndAgain:
    'The repository was changed again and again while the pull request was being opened: try again',

  oppositeOpen:
    'Pull request #{{number}} is open and sets {{switch}} to {{value}}: merge or close it first ({{url}})',
  openBeforeRenaming:
    'Pull request #{{number}} is open and sets {{switch}} to {{value}}, from before its base was renamed to {{branch}}: merge it, or close it and propose again ({{url}})',
  openOntoFormerName:
    'Pull request #{{number}} is open and sets {{switch}} to {{value}}, from before its base was renamed to {{branch}}: change its base from {{base}}, or close it and propose again ({{url}})',
  branchOfOthers:
    'Branch {{branch}} of {{repository}} has work on it that Backstage did not commit ({{commit}}), so it was left alone. Merge or delete that branch first.',

  branchMissing:
    'Branch {{branch}} of {{repository}} was deleted in the meantime: try again',
  branchMoved:
    'Branch {{branch}} of {{repository}} was changed by somebody else in the meantime: try again',
  pullRequestExists:
    'A pull request for branch {{branch}} of {{repository}} is open already: try again to go on with it',

  findingsInTheWay:
    'What was found keeps this from being proposed: {{findings}}. Fix it, or override it with a reason.',
  findingsNotOverridden:
    'This was found as well, and is not among what you override: {{findings}}. Fix it, or override it, too.',
} as const;
