/** What of the text of a file, or of a field, keeps an overlay from being previewed. `file`: or `<owner>: <field>`. */
export const textReasonTexts = {
  notUtf8: '{{file}} is not UTF-8',
  readDifferently:
    '{{file}} holds control characters or directives that YAML parsers read differently',
  yamlInvalid: '{{file}} is not valid YAML, line {{line}}: {{message}}',
  textTooLong: '{{file}} is longer than {{characters, number}} characters',
  nestedTooDeep: '{{file}} is nested more than {{levels, number}} levels deep',
  severalDocuments: '{{file}} holds several YAML documents',
  severalDocumentsOfValues:
    '{{file}} holds several YAML documents, of which Helm reads the first only before 4.3, and all since then',
  tooManyAliased:
    '{{file}} has aliases that stand for more than {{values, number}} values',
  aliasedTooLarge:
    '{{file}} has aliases that stand for more than {{mebibytes}} MiB',
  aliasOfItself: '{{file}} has an alias that contains itself',
  mergesNoMapping: '{{file}} has a merge key (<<) of what is no mapping',
  notMapping: '{{file}} is not a mapping',
  cannotLocate: '{{file}} cannot be edited, line {{line}}: {{code}}',
  jsonInvalid: '{{file}} is not valid JSON',
  readingTimedOut: '{{file}} took longer than {{seconds}} s to read',
  readingOutOfMemory:
    '{{file}} took more than {{mebibytes}} MiB of memory to read',
} as const;
