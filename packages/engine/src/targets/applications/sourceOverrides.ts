import { isMapping } from '../../yaml/isMapping';
import { cannotPreview } from '../../cannotPreview';
import { ApplicationSource, sourceSchema } from './applicationSource';
import { deliverySource, sourceName } from './deliverySource';
import { DeliverySource } from './DeliveryTarget';
import { readMapping } from './readMapping';

type Json = Record<string, unknown>;

/** An `.argocd-source.yaml` or `.argocd-source-<application>.yaml` beside the source. */
export interface SourceOverride {
  /** Path from the repository's root. */
  file: string;
  text: string;
}

/** A source with what files beside it change in it. */
export interface OverriddenSource {
  source: DeliverySource;
  /** What has to be changed to change a field such as `helm.parameters`: the source's owner, or files beside it. */
  ownerOf(field: string): string;
}

/**
 * Merges the files into a source as Argo CD does (v3.6 reposerver/repository mergeSourceParameters): a JSON merge patch
 * each, of which Go then reads the result over what was there before. Where the chart or directory is stays as it was.
 *
 * @throws InputError where a file cannot be read so
 */
export function overrideSource(
  source: DeliverySource,
  overrides: readonly SourceOverride[],
): OverriddenSource {
  const written: ApplicationSource = source.written ?? {
    repoURL: source.repository,
    path: source.path,
    targetRevision: source.revision,
  };
  const owners = new Map<string, string[]>();
  let merged: Json = written;
  for (const { file, text } of overrides) {
    const patch = readMapping(text, file);
    merged = readOver(merged, mergePatch(merged, patch)) as Json;
    for (const field of changedFields(patch)) {
      const replaces = field !== 'helm.valuesObject';
      owners.set(field, [...(replaces ? [] : owners.get(field) ?? []), file]);
    }
  }
  const parsed = sourceSchema.safeParse({
    ...merged,
    chart: written.chart,
    path: written.path,
    repoURL: written.repoURL,
    targetRevision: written.targetRevision,
    tagPrefix: written.tagPrefix,
    ref: written.ref,
  });
  if (!parsed.success) {
    const [{ message, path }] = parsed.error.issues;
    throw cannotPreview({
      id: 'overrideInvalid',
      parameters: {
        file: overrides.map(({ file }) => file).join(', '),
        field: path.join('.'),
        message,
      },
    });
  }
  const owner = source.owner ?? sourceName(source);
  const setsValues = Boolean(written.helm?.valuesObject);
  return {
    source:
      overrides.length === 0
        ? source
        : deliverySource(parsed.data, { field: source.field, owner }),
    ownerOf: field =>
      [
        ...(field === 'helm.valuesObject' && setsValues ? [owner] : []),
        ...(owners.get(field) ?? []),
      ].join(', ') || owner,
  };
}

/** RFC 7386. */
function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isMapping(patch)) {
    return patch;
  }
  const merged: Json = isMapping(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      delete merged[key];
    } else {
      merged[key] = mergePatch(merged[key], value);
    }
  }
  return merged;
}

/**
 * As Go's encoding/json decodes into what is there already: fields that are missing keep their value, also those of the
 * element that stood at the same place of a list. `valuesObject` is kept as text, so it is replaced.
 */
function readOver(before: unknown, after: unknown, key?: string): unknown {
  if (key === 'valuesObject') {
    return after;
  }
  if (Array.isArray(after)) {
    const elements: unknown[] = Array.isArray(before) ? before : [];
    return after.map((each, index) => readOver(elements[index], each));
  }
  if (isMapping(after) && isMapping(before)) {
    const read = { ...before };
    for (const [name, value] of Object.entries(after)) {
      read[name] = readOver(before[name], value, name);
    }
    return read;
  }
  return after;
}

/** `helm.parameters` and the like. */
function changedFields(patch: Json): string[] {
  return (['helm', 'kustomize'] as const).flatMap(kind => {
    const fields = patch[kind];
    return isMapping(fields)
      ? Object.keys(fields).map(field => `${kind}.${field}`)
      : [];
  });
}
