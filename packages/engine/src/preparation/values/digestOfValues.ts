import { createHash } from 'node:crypto';
import { ValuesSet } from '../../adoption/proof/ValuesSet';

/** The same for the same values of the same name. */
export function digestOfValues({ files, name }: ValuesSet): string {
  const hash = createHash('sha256').update(JSON.stringify(name));
  for (const each of files) {
    hash.update(createHash('sha256').update(each).digest());
  }
  return hash.digest('hex');
}
