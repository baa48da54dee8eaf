import { isDeepStrictEqual } from 'node:util';
import { InputError } from '@backstage/errors';
import { isMapping } from '../yaml/isMapping';
import { CannotEditError, SwitchEditOptions } from './CannotEditError';
import { SwitchPath } from './switchPath';
import { switchSplices } from './switchSplices';
import { ValuesDocument } from './valuesDocument';

/**
 * Sets a switch in a values file: replaces the bytes of its scalar and no other, or adds the shortest correct lines in
 * the file's own style. Read again, the result differs in that path alone.
 *
 * @throws InputError that says where and why, for what cannot be done exactly
 */
export function editSwitch(
  before: ValuesDocument,
  options: SwitchEditOptions,
): string {
  const { enabled, path } = options;
  const { values } = before;
  if (isMapping(values) && Object.hasOwn(values, 'sops')) {
    throw new CannotEditError(options, {
      id: 'encryptedWithSops',
      parameters: {},
    });
  }
  const wanted = withValue(values, path, enabled);
  for (const { start, end, insert } of switchSplices(before, options)) {
    const text =
      before.mark +
      before.text.slice(0, start) +
      insert +
      before.text.slice(end);
    if (isDeepStrictEqual(valuesOf(text, before, options), wanted)) {
      return text;
    }
  }
  throw new CannotEditError(options, { id: 'noExactEdit', parameters: {} });
}

/** `undefined` where the text is none that could be read. */
function valuesOf(
  text: string,
  { helm }: ValuesDocument,
  { file }: SwitchEditOptions,
): unknown {
  try {
    return ValuesDocument.parse(text, { file, helm }).values;
  } catch (error) {
    if (error instanceof InputError) {
      return undefined;
    }
    throw error;
  }
}

function withValue(values: unknown, path: SwitchPath, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) {
    return value;
  }
  const map = isMapping(values) ? values : {};
  return {
    ...map,
    [key]: withValue(
      Object.hasOwn(map, key) ? map[key] : undefined,
      rest,
      value,
    ),
  };
}
