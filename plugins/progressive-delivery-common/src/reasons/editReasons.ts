import { messageSchema } from '../texts';
import { anchor, at, key, line } from './parameters';

/** What about the text of a values file keeps an edit of it from being exact. `at`: values path of a mapping or value, `.` for the root. */
export const editReasons = [
  messageSchema('encryptedWithSops', {}),
  messageSchema('noExactEdit', {}),
  messageSchema('isNoMapping', { at, line }),
  messageSchema('isNoScalar', { at, line }),
  messageSchema('isAlias', { at, line, anchor }),
  messageSchema('isAnchored', { at, line, anchor }),
  messageSchema('hasMergeKey', { at, line }),
  messageSchema('standsTwice', { key, line }),
  messageSchema('hasNoValue', { at }),
] as const;
