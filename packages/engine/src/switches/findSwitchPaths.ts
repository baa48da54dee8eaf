import { isMapping } from '../yaml/isMapping';
import { SWITCH_SUFFIX, SwitchPath } from './switchPath';

const MOST_DEPTH = 32;
const MOST_VISITED = 100_000;

const [GROUP, KEY] = SWITCH_SUFFIX;

/**
 * Every values path of a chart that ends in `progressiveDelivery.enabled`: those that its values.yaml has, and those
 * that its values.schema.json describes as properties. In the order of the values, the shortest first.
 */
export function findSwitchPaths(
  values: unknown,
  schema: unknown,
): SwitchPath[] {
  const found = new Map<string, SwitchPath>();
  const add = (path: SwitchPath) => {
    if (path.every(key => key !== '' && !key.includes('.'))) {
      found.set(JSON.stringify(path), path);
    }
  };
  walk(values, (node, path) => {
    if (!isMapping(node)) {
      return [];
    }
    if (path.at(-1) === GROUP && Object.hasOwn(node, KEY)) {
      add([...path, KEY]);
    }
    return Object.entries(node);
  });
  walk(schema, (node, path) => {
    const described = resolve(schema, node);
    const properties = isMapping(described) && described.properties;
    if (!isMapping(properties)) {
      return [];
    }
    if (path.at(-1) === GROUP && Object.hasOwn(properties, KEY)) {
      add([...path, KEY]);
    }
    return Object.entries(properties);
  });
  return Array.from(found.values()).sort((a, b) => a.length - b.length);
}

/** Breadth first, bounded: schemas can refer to themselves. */
function walk(
  root: unknown,
  visit: (node: unknown, path: string[]) => [string, unknown][],
): void {
  const pending: { node: unknown; path: string[] }[] = [
    { node: root, path: [] },
  ];
  for (let at = 0; at < pending.length && at < MOST_VISITED; at++) {
    const { node, path } = pending[at];
    for (const [key, below] of visit(node, path)) {
      if (path.length < MOST_DEPTH) {
        pending.push({ node: below, path: [...path, key] });
      }
    }
  }
}

/** Follows `$ref` within the schema, as far as it goes. */
function resolve(schema: unknown, node: unknown): unknown {
  let current = node;
  for (let steps = 0; steps < 10; steps++) {
    const reference = isMapping(current) ? current.$ref : undefined;
    if (typeof reference !== 'string' || !reference.startsWith('#/')) {
      return current;
    }
    current = reference
      .slice(2)
      .split('/')
      .map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'))
      .reduce<unknown>(
        (at, key) =>
          isMapping(at) && Object.hasOwn(at, key) ? at[key] : undefined,
        schema,
      );
  }
  return current;
}
