import { z } from 'zod/v4';

/**
 * An enum of an answer: a reader takes values of later versions for `unknown`. Requests use `z.enum`, which refuses them.
 *
 * @param unknown - the word for it: `unknown`, or the field's own, such as `Unknown` among phases
 */
export function openEnum<
  const Values extends readonly string[],
  const Unknown extends string,
>(values: Values, unknown: Unknown) {
  return z.enum([...values, unknown]).catch(unknown);
}
