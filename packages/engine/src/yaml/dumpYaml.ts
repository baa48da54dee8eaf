import { dump } from 'js-yaml';
import { goSchema } from './goSchema';

/** A Kubernetes object as YAML, its name before other fields; quoted is what Go would not read as a text. */
export function dumpYaml(document: unknown): string {
  return dump(document, {
    schema: goSchema,
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
