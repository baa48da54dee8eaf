import {
  DocumentChange,
  ObjectReference,
  WholeDocument,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { dumpYaml } from '../../yaml/dumpYaml';
import { TimeSlices } from '../../processes/TimeSlices';
import { ManifestChange } from './compareManifests';
import { isLarge } from '../manifests/isLarge';
import { wholeLines } from '../../yaml/wholeLines';
import { Masker } from '../secrets/Masker';
import { unifiedPatch, UnifiedPatch } from './unifiedPatch';

/** Characters of the patch of one document, and of its differences, that people are shown without asking for more. */
const MOST_OF_ONE = 64 * 1024;
/** Those of a document that is asked for with all its lines. */
const MOST_OF_WHOLE = 1024 * 1024;

/** Documents of a page, and characters of patches and differences after which it ends. */
const MOST_OF_PAGE = { documents: 100, characters: 256 * 1024 };

/** Characters of what a document is called, twice. */
const OF_REFERENCES = 500;

type Details = Omit<DocumentChange, 'change' | 'before' | 'after'>;

interface CallOptions {
  signal?: AbortSignal;
}

/** Some of the changes, as people are shown them. */
export interface DescribedChanges {
  changes: DocumentChange[];
  /** The first one that is not among them; absent where there are no more. */
  next?: number;
  /** Of all that is shown, about. */
  characters: number;
}

/**
 * A page of changes as people are shown them, masked after they were compared. A document that is too large is shortened,
 * and says so. Others have their turn between documents.
 *
 * @param options.from - the first of them. Default: 0
 */
export async function describeChanges(
  changes: readonly ManifestChange[],
  masker: Masker,
  { from = 0, signal }: CallOptions & { from?: number } = {},
): Promise<DescribedChanges> {
  const slices = TimeSlices.create();
  const described: DocumentChange[] = [];
  let characters = 0;
  for (const change of changes.slice(from, from + MOST_OF_PAGE.documents)) {
    if (characters >= MOST_OF_PAGE.characters) {
      break;
    }
    await slices.next(signal);
    const details = await describe(change, masker, () => slices.next(signal));
    characters +=
      OF_REFERENCES + details.patch.length + sizeOf(details.differences);
    described.push({
      change: change.change,
      before: change.before && masker.reference(change.before),
      after: change.after && masker.reference(change.after),
      ...details,
    });
  }
  const next = from + described.length;
  return {
    changes: described,
    next: next < changes.length ? next : undefined,
    characters,
  };
}

/** A document with all its lines, masked as {@link describeChanges} does. */
export async function describeWhole(
  change: ManifestChange,
  masker: Masker,
  { signal }: CallOptions = {},
): Promise<WholeDocument> {
  if (isTooLarge(change)) {
    return { patch: '', shortened: true };
  }
  const slices = TimeSlices.create();
  const { patch } = await patchOf(change, masker, {
    context: Infinity,
    next: () => slices.next(signal),
  });
  const { shortened, text } = wholeLines(patch, MOST_OF_WHOLE);
  return { patch: text, shortened };
}

async function describe(
  change: ManifestChange,
  masker: Masker,
  next: () => Promise<void>,
): Promise<Details> {
  if (isTooLarge(change)) {
    return { differences: [], patch: '', shortened: true };
  }
  const { linesAfter, patch } = await patchOf(change, masker, { next });
  const { shortened, text } = wholeLines(patch, MOST_OF_ONE);
  const details: Details = {
    differences: [],
    patch: text,
    linesAfter: shortened ? undefined : linesAfter,
    shortened,
  };
  await next();
  let size = 0;
  for (const difference of 'differences' in change
    ? masker.differences(change)
    : []) {
    size += sizeOf(difference);
    if (size > MOST_OF_ONE) {
      return { ...details, shortened: true };
    }
    details.differences.push(difference);
  }
  return details;
}

function isTooLarge({ after, before }: ManifestChange): boolean {
  return [before, after].some(each => each && isLarge(each));
}

async function patchOf(
  change: ManifestChange,
  masker: Masker,
  { context, next }: { context?: number; next: () => Promise<void> },
): Promise<UnifiedPatch> {
  const { before, after } = change;
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
  const { linesAfter, patch } = unifiedPatch(old, current, { context });
  return { linesAfter, patch: Masker.patch(patch) };
}

function side(reference: ObjectReference | undefined, document: unknown) {
  return reference
    ? { title: title(reference), text: dumpYaml(document) }
    : { text: '' };
}

function title({ kind, namespace, name }: ObjectReference): string {
  return namespace ? `${kind} ${namespace}/${name}` : `${kind} ${name}`;
}

function sizeOf(value: unknown): number {
  return JSON.stringify(value).length;
}
