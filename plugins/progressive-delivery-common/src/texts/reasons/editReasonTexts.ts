/** What about the text of a values file keeps an edit of it from being exact. `at`: values path of a mapping or value, `.` for the root. */
export const editReasonTexts = {
  encryptedWithSops: 'The file is encrypted with SOPS',
  noExactEdit: 'No edit of the text changes this value and no other',
  isNoMapping: '{{at}} (line {{line}}) is not a mapping',
  isNoScalar: '{{at}} (line {{line}}) is not a scalar',
  isAlias: '{{at}} (line {{line}}) is the alias *{{anchor}}',
  isAnchored:
    '{{at}} (line {{line}}) has the anchor &{{anchor}}, so that a change of it would change elsewhere too',
  hasMergeKey: '{{at}} (line {{line}}) has a merge key (<<)',
  standsTwice: 'The key {{key}} occurs twice (line {{line}})',
  hasNoValue: '{{at}} has no value',
} as const;
