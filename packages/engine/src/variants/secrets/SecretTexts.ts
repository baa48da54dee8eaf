import { hiddenValue } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { TimeSlices } from '../../processes/TimeSlices';
import { Manifest, workloadKind } from '../manifests/manifests';
import { decodings } from './decodings';
import { findHeldTexts } from './heldTexts';

/** Shorter ones stand within too many words: they are found as whole scalars, and in texts as whole words. */
const SHORTEST = 6;
/** Characters that two texts begin with for them to be taken for the same, so that looking for them stays linear. */
const COMPARED = 64;

/** What the Secrets of both renderings hold, to be found wherever else it stands. */
export class SecretTexts {
  /**
   * Kinds, and names and namespaces of workloads are no secrets, whatever holds the same text: they are told elsewhere, and
   * a mask would only say that a Secret holds them. Others have their turn between objects.
   */
  static async of(
    manifests: Iterable<Manifest>,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<SecretTexts> {
    const slices = TimeSlices.create();
    const all = new Set(manifests);
    const named = (some: Manifest[]) =>
      new Set(
        some.flatMap(({ metadata }) => [metadata.name, metadata.namespace]),
      );
    const names = named(Array.from(all));
    const told = new Set([
      ...named(Array.from(all).filter(workloadKind)),
      ...Array.from(all).flatMap(({ apiVersion, kind }) => [apiVersion, kind]),
    ]);
    const texts = new SecretTexts();
    for (const manifest of all) {
      await slices.next(signal);
      const { parts, values } = await findHeldTexts(manifest, slices, signal);
      for (const value of values) {
        if (!told.has(value.trim())) {
          texts.add(value);
        }
      }
      for (const part of parts) {
        if (part.trim().length >= SHORTEST && !names.has(part.trim())) {
          texts.add(part);
        }
      }
    }
    return texts;
  }

  private readonly whole = new Set<string>();
  /** Lengths of texts by their beginnings: by its first characters, by how long it is, by itself. */
  private readonly beginnings = new Map<
    string,
    Map<number, Map<string, number>>
  >();

  private constructor() {}

  /** Whether a Secret holds exactly this, of any length, or the text is another writing of what one holds. */
  has(text: string): boolean {
    if (this.whole.size === 0 || text === '') {
      return false;
    }
    return (
      this.whole.has(text.trim()) ||
      decodings(text).some(
        decoded =>
          this.whole.has(decoded.trim()) || this.mask(decoded) !== decoded,
      )
    );
  }

  /**
   * The text with what a Secret holds masked. Its time grows with the text's length, not with the number of secrets.
   *
   * @param words - look for short ones, too, where they are words of the text
   */
  mask(text: string, { words = false }: { words?: boolean } = {}): string {
    if (this.whole.size === 0) {
      return text;
    }
    let masked = '';
    let copied = 0;
    let at = 0;
    while (at < text.length) {
      const length =
        this.longAt(text, at) || (words ? this.wordAt(text, at) : 0);
      if (length === 0) {
        at++;
      } else {
        masked += `${text.slice(copied, at)}${hiddenValue.alone}`;
        at += length;
        copied = at;
      }
    }
    return masked + text.slice(copied);
  }

  /** Length of the longest text that begins there. */
  private longAt(text: string, at: number): number {
    const alike = this.beginnings.get(text.slice(at, at + SHORTEST));
    let longest = 0;
    for (const [compared, lengths] of alike ?? []) {
      longest = Math.max(
        longest,
        lengths.get(text.slice(at, at + compared)) ?? 0,
      );
    }
    return longest;
  }

  private wordAt(text: string, at: number): number {
    if (isWithinWord(text, at)) {
      return 0;
    }
    for (let length = SHORTEST - 1; length > 0; length--) {
      if (
        this.whole.has(text.slice(at, at + length)) &&
        !isWithinWord(text, at + length)
      ) {
        return length;
      }
    }
    return 0;
  }

  private add(value: string): void {
    const text = value.trim();
    if (text === '') {
      return;
    }
    this.whole.add(text);
    if (text.length >= SHORTEST) {
      const beginning = text.slice(0, COMPARED);
      const alike = entry(
        this.beginnings,
        text.slice(0, SHORTEST),
        () => new Map<number, Map<string, number>>(),
      );
      const lengths = entry(
        alike,
        beginning.length,
        () => new Map<string, number>(),
      );
      lengths.set(
        beginning,
        Math.max(text.length, lengths.get(beginning) ?? 0),
      );
    }
  }
}

function entry<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const value = map.get(key) ?? create();
  map.set(key, value);
  return value;
}

/** Whether a word goes on at a place of a text. */
function isWithinWord(text: string, at: number): boolean {
  return isWordCharacter(text, at - 1) && isWordCharacter(text, at);
}

function isWordCharacter(text: string, at: number): boolean {
  return /^[\p{L}\p{N}_]$/u.test(text[at] ?? '');
}
