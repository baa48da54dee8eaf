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

/**
 * A list of an answer, in which a reader passes over items of later versions that mean nothing to it.
 *
 * @public
 */
export function openArray<Item extends z.ZodType>(
  item: Item,
): z.ZodType<z.output<Item>[]> {
  return z
    .array(
      z.union([
        item.transform(value => ({ value })),
        z.unknown().transform(() => undefined),
      ]),
    )
    .transform(items => items.flatMap(each => (each ? [each.value] : [])));
}
