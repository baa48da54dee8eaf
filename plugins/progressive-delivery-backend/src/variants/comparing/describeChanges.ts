import {
  DocumentChange,
  ObjectReference,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { TimeSlices } from '../../processes/TimeSlices';
import { ManifestChange } from './compareManifests';
import { isLarge } from '../manifests/isLarge';
import { dumpYaml } from '../../yaml/dumpYaml';
import { Masker } from '../secrets/Masker';
import { unifiedPatch } from './unifiedPatch';

/** Characters of patches and differences that people are shown: of one document, and of all together. */
const MOST_OF_ONE = 64 * 1024;
const MOST_OF_ALL = 1024 * 1024;

/** Characters of what a document is called, twice. */
const OF_REFERENCES = 500;

type Details = Pick<DocumentChange, 'differences' | 'patch' | 'shortened'>;

const nothing: Details = { differences: [], patch: '', shortened: true };

/**
 * Changes as people are shown them, masked after they were compared. What is too large is shortened, and says so. Others
 * have their turn between documents.
 *
 * @returns `characters`: of all that is shown, about
 */
export async function describeChanges(
  changes: ManifestChange[],
  masker: Masker,
  { signal }: { signal?: AbortSignal } = {},
): Promise<{ changes: DocumentChange[]; characters: number }> {
  const slices = TimeSlices.create();
  const described: DocumentChange[] = [];
  let left = MOST_OF_ALL;
  for (const change of changes) {
    await slices.next(signal);
    const full =
      left > 0
        ? await describe(change, masker, {
            most: Math.min(left, MOST_OF_ONE),
            next: () => slices.next(signal),
          })
        : nothing;
    left -= full.patch.length + sizeOf(full.differences);
    described.push({
      change: change.change,
      before: change.before && masker.reference(change.before),
      after: change.after && masker.reference(change.after),
      ...full,
    });
  }
  return {
    changes: described,
    characters: changes.length * OF_REFERENCES + MOST_OF_ALL - left,
  };
}

async function describe(
  change: ManifestChange,
  masker: Masker,
  { most, next }: { most: number; next: () => Promise<void> },
): Promise<Details> {
  const { before, after } = change;
  if ([before, after].some(each => each && isLarge(each))) {
    return nothing;
  }
  const documents = masker.documents(
    before,
    after,
    'aligned' in change ? change.aligned : after,
  );
  await next();
  const old = side(before && masker.reference(before), documents.before);
  await next();
  const current = side(after && masker.reference(after), documents.after);
  await next();
  const patch = shorten(Masker.patch(unifiedPatch(old, current)), most);
  await next();
  const differences: DocumentChange['differences'] = [];
  let size = 0;
  for (const difference of 'differences' in change
    ? masker.differences(change)
    : []) {
    size += sizeOf(difference);
    if (size > most) {
      return { differences, patch: patch.text, shortened: true };
    }
    differences.push(difference);
  }
  return { differences, patch: patch.text, shortened: patch.shortened };
}

function side(reference: ObjectReference | undefined, document: unknown) {
  return reference
    ? { title: title(reference), text: dumpYaml(document) }
    : { text: '' };
}

function title({ kind, namespace, name }: ObjectReference): string {
  return namespace ? `${kind} ${namespace}/${name}` : `${kind} ${name}`;
}

/** Whole lines only. */
function shorten(
  text: string,
  most: number,
): { text: string; shortened: boolean } {
  return text.length <= most
    ? { text, shortened: false }
    : {
        text: text.slice(0, text.lastIndexOf('\n', most) + 1),
        shortened: true,
      };
}

function sizeOf(value: unknown): number {
  return JSON.stringify(value).length;
}
