/** Why no pull request can flip a switch, and what to do instead. */
export const notProposableTexts = {
  setElsewhere:
    '{{field}} of {{owner}} sets {{path}} and wins over values files: change it there',
  setInEncryptedFile:
    '{{file}} is encrypted, sets {{path}} and wins over other values files: change it there',
  valuesFileNotRead:
    '{{file}} is not read, because {{field}} of {{owner}} is replace: set it to override or merge, or set {{path}} in valuesInline',
  noValuesFile:
    'The overlay has no values file of its own that could be changed: add one',
  inFetchedChart:
    '{{file}} is in the chart that is fetched from {{repository}}, not in Git: set {{path}} in a values file of a Git repository, which the Application can name as a source with a ref',
  notEditable:
    '{{path}} cannot be changed in {{file}} automatically, so change it by hand. {{because}}',
  pinned:
    '{{field}} of {{owner}} is pinned to {{revision}} ({{commit}}), which is not a branch that a pull request could be merged into: change it there',
  pinnedToVersions:
    '{{field}} of {{owner}} is pinned to the versions {{revision}}, now the tag {{tag}} ({{commit}}), which is not a branch that a pull request could be merged into: change it there',
  overlayPinned:
    'The overlay is pinned to {{revision}} ({{commit}}), which is not a branch that a pull request could be merged into: name a branch',
  overlayPinnedToVersions:
    'The overlay is pinned to the versions {{revision}}, now the tag {{tag}} ({{commit}}), which is not a branch that a pull request could be merged into: name a branch',
} as const;
