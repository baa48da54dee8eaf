import { ValuesChange } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { codeSpan } from './inert';

/** Where the switch is and what becomes of it; what else stands in the file is nobody's business here. */
export function valuesSection(change: ValuesChange): string {
  const before =
    change.before === undefined ? 'not set' : `\`${change.before}\``;
  return [
    '### Values',
    `${codeSpan(change.path)} in ${codeSpan(change.file)}, line ${
      change.line
    }: ${before} → \`${change.after}\``,
  ].join('\n\n');
}
