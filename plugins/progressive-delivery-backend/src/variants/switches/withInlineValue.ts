import { Document, isCollection, parseDocument } from 'yaml';
import { parseKustomization } from '../../overlays/kustomize/kustomization';
import { SwitchPath } from '../../switches/switchPath';

/** A kustomization with a value in its `valuesInline`; `undefined` where these cannot be added to. */
export function withInlineValue(
  text: string,
  { file, index }: { file: string; index: number },
  path: SwitchPath,
  value: boolean,
): string | undefined {
  const kustomization = parseDocument(text);
  const keys = ['helmCharts', index, 'valuesInline', ...path];
  const above = keys.findIndex(
    (_, depth) => !isCollectionOrNothing(kustomization, keys.slice(0, depth)),
  );
  if (kustomization.errors.length > 0 || above !== -1) {
    return undefined;
  }
  kustomization.setIn(keys, value);
  const after = kustomization.toString();
  // What is written anew is looked at anew, like all that kustomize is given.
  parseKustomization(Buffer.from(after), file);
  return after;
}

function isCollectionOrNothing(
  document: Document.Parsed,
  keys: (string | number)[],
): boolean {
  const node = keys.length > 0 ? document.getIn(keys, true) : document.contents;
  return node === undefined || isCollection(node);
}
