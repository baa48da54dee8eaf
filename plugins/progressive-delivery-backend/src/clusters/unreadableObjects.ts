import { z, ZodError, ZodType } from 'zod/v4';

/** An object that is there and is not what its kind is expected to be. */
export interface UnreadableObject {
  /** `undefined` where not even that can be read. */
  name: string | undefined;
  /** Which of its fields is odd, and how. */
  why: string;
}

/** What a namespace has of a kind. */
export interface ObjectList<T> {
  objects: T[];
  /** What is there as well and is not as it is expected to be. */
  unreadable: UnreadableObject[];
}

const namedSchema = z.object({ metadata: z.object({ name: z.string() }) });

/** Adds an object to a list, or to those of it that cannot be read. */
export function addObject<Schema extends ZodType>(
  { objects, unreadable }: ObjectList<z.output<Schema>>,
  schema: Schema,
  item: unknown,
): void {
  const parsed = schema.safeParse(item);
  if (parsed.success) {
    objects.push(parsed.data);
  } else {
    unreadable.push({
      name: namedSchema.safeParse(item).data?.metadata.name,
      why: whyUnreadable(parsed.error),
    });
  }
}

/** What is wrong with an object, by its first field that is odd. */
export function whyUnreadable({
  issues: [{ message, path }],
}: Pick<ZodError, 'issues'>): string {
  return path.length > 0 ? `${path.join('.')}: ${message}` : message;
}
