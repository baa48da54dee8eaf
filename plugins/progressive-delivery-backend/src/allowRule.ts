import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod/v4';

const EVERYTHING = '*';

const list = <Schema extends z.ZodType<string>>(text: Schema) =>
  z.array(text).nonempty();

/** A field in which `*` stands for everything, alone: part of a word it would silently match nothing. */
const words = list(
  z
    .string()
    .min(1)
    .refine(
      text => text === EVERYTHING || !text.includes('*'),
      'write * alone for everything, or a whole name',
    ),
);

/** Entity references, written as the catalog writes them. */
const entityRefs = (defaults: { defaultKind?: string }) =>
  list(
    z
      .string()
      .min(1)
      .transform((text, context) => {
        if (text === EVERYTHING) {
          return text;
        }
        try {
          if (text.includes('*')) {
            throw new Error('* stands for everything, alone');
          }
          return stringifyEntityRef(parseEntityRef(text, defaults));
        } catch {
          context.addIssue({
            code: 'custom',
            message: `"${text}" is not an entity reference, such as ${
              defaults.defaultKind ?? 'component'
            }:default/agents, or * for all`,
          });
          return z.NEVER;
        }
      }),
  );

/** One of `progressiveDelivery.allow`. */
export const allowRuleSchema = z
  .object({
    entities: entityRefs({}).optional(),
    locations: list(
      z
        .string()
        .regex(
          /^(\*|[a-z-]+:\S+)$/,
          'write a location as the catalog has it, such as url:https://git.example.com/platform/catalog/*',
        ),
    ).optional(),
    owners: entityRefs({ defaultKind: 'group' }).optional(),
    projects: words,
    repositories: list(z.string().min(1)),
    clusters: words.optional(),
    namespaces: words,
  })
  .strict()
  .refine(
    ({ entities, locations, owners }) => entities ?? locations ?? owners,
    'say whom it allows: at least one of entities, locations and owners',
  );

/** Lets entities use targets: all fields that are given must match. `*` matches all. */
export type AllowRule = z.infer<typeof allowRuleSchema>;

/**
 * What the operator should know of a rule. An owner is what an entity's author wrote, so whoever may add an entity to
 * the catalog may use what a rule by owners alone allows.
 */
export function allowRuleWarnings(rules: readonly AllowRule[]): string[] {
  const open = (texts: readonly string[] | undefined) =>
    texts === undefined || texts.includes(EVERYTHING);
  return rules.flatMap(({ entities, locations, owners }, index) =>
    open(entities) && open(locations) && !open(owners)
      ? [
          `progressiveDelivery.allow.${index} allows by owners alone. An owner is what an entity's author wrote: anybody who may add an entity to the catalog can claim one. Add entities or locations to the rule.`,
        ]
      : [],
  );
}
