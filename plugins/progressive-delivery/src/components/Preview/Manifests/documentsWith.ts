import { DocumentChange } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ComparedDocument } from './useComparedDocuments';

/** What is looked through of each document: thousands are, at every letter. */
const texts = new WeakMap<DocumentChange, string>();

/** The documents of whose references or changed lines one holds a text, whatever its case. */
export function documentsWith(
  text: string,
  documents: readonly ComparedDocument[],
): readonly ComparedDocument[] {
  const wanted = text.trim().toLocaleLowerCase();
  return wanted === ''
    ? documents
    : documents.filter(({ change }) => textOf(change).includes(wanted));
}

function textOf(change: DocumentChange): string {
  const known = texts.get(change);
  if (known !== undefined) {
    return known;
  }
  const text = [
    ...[change.before, change.after].map(
      reference =>
        reference &&
        `${reference.kind} ${reference.namespace ?? ''} ${reference.name}`,
    ),
    ...change.patch.split('\n').filter(line => /^[-+]/.test(line)),
  ]
    .join('\n')
    .toLocaleLowerCase();
  texts.set(change, text);
  return text;
}
