import { namesSecret } from '../secrets/namesSecret';
import { MASK, SecretTexts } from '../secrets/secretTexts';
import { unifiedPatch } from './unifiedPatch';

/** An entry of a mapping: what stands before its value, its key, its value. */
const ENTRY = /^(\s*(?:- )*["']?([^\s"':#][^"':]*)["']?:)(?:\s+(\S.*))?$/;

/** Values that tell nothing, among them the beginning of a text of several lines. */
const HARMLESS = /^(?:true|false|null|~|\{\}|\[\]|[|>][+-]?)?$/;

/**
 * The edit of a values file. The lines around it are shown so that people find it; what is or looks like a secret in
 * them is masked.
 */
export function valuesPatch(
  { file, before, after }: { file: string; before: string; after: string },
  texts: SecretTexts,
): string {
  if (before === after) {
    return '';
  }
  const patch = unifiedPatch(
    { title: file, text: before },
    { title: file, text: after },
  );
  const masked = maskLines(before, texts);
  let oldLine = 0;
  return patch
    .split('\n')
    .map(line => {
      const [, start] = /^@@ -(\d+)/.exec(line) ?? [];
      if (start !== undefined) {
        oldLine = Number(start) - 1;
        return line;
      }
      if (line.startsWith('-')) {
        oldLine++;
      }
      return line.startsWith(' ') ? ` ${masked[oldLine++]}` : line;
    })
    .join('\n');
}

/** Every line of a values file, without what is or looks like a secret. */
function maskLines(text: string, texts: SecretTexts): string[] {
  let secretDepth: number | undefined;
  return text.split('\n').map(line => {
    const depth = line.search(/[^\s-]/);
    if (depth === -1) {
      return line;
    }
    const [, head, key = '', value = ''] = ENTRY.exec(line) ?? [];
    if (secretDepth !== undefined && depth <= secretDepth) {
      secretDepth = undefined;
    }
    if (secretDepth === undefined) {
      if (!namesSecret(key)) {
        return texts.mask(line);
      }
      secretDepth = depth;
    }
    if (head === undefined) {
      return `${line.slice(0, depth)}${MASK}`;
    }
    return HARMLESS.test(value) ? line : `${head} ${MASK}`;
  });
}
