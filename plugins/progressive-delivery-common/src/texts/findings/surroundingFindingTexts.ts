/** What checks of what is around a target find: other targets, other Applications, open pull requests. */
export const surroundingFindingTexts = {
  'fileShared.seen':
    '{{file}} is read by other Applications than {{target}} as well: {{count, number}}, of which you may see: {{applications}}',
  'fileShared.why': 'The switch changes all of them with the same commit.',
  'fileShared.remedy':
    'Give {{target}} a values file of its own, or switch when all of them are to change; ask whoever owns them.',
  'fileReached.seen':
    '{{file}} is not in the overlay of {{target}}, which reaches it through a base or a link; number of other Applications rendered from this repository: {{count, number}}',
  'fileReached.why':
    'Those that use the same file change with the same commit.',
  'fileReached.remedy':
    'Look for who else uses that base, or give the overlay a values file of its own.',
  'earlierNotSwitched.seen':
    '{{earlier}}, which the entity names before {{target}}, still has {{workloads}}',
  'earlierNotSwitched.why':
    'Problems with the switch should show up there first.',
  'earlierNotSwitched.remedy':
    'Switch {{earlier}} first. The order is that of the annotation argocd/app-name.',
  'earlierUnhealthy.seen':
    '{{earlier}}, which the entity names before {{target}}, is switched and {{health}}',
  'earlierUnhealthy.why':
    'The switch may cause the same problem in {{target}}.',
  'earlierUnhealthy.remedy': 'Wait until {{earlier}} is Healthy.',
  'sameProposed.seen':
    'Pull request #{{number}} is already open and sets {{switch}} to {{state}}',
  'sameProposed.why': 'A second pull request would propose the same change.',
  'sameProposed.remedy': 'Merge or close it: {{url}}',
  'otherProposed.seen':
    'Pull request #{{number}} is open and sets {{switch}} to {{state}} in {{file}}, too',
  'otherProposed.why':
    'Whichever is merged first changes what the other one does, and they may conflict.',
  'otherProposed.remedy': 'Merge or close it first: {{url}}',
} as const;
