/** What keeps a pull request from being opened now. */
export const proposalProblemTexts = {
  switchChanged:
    'The effect of {{switch}} is no longer what you previewed: the overlay, its chart or the tools have changed. Preview it again.',
  switchNotProposable:
    'No pull request can change {{switch}}. {{notProposable}}',

  alreadySet:
    '{{switch}} is already {{value}} in {{file}} at {{commit}}: there is nothing to propose',
  alreadySetByMerge:
    '{{switch}} is already {{value}} in {{file}} at {{commit}}, since pull request #{{number}} was merged ({{url}}): there is nothing to propose',
  alreadySetByMergeOf:
    '{{switch}} is already {{value}} in {{file}} at {{commit}}, since {{by}} merged pull request #{{number}} ({{url}}): there is nothing to propose',
  nothingToMerge:
    'The base of branch {{branch}} of {{repository}} already has this change: there is nothing to propose',

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
    'Branch {{branch}} of {{repository}} has commits that Backstage did not make ({{commit}}), so it was not changed. Merge or delete that branch first.',

  branchMissing:
    'Branch {{branch}} of {{repository}} was deleted in the meantime: try again',
  branchMoved:
    'Branch {{branch}} of {{repository}} was changed by somebody else in the meantime: try again',
  pullRequestExists:
    'A pull request for branch {{branch}} of {{repository}} is already open: try again to continue with it',

  changeHeld:
    '{{branch}} already has what pull request #{{number}} changes: close it',
  pullRequestOutdated:
    'The effect of {{switch}} is no longer what was previewed for pull request #{{number}}. Preview it again.',
  pullRequestMoved:
    'The branch of pull request #{{number}} was changed by somebody else in the meantime, so try again',
  pullRequestOfOthers:
    'Pull request #{{number}} has commits that Backstage did not make, so it was not changed: update or close it at {{product}} ({{url}})',
  pullRequestNotOpen:
    "{{target}} has no open pull request #{{number}} for {{switch}}: it was merged or closed, or is another one's",

  findingsInTheWay:
    'These findings block the pull request: {{findings}}. Fix them, or override them with a reason.',
  findingsNotOverridden:
    'These findings block it as well, and you have not overridden them: {{findings}}. Fix them, or override them, too.',
} as const;
