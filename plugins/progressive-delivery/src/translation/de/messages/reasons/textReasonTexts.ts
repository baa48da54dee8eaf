import { PartOf } from '../../../shape/PartOf';

export const textReasonTexts = {
  notUtf8: '{{file}} ist kein UTF-8',
  readDifferently:
    '{{file}} enthält Steuerzeichen oder Direktiven, die YAML-Parser verschieden lesen',
  yamlInvalid: '{{file}} ist kein gültiges YAML, Zeile {{line}}: {{message}}',
  textTooLong: '{{file}} ist länger als {{characters, number}} Zeichen',
  nestedTooDeep:
    '{{file}} ist mehr als {{levels, number}} Ebenen tief verschachtelt',
  severalDocuments: '{{file}} enthält mehrere YAML-Dokumente',
  severalDocumentsOfValues:
    '{{file}} enthält mehrere YAML-Dokumente, von denen Helm vor 4.3 nur das erste liest und seitdem alle',
  tooManyAliased:
    '{{file}} hat Aliasse, die für mehr als {{values, number}} Werte stehen',
  aliasedTooLarge:
    '{{file}} hat Aliasse, die für mehr als {{mebibytes}} MiB stehen',
  aliasOfItself: '{{file}} hat einen Alias, der sich selbst enthält',
  mergesNoMapping:
    '{{file}} hat einen Merge-Key (<<) auf etwas, das kein Mapping ist',
  notMapping: '{{file}} ist kein Mapping',
  cannotLocate:
    '{{file}} lässt sich nicht bearbeiten, Zeile {{line}}: {{code}}',
  jsonInvalid: '{{file}} ist kein gültiges JSON',
  readingTimedOut: '{{file}} zu lesen dauerte länger als {{seconds}} s',
  readingOutOfMemory:
    '{{file}} zu lesen brauchte mehr als {{mebibytes}} MiB Speicher',
} satisfies PartOf<'reason'>;
