import { isDeepStrictEqual } from 'node:util';
import { groupOf, Manifest } from './manifests';

type Values = Record<string, unknown>;

/** Where a Secret keeps what nobody may see; an earlier `kubectl apply` left a copy in an annotation. */
const FIELDS = ['data', 'stringData'] as const;
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Both sides of a comparison with the values of Secrets taken out: that they differ can be seen, not how. */
export function maskSecrets(
  before: Manifest | undefined,
  after: Manifest | undefined,
): [Manifest | undefined, Manifest | undefined] {
  return [
    before && mask(before, after, 'before'),
    after && mask(after, before, 'after'),
  ];
}

function mask(
  manifest: Manifest,
  other: Manifest | undefined,
  side: string,
): Manifest {
  if (manifest.kind !== 'Secret' || groupOf(manifest) !== '') {
    return manifest;
  }
  const masked: Manifest = { ...manifest };
  for (const field of FIELDS) {
    const values = manifest[field];
    if (isValues(values)) {
      const others = other?.[field];
      masked[field] = Object.fromEntries(
        Object.entries(values).map(([key, value]) => [
          key,
          isValues(others) && isDeepStrictEqual(others[key], value)
            ? '***'
            : `*** (${side})`,
        ]),
      );
    } else if (values !== undefined) {
      masked[field] = '***';
    }
  }
  if (manifest.metadata.annotations?.[LAST_APPLIED] !== undefined) {
    masked.metadata = {
      ...manifest.metadata,
      annotations: { ...manifest.metadata.annotations, [LAST_APPLIED]: '***' },
    };
  }
  return masked;
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
