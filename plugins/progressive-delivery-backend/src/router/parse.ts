import { InputError } from '@backstage/errors';
import { z, ZodType } from 'zod/v4';

/** @throws InputError that names each part of a request that is wrong */
export function parse<Schema extends ZodType>(
  schema: Schema,
  data: unknown,
): z.infer<Schema> {
  const parsed = schema.safeParse(data);
  if (!parsed.success) {
    throw new InputError(
      parsed.error.issues
        .map(issue => [...issue.path, issue.message].join(': '))
        .join('; '),
    );
  }
  return parsed.data;
}
