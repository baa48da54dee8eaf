import { InputError } from '@backstage/errors';
import { isMapping } from '../../yaml/isMapping';
import { TimeSlices } from '../../processes/TimeSlices';
import { Fields, fieldOf, partsOf, valuesOf } from '../manifests/fields';
import { loadYaml } from '../manifests/kubernetesYaml';
import { Manifest } from '../manifests/manifests';
import { holdsSecrets } from './shown/shownFields';

/** Characters of a text that may be a Secret by itself, and of one that is taken apart. */
const MOST_PARSED = 256 * 1024;
/** Parts of one text of a Secret. */
const MOST_PARTS = 5_000;

const QUOTES = `"',`;

/** What the Secrets hold that an object is or embeds. */
export interface HeldTexts {
  /** Whole values, as they stand there and decoded. */
  values: string[];
  /** What stands within the values: lines, entries, passwords of URLs; and in annotations of Secrets. */
  parts: string[];
  /** Whether it embeds a Secret, as an object or as a text. */
  embeds: boolean;
}

/** Objects are not changed once they were read, and most stand in both renderings. */
const known = new WeakMap<Manifest, HeldTexts>();

/** What is being looked for, and the texts that are to be taken apart yet: a large one takes some milliseconds. */
interface Search extends HeldTexts {
  texts: (() => void)[];
}

/** @param slices - others have their turn between texts that are taken apart */
export async function findHeldTexts(
  manifest: Manifest,
  slices: TimeSlices,
  signal: AbortSignal | undefined,
): Promise<HeldTexts> {
  const found = known.get(manifest);
  if (found) {
    return found;
  }
  const search = begin(manifest);
  // Some hold others.
  for (const takeApart of search.texts) {
    await slices.next(signal);
    takeApart();
  }
  return finish(manifest, search);
}

/** The same at once, for what was looked at before. */
export function heldTexts(manifest: Manifest): HeldTexts {
  const found = known.get(manifest);
  if (found) {
    return found;
  }
  const search = begin(manifest);
  for (const takeApart of search.texts) {
    takeApart();
  }
  return finish(manifest, search);
}

function begin(manifest: Manifest): Search {
  const search: Search = { values: [], parts: [], embeds: false, texts: [] };
  visit(manifest, search, manifest);
  return search;
}

function finish(
  manifest: Manifest,
  { embeds, parts, values }: Search,
): HeldTexts {
  const held = { embeds, parts, values };
  known.set(manifest, held);
  return held;
}

function visit(value: unknown, held: Search, root?: unknown): void {
  if (typeof value === 'string') {
    for (const text of [value, decodeBase64(value) ?? '']) {
      if (text.includes('Secret') && text.includes('kind')) {
        held.embeds = true;
        held.texts.push(() =>
          documentsIn(text).forEach(document => visit(document, held)),
        );
      }
    }
    return;
  }
  if (isMapping(value) && holdsSecrets(value)) {
    held.embeds ||= value !== root;
    addSecret(value, held);
    return;
  }
  for (const part of valuesOf(value)) {
    visit(part, held);
  }
}

/** Of what is a part of JSON, quotes may be escaped. */
function documentsIn(text: string): unknown[] {
  return text.length > MOST_PARSED
    ? []
    : parsed(text) ?? parsed(text.replaceAll('\\"', '"')) ?? [];
}

function parsed(text: string): unknown[] | undefined {
  try {
    return loadYaml(text);
  } catch (error) {
    if (error instanceof InputError) {
      return undefined;
    }
    throw error;
  }
}

/** Of a Secret all that is not what it is called; of what Secrets are made of, what their templates hold. */
function addSecret(secret: Fields, held: Search): void {
  if (secret.kind !== 'Secret') {
    addTemplates(secret, held);
    return;
  }
  for (const [key, value] of Object.entries(secret)) {
    if (key === 'metadata') {
      addAnnotations(value, held);
    } else if (!['apiVersion', 'kind', 'type', 'immutable'].includes(key)) {
      addValues(value, held);
    }
  }
}

function addAnnotations(metadata: unknown, held: Search): void {
  for (const [, value] of partsOf(fieldOf(metadata, 'annotations'))) {
    visit(value, held);
    if (typeof value === 'string') {
      held.parts.push(value);
      addParts(value, held);
    }
  }
}

function addTemplates(value: unknown, held: Search): void {
  for (const [key, part] of partsOf(value)) {
    if (key === 'template') {
      addData(part, held);
    } else if (key === 'encryptedData') {
      addValues(part, held);
    } else {
      addTemplates(part, held);
    }
  }
}

function addData(template: unknown, held: Search): void {
  for (const [key, part] of partsOf(template)) {
    if (/data$/i.test(String(key)) && key !== 'metadata') {
      addValues(part, held);
    }
  }
}

function addValues(value: unknown, held: Search): void {
  if (typeof value === 'object' && value !== null) {
    partsOf(value).forEach(([, part]) => addValues(part, held));
    return;
  }
  if (value === null || value === undefined) {
    return;
  }
  const text = String(value);
  const decoded = decodeBase64(text);
  held.values.push(text, ...(decoded === undefined ? [] : [decoded]));
  addParts(text, held);
  if (decoded !== undefined) {
    addParts(decoded, held);
  }
}

function addParts(text: string, held: Search): void {
  held.texts.push(() => held.parts.push(...partsOfText(text)));
}

/** Its text, where it is base64 of one. */
function decodeBase64(text: string): string | undefined {
  const encoded = text.trim();
  if (encoded.length < 4 || !/^[\w+/\s-]+={0,2}$/.test(encoded)) {
    return undefined;
  }
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  return decoded.includes('\ufffd') ? undefined : decoded;
}

/** Lines, values of entries such as `KEY=value` or `key: value`, scalars of JSON, and user information of URLs. */
function partsOfText(text: string): string[] {
  if (text.length > MOST_PARSED) {
    return text.split('\n', MOST_PARTS);
  }
  const parts: string[] = [];
  for (const line of text.split('\n', MOST_PARTS)) {
    const start = line.search(/[=:]/);
    parts.push(line);
    if (start !== -1) {
      parts.push(withoutQuotes(line.slice(start + 1)));
    }
  }
  for (const [, user] of text.matchAll(/:\/\/([^\s/@]*)@/g)) {
    parts.push(user, ...user.split(':').map(decodeUri));
  }
  if (/^\s*[[{"]/.test(text)) {
    addScalars(documentsIn(text), parts);
  }
  return parts.slice(0, 3 * MOST_PARTS);
}

/** An entry's value without what stands around it. */
function withoutQuotes(text: string): string {
  const value = text.trim();
  let start = 0;
  let end = value.length;
  while (start < end && QUOTES.includes(value[start])) {
    start++;
  }
  while (end > start && QUOTES.includes(value[end - 1])) {
    end--;
  }
  return value.slice(start, end);
}

function addScalars(value: unknown, parts: string[]): void {
  if (typeof value === 'string') {
    const decoded = decodeBase64(value);
    parts.push(value, ...(decoded?.split(':') ?? []));
  }
  partsOf(value).forEach(([, part]) => addScalars(part, parts));
}

function decodeUri(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, code) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}
