import { DocumentChange } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** The documents of whose references or changed lines one holds a text, whatever its case. */
export function documentsWith(
  text: string,
  changes: DocumentChange[],
): DocumentChange[] {
  const wanted = text.trim().toLocaleLowerCase();
  return wanted === ''
    ? changes
    : changes.filter(({ before, after, patch }) =>
        [
          ...[before, after].map(
            reference =>
              reference &&
              `${reference.kind} ${reference.namespace ?? ''} ${
                reference.name
              }`,
          ),
          ...patch.split('\n').filter(line => /^[-+]/.test(line)),
        ].some(each => each?.toLocaleLowerCase().includes(wanted)),
      );
}
