import { InputError } from '@backstage/errors';
import { CORE_SCHEMA, dump, loadAll, Type } from 'js-yaml';

/** Nodes of one document with its aliases written out, and how deep they lie. */
const MOST_NODES = 500_000;
const DEEPEST = 100;

/** Plain scalars as Kubernetes reads them, which is YAML 1.1 in part (sigs.k8s.io/yaml 1.6, go.yaml.in/yaml/v2 resolve.go). */
const TRUE = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const INTEGER = /^[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|0o?[0-7_]+|0|[1-9][0-9_]*)$/;

const boolean = new Type('tag:yaml.org,2002:bool', {
  kind: 'scalar',
  resolve: (text: string | null) =>
    text !== null && (TRUE.test(text) || FALSE.test(text)),
  construct: (text: string) => TRUE.test(text),
  predicate: value => typeof value === 'boolean',
  represent: value => (value ? 'true' : 'false'),
});

const integer = new Type('tag:yaml.org,2002:int', {
  kind: 'scalar',
  resolve: (text: string | null) => text !== null && INTEGER.test(text),
  construct: toInteger,
  predicate: value => Number.isInteger(value) && !Object.is(value, -0),
  represent: value => String(value),
});

const merge = new Type('tag:yaml.org,2002:merge', {
  kind: 'scalar',
  resolve: (text: string | null) => text === '<<',
});

const schema = CORE_SCHEMA.extend({
  implicit: [boolean, integer, merge],
});

/**
 * All documents of a YAML stream, with every alias written out as a copy.
 *
 * @throws InputError where it is not valid, or more than an API server would take
 */
export function loadYaml(text: string): unknown[] {
  let documents: unknown[];
  try {
    // Of two fields of one name the last one counts: Argo CD and helm do not mind.
    documents = loadAll(text, undefined, { schema, json: true });
  } catch (error) {
    const [reason] = error instanceof Error ? error.message.split('\n') : [''];
    throw new InputError(`What was rendered is not valid YAML: ${reason}`);
  }
  const aliased = /[*]/.test(text);
  return documents.map(document => copy(document, { nodes: 0, aliased }, 0));
}

/** A document as YAML, its name before other fields. */
export function dumpYaml(document: unknown): string {
  return dump(document, {
    schema,
    sortKeys: (a, b) => rank(a) - rank(b) || (a < b ? -1 : 1),
    lineWidth: -1,
    noRefs: true,
  });
}

const FIRST = ['apiVersion', 'kind', 'metadata', 'name'];

function rank(field: string): number {
  const place = FIRST.indexOf(field);
  return place === -1 ? FIRST.length : place;
}

/** One that a number cannot hold exactly stays the text that it is. */
function toInteger(text: string): number | string {
  const plain = text.replaceAll('_', '');
  const sign = plain.startsWith('-') ? -1 : 1;
  const digits = plain.replace(/^[-+]/, '');
  const value = /^0[0-7]+$/.test(digits) ? parseInt(digits, 8) : Number(digits);
  return Number.isSafeInteger(value) ? sign * value : text;
}

/** Counts as it goes: a few lines of aliases can stand for more than fits into memory, or contain themselves. */
function copy(
  value: unknown,
  seen: { nodes: number; aliased: boolean },
  depth: number,
): unknown {
  seen.nodes++;
  if (seen.nodes > MOST_NODES || depth > DEEPEST) {
    throw new InputError(
      depth > DEEPEST
        ? `What was rendered is nested more than ${DEEPEST} levels deep`
        : `What was rendered holds a document of more than ${MOST_NODES} values`,
    );
  }
  if (Array.isArray(value)) {
    if (!seen.aliased) {
      value.forEach(item => copy(item, seen, depth + 1));
      return value;
    }
    return value.map(item => copy(item, seen, depth + 1));
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    if (!seen.aliased) {
      entries.forEach(([, item]) => copy(item, seen, depth + 1));
      return value;
    }
    return Object.fromEntries(
      entries.map(([key, item]) => [key, copy(item, seen, depth + 1)]),
    );
  }
  return value;
}
