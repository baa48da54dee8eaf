/** What of the files of a repository keeps an overlay from being previewed. */
export const fileReasonTexts = {
  fileMissing: '{{file}} does not exist',
  directoryMissing:
    'There is no directory {{directory}} in the repository at {{commit}}',
  isDirectory:
    '{{path}} is a directory or leads to one, where a file is needed',
  fileTooLarge: '{{file}} is larger than {{mebibytes}} MiB',
  isLink: '{{file}} is a symbolic link',
  isSubmodule: '{{path}} of {{repository}} is a submodule',
  isJsonnet: '{{file}} is a Jsonnet program',
  asksForFunction: '{{file}} asks for a function to be run',
  linkBroken:
    'The symbolic link {{path}} leads to {{target}}, which does not exist',
  linkLeavesRepository:
    'The symbolic link {{path}} leads out of the repository',
  linkLeavesOverlay:
    'The symbolic link {{path}} leads out of what the overlay may read',
  linkTargetInvalid:
    'The symbolic link {{path}} leads to no path that a file may have',
  linkChain: '{{path}} is a chain of symbolic links',
  directoryTooLarge:
    '{{directory}} holds more than {{limit, number}} files, or symbolic links that lead in circles',
  pathInvalid: 'The repository holds a path that no file may have: "{{path}}"',
  pathTooLong:
    'The path "{{path}}" of the repository is longer than file systems allow: {{longestName, number}} bytes a name, {{longestPath, number}} in all',
  pathTaken: '{{path}} of {{repository}} is where a fetched chart belongs',
  overlayTooLarge:
    'The files of the overlay are {{bytes, number}} bytes; at most {{limit, number}} are rendered',
  tooManyFiles:
    'The overlay needs more than {{limit, number}} files of {{repository}}',
  referenceRemote:
    '{{field}} "{{reference}}" of {{owner}} is remote, or could be taken for something that is: only files of the same repository are rendered',
  referenceEmpty: '{{field}} of {{owner}} is empty',
  referenceAbsolute:
    '{{field}} "{{reference}}" of {{owner}} is an absolute path',
  referenceLeavesRepository:
    '{{field}} "{{reference}}" of {{owner}} leads out of the repository',
  patternInvalid: '"{{pattern}}" is not a valid pattern',
  patternTooLong:
    'The pattern "{{pattern}}" is longer than {{limit, number}} characters',
  patternTooSlow:
    'The pattern "{{pattern}}" takes too long to compare with the files',
  patternTooWide:
    'The pattern "{{pattern}}" stands for more than {{limit, number}} paths',
  patternThroughLink:
    'The pattern "{{pattern}}" reaches through the symbolic link {{path}}',
  patternMatchesNothing:
    'The pattern "{{pattern}}" of the values files matches no file',
} as const;
