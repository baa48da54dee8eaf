import { FAILSAFE_SCHEMA, Type } from 'js-yaml';
import { goScalar, wholeNumber } from './goScalar';

/**
 * Stands for a merge key (`<<`) until it is merged. Only a plain one merges, and each has to be told from the others: of
 * two in one mapping both count.
 */
const MERGE = '\u0000<<';
let merges = 0;

export function isMergeKey(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith(MERGE);
}

/** All plain scalars. Texts that look like one are quoted where they are written. */
const plain = (construct: (text: string) => string | number | boolean | null) =>
  new Type('tag:yaml.org,2002:plain', {
    kind: 'scalar',
    resolve: (text: string | null) =>
      typeof goScalar(text ?? '') !== 'string' ||
      wholeNumber(text ?? '') !== undefined,
    construct: (text: string | null) => construct(text ?? ''),
    predicate: value =>
      value === null || typeof value === 'boolean' || typeof value === 'number',
    represent: written,
  });

const merge = new Type('tag:yaml.org,2002:merge-key', {
  kind: 'scalar',
  resolve: (text: string | null) => text === '<<',
  construct: () => {
    merges = (merges + 1) % Number.MAX_SAFE_INTEGER;
    return `${MERGE}${merges}`;
  },
});

/** A scalar of which is said what it is. */
function tagged(name: string, isOne: (value: unknown) => boolean): Type {
  return new Type(`tag:yaml.org,2002:${name}`, {
    kind: 'scalar',
    resolve: (text: string | null) => isOne(goScalar(text ?? '')),
    construct: (text: string | null) => goScalar(text ?? ''),
  });
}

/** Of other tags Go takes no notice. */
function otherTags(prefix: string): Type[] {
  return (['scalar', 'sequence', 'mapping'] as const).map(
    kind =>
      new Type(prefix, {
        kind,
        multi: true,
        construct: value =>
          value ?? { scalar: '', sequence: [], mapping: {} }[kind],
      }),
  );
}

const EXPLICIT = [
  tagged('null', value => value === null),
  tagged('bool', value => typeof value === 'boolean'),
  tagged('int', value => Number.isInteger(value)),
  tagged('float', value => typeof value === 'number'),
  new Type('tag:yaml.org,2002:binary', {
    kind: 'scalar',
    construct: (text: string | null) =>
      Buffer.from(text ?? '', 'base64').toString('utf8'),
  }),
  ...otherTags('!'),
  ...otherTags('tag:'),
];

/** Reads scalars as Go does, see {@link goScalar}. */
export const goSchema = FAILSAFE_SCHEMA.extend({
  implicit: [plain(goScalar), merge],
  explicit: EXPLICIT,
});

/** As {@link goSchema}; whole numbers that JavaScript cannot hold exactly are floats, as they are to Helm. */
export const goFloatSchema = FAILSAFE_SCHEMA.extend({
  implicit: [
    plain(text => {
      const value = goScalar(text);
      return typeof value === 'string' ? Number(wholeNumber(text)) : value;
    }),
    merge,
  ],
  explicit: EXPLICIT,
});

function written(value: unknown): string {
  if (typeof value !== 'number' || Number.isFinite(value)) {
    return Object.is(value, -0) ? '-0.0' : String(value);
  }
  const [sign, name] = Number.isNaN(value)
    ? ['', '.nan']
    : [value < 0 ? '-' : '', '.inf'];
  return `${sign}${name}`;
}
