import { z } from 'zod/v4';
import { openArray, openEnum } from '../openEnum';
import { messageParameterSchema } from '../texts';

/**
 * Where the paragraph of a check stands, from the repository's root: `docs/preflight.md#<id>`.
 *
 * @public
 */
export function findingDocs(id: string): string {
  return `docs/preflight.md#${id}`;
}

/**
 * What a finding is about. Together with the check's id it tells findings apart.
 *
 * @public
 */
export const findingObjectSchema = z.object({
  kind: z.string(),
  /** Absent for what is in no namespace. */
  namespace: z.string().optional(),
  name: z.string(),
  /** Name of the Kubernetes plugin's cluster, of an object that was read there; absent for what is in Git. */
  cluster: z.string().optional(),
});

/** @public */
export type FindingObject = z.infer<typeof findingObjectSchema>;

/**
 * How much a finding matters.
 *
 * - `block`: no pull request is opened, unless somebody who may overrides it
 * - `warn`: somebody should know before the switch
 * - `info`: good to know
 *
 * @public
 */
export const findingSeveritySchema = openEnum(
  ['block', 'warn', 'info'],
  'unknown',
);

/** @public */
export type FindingSeverity = z.infer<typeof findingSeveritySchema>;

/**
 * What one preflight check has to say about one object.
 *
 * @public
 */
export const findingSchema = z.object({
  /** Of the check, such as `prune-last-live`. */
  id: z.string(),
  object: findingObjectSchema,
  severity: findingSeveritySchema,
  /** Which of `findingTexts` says it; absent where a check of another module does, in its own words. */
  message: z.string().optional(),
  parameters: z.record(z.string(), messageParameterSchema),
  /** The English of what was seen: object, field, value. */
  seen: z.string(),
  /** Why it matters, in one sentence. */
  why: z.string(),
  /** What to do. */
  remedy: z.string(),
  /** The lines to add or the command to run for that, as they are. */
  code: z.string().optional(),
  /** Where more is said: {@link findingDocs}, or an address. */
  docs: z.string().optional(),
});

/** @public */
export type Finding = z.infer<typeof findingSchema>;

/**
 * A check that could not look, or not at everything: that it found nothing does not mean that there is nothing.
 *
 * @public
 */
export const uncheckedSchema = z.object({
  /** Of the check. */
  id: z.string(),
  /** Which of `uncheckedTexts` says it. */
  message: z.string(),
  parameters: z.record(z.string(), messageParameterSchema),
  /** The English of why it could not look. */
  reason: z.string(),
  /** What would let it look. */
  remedy: z.string(),
});

/** @public */
export type Unchecked = z.infer<typeof uncheckedSchema>;

/**
 * A finding, by what tells it from others.
 *
 * @public
 */
export const findingReferenceSchema = z.object({
  id: z.string().min(1).max(200),
  object: findingObjectSchema,
});

/** @public */
export type FindingReference = z.infer<typeof findingReferenceSchema>;

/**
 * What the preflight checks have found.
 *
 * @public
 */
export const preflightSchema = z.object({
  /** What blocks first. */
  findings: openArray(findingSchema),
  unchecked: openArray(uncheckedSchema),
  /** Numbers of checks. */
  summary: z.object({
    /** Those that looked at everything that they look at. */
    looked: z.number().int().nonnegative(),
    /** Those that found something, whether or not they could look at everything. */
    found: z.number().int().nonnegative(),
    /** Those that could not look, or not at everything. */
    couldNotLook: z.number().int().nonnegative(),
  }),
  /** Whether findings of severity `warn` have to be acknowledged by who proposes, as those that block are overridden. */
  acknowledgeWarnings: z.boolean().default(false),
});

/** @public */
export type Preflight = z.infer<typeof preflightSchema>;

/**
 * What an error of the proposal carries (`error.preflight`), where findings keep it from being made that were not
 * overridden: what the checks say by now.
 *
 * @public
 */
export const proposalRefusalSchema = z.object({ preflight: preflightSchema });

/**
 * Whether a finding keeps a proposal from being made, unless it is overridden.
 *
 * @public
 */
export function needsOverride(
  { severity }: Pick<Finding, 'severity'>,
  { acknowledgeWarnings }: Pick<Preflight, 'acknowledgeWarnings'>,
): boolean {
  switch (severity) {
    case 'block':
      return true;
    case 'warn':
      return acknowledgeWarnings;
    case 'info':
    case 'unknown':
      return false;
    default:
      return severity satisfies never;
  }
}

/**
 * Whether two findings are of one check about one object.
 *
 * @public
 */
export function isSameFinding(
  one: FindingReference,
  other: FindingReference,
): boolean {
  return (
    one.id === other.id &&
    one.object.kind === other.object.kind &&
    one.object.namespace === other.object.namespace &&
    one.object.name === other.object.name &&
    one.object.cluster === other.object.cluster
  );
}
