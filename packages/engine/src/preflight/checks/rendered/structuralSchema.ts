import { formatFieldPath } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { isMapping } from '../../../yaml/isMapping';
import { ReasonContent } from '../../../cannotPreview';
import { fieldOf } from '../../../variants/manifests/fields';

/** What a value has that its schema does not allow. */
export type SchemaProblem = {
  /** Such as `spec.strategy.canary.steps[0].setWeight`. */
  field: string;
} & (
  | /** The API server drops it, and Argo CD's server-side validation refuses it. */
  { problem: 'unknown' }
  /** The API server refuses the object. */
  | { problem: 'invalid'; rule: ReasonContent }
);

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
  const report = (rule: ReasonContent, at = path) =>
    found.push({ field: formatFieldPath(at), problem: 'invalid', rule });
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
      report({ id: 'mustNotBeNull', parameters: {} });
    }
    return;
  }
  if (schema['x-kubernetes-int-or-string'] === true) {
    if (typeof value !== 'string' && !Number.isInteger(value)) {
      report({ id: 'mustBeIntOrText', parameters: {} });
    }
    return;
  }
  const expected = schema.type;
  if (typeof expected === 'string' && !hasType(value, expected)) {
    report({ id: 'mustBeOfType', parameters: { type: expected } });
    return;
  }
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) {
    report({
      id: 'mustBeOneOf',
      parameters: { allowed: schema.enum.map(String) },
    });
  }
  if (typeof value === 'number') {
    if (typeof schema.minimum === 'number' && value < schema.minimum) {
      report({ id: 'mustBeAtLeast', parameters: { limit: schema.minimum } });
    }
    if (typeof schema.maximum === 'number' && value > schema.maximum) {
      report({ id: 'mustBeAtMost', parameters: { limit: schema.maximum } });
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
        report({ id: 'mustBeThere', parameters: {} }, [...path, name]);
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
        found.push({
          field: formatFieldPath([...path, key]),
          problem: 'unknown',
        });
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
