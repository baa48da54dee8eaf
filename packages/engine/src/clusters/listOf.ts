import { z, ZodType } from 'zod/v4';

/** A list that the API server leaves out, or writes as null, where it is empty. */
export const listOf = <Schema extends ZodType>(schema: Schema) =>
  z
    .array(schema)
    .nullish()
    .transform(value => value ?? []);
