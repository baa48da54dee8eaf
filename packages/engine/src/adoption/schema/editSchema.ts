import { applyEdits, JSONPath, modify, parse, ParseError } from 'jsonc-parser';
import { isMapping } from '../../yaml';
import { CannotAdoptError } from '../texts/AdoptionText';
import { ownSwitchSchema, switchSchema } from './switchSchema';

const FILE = 'values.schema.json';

/**
 * The chart's schema with the switch, and those of workloads.
 *
 * @param own - paths of the workloads' own values
 * @throws CannotAdoptError where it does not say what values there may be
 */
export function editSchema(
  text: string,
  own: readonly (readonly string[])[],
): string {
  const root = parseSchema(text);
  const key = /"\$schema"\s*:\s*"[^"]*20(19-09|20-12)/.test(text)
    ? '$defs'
    : 'definitions';
  const place = [...resolve(root, []), 'properties', 'progressiveDelivery'];
  let edited = insert(text, place, switchSchema(pointer(place), key));
  for (const path of own) {
    edited = insertOwn(edited, path);
  }
  return edited;
}

function insertOwn(text: string, path: readonly string[]): string {
  const root = parseSchema(text);
  let at = resolve(root, []);
  for (const [level, key] of path.entries()) {
    const next = [...at, 'properties', key];
    if (!isMapping(valueAt(root, next))) {
      const below = [...path.slice(level + 1), 'progressiveDelivery'];
      return insert(
        text,
        next,
        below.reduceRight<object>(
          (schema, name) => ({
            type: 'object',
            properties: { [name]: schema },
          }),
          ownSwitchSchema,
        ),
      );
    }
    at = resolve(root, next);
  }
  const place = [...at, 'properties', 'progressiveDelivery'];
  // Two workloads may be described by one definition.
  return isMapping(valueAt(root, place))
    ? text
    : insert(text, place, ownSwitchSchema);
}

function parseSchema(text: string): Record<string, unknown> {
  const errors: ParseError[] = [];
  const schema: unknown = parse(text, errors, { disallowComments: true });
  if (errors.length > 0 || !isMapping(schema)) {
    throw new CannotAdoptError('schemaUnreadable', { file: FILE });
  }
  return schema;
}

/** Where the schema at a path says its properties: there, or where it refers to within the same file. */
function resolve(root: Record<string, unknown>, path: JSONPath): JSONPath {
  let at = path;
  for (let follows = 0; follows < 10; follows++) {
    const schema = valueAt(root, at);
    if (!isMapping(schema)) {
      break;
    }
    if (typeof schema.$ref !== 'string') {
      return at;
    }
    if (!schema.$ref.startsWith('#/')) {
      break;
    }
    at = schema.$ref
      .slice(2)
      .split('/')
      .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  throw new CannotAdoptError('schemaNotEditable', { file: FILE });
}

function valueAt(root: unknown, path: JSONPath): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined,
    root,
  );
}

function pointer(path: JSONPath): string {
  return ['#', ...path]
    .map(part => String(part).replaceAll('~', '~0').replaceAll('/', '~1'))
    .join('/');
}

function insert(text: string, path: JSONPath, value: object): string {
  const indentation = /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
  return applyEdits(
    text,
    modify(text, path, value, {
      formattingOptions: {
        insertSpaces: !indentation.startsWith('\t'),
        tabSize: indentation.startsWith('\t') ? 1 : indentation.length,
        eol: /\r?\n/.exec(text)?.[0] ?? '\n',
      },
    }),
  );
}
