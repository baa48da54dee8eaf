import { formatFieldPath } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { fieldOf } from '../../../variants/manifests/fields';
import { isMapping } from '../../../yaml/isMapping';

/** What a value has that its schema does not allow. */
export interface SchemaProblem {
  /** Such as `spec.strategy.canary.steps[0].setWeight`. */
  field: string;
  /**
   * - `unknown`: the API server drops it, and Argo CD's server-side validation refuses it
   * - `invalid`: the API server refuses the object
   */
  problem: 'unknown' | 'invalid';
  /** Such as `must be a number`. */
  rule: string;
}

type Path = (string | number)[];

/** More of them say nothing new. */
const MOST_PROBLEMS = 10;

/**
 * Checks a value by a structural schema, as the API server does (apiextensions-apiserver pkg/apiserver/schema): types, required
 * and unknown fields, enums and bounds. Patterns and CEL rules, which a cluster chose, are left to it.
 */
export function schemaProblems(
  value: unknown,
  schema: unknown,
  path: Path = [],
): SchemaProblem[] {
  const found: SchemaProblem[] = [];
  visit(value, schema, path, found);
  return found;
}

function visit(
  value: unknown,
  schema: unknown,
  path: Path,
  found: SchemaProblem[],
): void {
  const report = (problem: SchemaProblem['problem'], rule: string, at = path) =>
    found.push({ field: formatFieldPath(at), problem, rule });
  if (found.length >= MOST_PROBLEMS || !isMapping(schema)) {
    return;
  }
  if (value === null || value === undefined) {
    // The API server prunes a null that is not nullable where there is a default, and refuses it otherwise.
    if (
      value === null &&
      schema.nullable !== true &&
      schema.default === undefined
    ) {
      report('invalid', 'must not be null');
    }
    return;
  }
  if (schema['x-kubernetes-int-or-string'] === true) {
    if (typeof value !== 'string' && !Number.isInteger(value)) {
      report('invalid', 'must be a whole number or a text');
    }
    return;
  }
  const expected = schema.type;
  if (typeof expected === 'string' && !hasType(value, expected)) {
    report('invalid', `must be of type ${expected}`);
    return;
  }
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) {
    report('invalid', `must be one of ${schema.enum.join(', ')}`);
  }
  if (typeof value === 'number') {
    if (typeof schema.minimum === 'number' && value < schema.minimum) {
      report('invalid', `must be at least ${schema.minimum}`);
    }
    if (typeof schema.maximum === 'number' && value > schema.maximum) {
      report('invalid', `must be at most ${schema.maximum}`);
    }
  }
  if (Array.isArray(value)) {
    value.forEach((item, index) =>
      visit(item, schema.items, [...path, index], found),
    );
    return;
  }
  if (isMapping(value)) {
    const { properties } = schema;
    for (const name of Array.isArray(schema.required) ? schema.required : []) {
      if (!Object.hasOwn(value, name)) {
        report('invalid', 'is required', [...path, name]);
      }
    }
    for (const [key, field] of Object.entries(value)) {
      const own = fieldOf(properties, key);
      if (own !== undefined) {
        visit(field, own, [...path, key], found);
      } else if (isMapping(schema.additionalProperties)) {
        visit(field, schema.additionalProperties, [...path, key], found);
      } else if (
        isMapping(properties) &&
        schema['x-kubernetes-preserve-unknown-fields'] !== true &&
        schema['x-kubernetes-embedded-resource'] !== true &&
        found.length < MOST_PROBLEMS
      ) {
        report('unknown', 'is not a field of it', [...path, key]);
      }
    }
  }
}

function hasType(value: unknown, type: string): boolean {
  switch (type) {
    case 'object':
      return isMapping(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number';
    case 'string':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    default:
      return true;
  }
}
