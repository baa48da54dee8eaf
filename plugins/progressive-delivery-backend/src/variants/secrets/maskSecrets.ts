import { isDeepStrictEqual } from 'node:util';
import { fieldOf, Fields, isFields } from '../manifests/fields';
import { Manifest } from '../manifests/manifests';
import { isSecret, MASK, maskFor, SecretTexts } from './secretTexts';

type Side = 'before' | 'after';

/** Where a Secret keeps what nobody may see; an earlier `kubectl apply` left a copy in an annotation. */
const HIDDEN = ['data', 'stringData'];
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * Both sides of a comparison without what Secrets hold, in Secrets and wherever else it stands: that it differs can be
 * seen, not how.
 */
export function maskSecrets(
  { before, after }: { before?: Manifest; after?: Manifest },
  texts: SecretTexts,
): { before?: Manifest; after?: Manifest } {
  return {
    before: before && {
      ...before,
      ...maskFields(before, after, 'before', texts),
    },
    after: after && { ...after, ...maskFields(after, before, 'after', texts) },
  };
}

function maskFields(
  fields: Fields,
  other: unknown,
  side: Side,
  texts: SecretTexts,
): Fields {
  const secret = isSecret(fields);
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => {
      const counterpart = fieldOf(other, key);
      return [
        key,
        secret && HIDDEN.includes(key)
          ? hideValues(value, counterpart, side)
          : maskValue(value, counterpart, side, texts),
      ];
    }),
  );
}

function maskValue(
  value: unknown,
  other: unknown,
  side: Side,
  texts: SecretTexts,
): unknown {
  if (typeof value === 'string') {
    return texts.mask(value);
  }
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      maskValue(
        item,
        Array.isArray(other) ? other[index] : undefined,
        side,
        texts,
      ),
    );
  }
  if (!isFields(value)) {
    return value;
  }
  // eslint-disable-next-line @typescript-eslint/no-use-before-define
  const masked = maskFields(value, other, side, texts);
  if (Object.hasOwn(masked, LAST_APPLIED)) {
    masked[LAST_APPLIED] = shown(
      value[LAST_APPLIED],
      fieldOf(other, LAST_APPLIED),
      side,
    );
  }
  return masked;
}

function hideValues(values: unknown, others: unknown, side: Side): unknown {
  return isFields(values)
    ? Object.fromEntries(
        Object.entries(values).map(([key, value]) => [
          key,
          shown(value, fieldOf(others, key), side),
        ]),
      )
    : values && MASK;
}

function shown(value: unknown, other: unknown, side: Side): string {
  return isDeepStrictEqual(value, other)
    ? MASK
    : maskFor(side === 'before', side === 'after');
}
