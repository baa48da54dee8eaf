import { createHash } from 'node:crypto';
import { z } from 'zod/v4';

const text = z
  .union([z.string(), z.number().transform(String)])
  // As helm cleans what it reads (v4.3 pkg/chart/v2 sanitizeString).
  .transform(value => value.replace(/\s/g, ' '));

/** A dependency, as Chart.yaml and Chart.lock have it. */
export const dependencySchema = z.object({
  name: text,
  version: text.default(''),
  repository: text.nullish().transform(value => value ?? ''),
  condition: text.optional(),
  tags: z.array(text).nullish(),
  enabled: z.boolean().optional(),
  'import-values': z.array(z.unknown()).nullish(),
  alias: text.optional(),
});

export type ChartDependency = z.infer<typeof dependencySchema>;

/**
 * What Chart.lock says of the dependencies that it was made for (helm v4.3 internal/resolver HashReq): they and those
 * that were found for them, as Go writes them as JSON.
 */
export function lockDigest(
  wanted: readonly ChartDependency[],
  locked: readonly ChartDependency[],
): string {
  const json = JSON.stringify([wanted.map(written), locked.map(written)])
    // Go's encoding/json escapes what HTML would take for its own.
    .replace(
      /[<>&\u2028\u2029]/g,
      character =>
        `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  return `sha256:${createHash('sha256').update(json).digest('hex')}`;
}

/** In the order of the fields, without those that are empty. */
function written(dependency: ChartDependency): Record<string, unknown> {
  const { alias, condition, enabled, name, repository, tags, version } =
    dependency;
  const importValues = dependency['import-values'];
  return {
    name,
    version: version || undefined,
    repository,
    condition: condition || undefined,
    tags: tags && tags.length > 0 ? tags : undefined,
    enabled: enabled || undefined,
    'import-values':
      importValues && importValues.length > 0
        ? importValues.map(sorted)
        : undefined,
    alias: alias || undefined,
  };
}

/** Go sorts the keys of maps. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, below]) => [key, sorted(below)]),
      )
    : value;
}
