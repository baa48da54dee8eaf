import { z, ZodType } from 'zod/v4';
import { listOf } from '@progressive-delivery/engine';

/** A field that the API server leaves out or, rarely, writes as null. */
export const optional = <Schema extends ZodType>(schema: Schema) =>
  schema.nullish().transform(value => value ?? undefined);

/** An object that the API server leaves out where nothing of it is known; all its fields can be absent. */
export const orEmpty = <Schema extends ZodType>(schema: Schema) => {
  const empty = schema.parse({});
  return schema.nullish().transform(value => value ?? empty);
};

/** A number that the API server leaves out where it is zero. */
export const count = z
  .number()
  .nullish()
  .transform(value => value ?? 0);

/** A number, or a text that is to be one, as Go's IntOrString. */
export const intOrText = z
  .union([z.number(), z.string()])
  .nullish()
  .transform(value =>
    value === null || value === undefined || !/^-?\d+$/.test(String(value))
      ? undefined
      : Number(value),
  );

/** The keys of an object, whose values are not of interest. */
export const keysOf = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform(value => Object.keys(value ?? {}));

/** A text field that Go writes as an empty string where there is nothing to say. */
export const text = z
  .string()
  .nullish()
  .transform(value => value || undefined);

/** The fields of an object's metadata that are in use; annotations and labels are those of each kind. */
export const objectMetadata = {
  name: z.string(),
  uid: z.string(),
  creationTimestamp: text,
  deletionTimestamp: text,
};

/** Who owns an object. */
export const ownerReferences = listOf(z.object({ uid: z.string() }));

/** A text that may be very long, of which the beginning is kept. */
export const textUpTo = (length: number) =>
  z
    .string()
    .nullish()
    .transform(value =>
      value && value.length > length
        ? `${value.slice(0, length)}…`
        : value || undefined,
    );

/** What a controller says, which is read for what is in it. */
export const said = textUpTo(4_000);

/** A condition in the status of a workload. */
export const condition = z.object({
  type: z.string(),
  status: text,
  reason: text,
  message: said,
  lastTransitionTime: text,
  lastUpdateTime: text,
});

/**
 * Of an object's `managedFields` when its status, and when anything else was changed last. The API server keeps these for
 * every object, unless whoever writes has them taken away.
 */
export const managedFields = z
  .array(z.object({ subresource: text, time: text }))
  .nullish()
  .transform(entries => {
    const latest = (ofStatus: boolean) =>
      (entries ?? [])
        .flatMap(({ subresource, time }) =>
          time !== undefined && (subresource === 'status') === ofStatus
            ? [time]
            : [],
        )
        .sort()
        .at(-1);
    return { changedAt: latest(false), statusChangedAt: latest(true) };
  });
