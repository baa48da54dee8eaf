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
  nothingToMerge: '{{message}}',

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
} as const;
