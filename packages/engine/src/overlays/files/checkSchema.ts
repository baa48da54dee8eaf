import { cannotPreview } from '../../cannotPreview';

const MOST_DEPTH = 128;

/**
 * Meta-schemas that Helm brings along (github.com/santhosh-tekuri/jsonschema v6.0.3 loader.go openMeta, which Helm 3.18
 * and newer use): it fetches none of them.
 */
const META_SCHEMA =
  /^https?:\/\/json-schema\.org\/(schema|draft-0[467]\/schema|draft\/(2019-09|2020-12)\/(schema|meta\/(applicator|content|core|meta-data|validation))|draft\/2019-09\/meta\/format|draft\/2020-12\/meta\/(format-annotation|format-assertion|unevaluated))(#|$)/;

/**
 * Helm reads and fetches what a schema refers to, files of the machine too (CVE-2025-55199 and its kin).
 *
 * @throws InputError where it refers to another one, in whatever place: a JSON pointer may make a schema of any value
 */
export function checkSchema(content: Buffer, path: string): void {
  let schema: unknown;
  try {
    schema = JSON.parse(content.toString('utf8'));
  } catch {
    throw cannotPreview({ id: 'jsonInvalid', parameters: { file: path } });
  }
  const own = ownId(schema);
  const pending: { value: unknown; depth: number }[] = [
    { value: schema, depth: 0 },
  ];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, depth } = next;
    if (depth > MOST_DEPTH) {
      throw cannotPreview({
        id: 'nestedTooDeep',
        parameters: { file: path, levels: MOST_DEPTH },
      });
    }
    if (typeof value === 'object' && value !== null) {
      for (const [key, below] of Object.entries(value)) {
        if (typeof below === 'string' && leadsElsewhere(key, below, own)) {
          throw cannotPreview({
            id: 'schemaRefersElsewhere',
            parameters: { file: path, key, reference: below },
          });
        }
        pending.push({ value: below, depth: depth + 1 });
      }
    }
  }
}

/**
 * The URL that a schema gives itself, by which it may refer to itself. Draft 4 calls it otherwise, and drafts before
 * 2019-09 ignore it beside a `$ref`.
 */
function ownId(schema: unknown): string | undefined {
  if (typeof schema !== 'object' || schema === null) {
    return undefined;
  }
  const { $id, $ref, $schema } = schema as Partial<Record<string, unknown>>;
  return typeof $id === 'string' &&
    /^https?:\/\/[^#]+$/.test($id) &&
    $ref === undefined &&
    !String($schema).includes('draft-04')
    ? $id
    : undefined;
}

function leadsElsewhere(
  key: string,
  value: string,
  own: string | undefined,
): boolean {
  switch (key) {
    case '$ref':
    case '$dynamicRef':
    case '$recursiveRef':
      return (
        !value.startsWith('#') &&
        !META_SCHEMA.test(value) &&
        !(own !== undefined && value.split('#')[0] === own)
      );
    case '$schema':
      return !META_SCHEMA.test(value);
    default:
      return false;
  }
}
