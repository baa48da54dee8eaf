import { messageSchema } from '../texts';
import {
  characters,
  code,
  file,
  levels,
  line,
  mebibytes,
  message,
  seconds,
  values,
} from './parameters';

/** What of the text of a file, or of a field, keeps an overlay from being previewed. `file`: or `<owner>: <field>`. */
export const textReasons = [
  messageSchema('notUtf8', { file }),
  messageSchema('readDifferently', { file }),
  messageSchema('yamlInvalid', { file, line, message }),
  messageSchema('textTooLong', { file, characters }),
  messageSchema('nestedTooDeep', { file, levels }),
  messageSchema('severalDocuments', { file }),
  messageSchema('severalDocumentsOfValues', { file }),
  messageSchema('tooManyAliased', { file, values }),
  messageSchema('aliasedTooLarge', { file, mebibytes }),
  messageSchema('aliasOfItself', { file }),
  messageSchema('mergesNoMapping', { file }),
  messageSchema('notMapping', { file }),
  messageSchema('cannotLocate', { file, line, code }),
  messageSchema('jsonInvalid', { file }),
  messageSchema('readingTimedOut', { file, seconds }),
  messageSchema('readingOutOfMemory', { file, mebibytes }),
] as const;
