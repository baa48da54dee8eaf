import { Fields, isFields, partsOf } from '../manifests/fields';
import { groupOf, Manifest } from '../manifests/manifests';

/** Shorter ones stand in too many places where they are no secret. */
const SHORTEST = 6;
/** Texts that begin alike and are still looked for one by one. */
const MOST_ALIKE = 50;

/** What is shown of a secret. */
export const MASK = '***';

/** What stands for a secret that the one rendering has, the other, or both: that it differs can be seen, not how. */
export function maskFor(before: boolean, after: boolean): string {
  if (before && after) {
    return MASK;
  }
  return `${MASK} (${before ? 'before' : 'after'})`;
}

function longestAt(
  text: string,
  at: number,
  secrets: Iterable<string>,
): string | undefined {
  let longest: string | undefined;
  for (const secret of secrets) {
    if (secret.length > (longest?.length ?? 0) && text.startsWith(secret, at)) {
      longest = secret;
    }
  }
  return longest;
}

function valuesOf(manifests: readonly Manifest[]): Set<string> {
  return new Set(manifests.flatMap(secretValuesIn));
}

export function isSecret(value: unknown): value is Fields {
  return (
    isFields(value) &&
    value.kind === 'Secret' &&
    typeof value.apiVersion === 'string' &&
    groupOf({ apiVersion: value.apiVersion }) === ''
  );
}

/** The Secrets that an object is or holds: other kinds embed whole manifests. */
function secretsIn(value: unknown): Fields[] {
  return isSecret(value)
    ? [value]
    : partsOf(value).flatMap(([, part]) => secretsIn(part));
}

/** What the Secrets hold that a value is or holds, as it stands there and decoded. */
export function secretValuesIn(value: unknown): string[] {
  return secretsIn(value).flatMap(heldBy);
}

function heldBy(secret: Fields): string[] {
  return [
    ...partsOf(secret.stringData).map(([, value]) => String(value)),
    ...partsOf(secret.data).flatMap(([, value]) => {
      const encoded = String(value);
      return [encoded, Buffer.from(encoded, 'base64').toString('utf8')];
    }),
  ];
}

/** What the Secrets of both renderings hold, to be found wherever else it stands. */
export class SecretTexts {
  /** Names and namespaces of objects are no secrets, whatever holds the same text. */
  static of(
    before: readonly Manifest[],
    after: readonly Manifest[],
  ): SecretTexts {
    const old = valuesOf(before);
    const current = valuesOf(after);
    const names = new Set(
      [...before, ...after].flatMap(({ metadata }) => [
        metadata.name,
        metadata.namespace,
      ]),
    );
    const texts = new SecretTexts();
    for (const value of new Set([...old, ...current])) {
      if (!names.has(value)) {
        texts.add(value, maskFor(old.has(value), current.has(value)));
      }
    }
    return texts;
  }

  static from(values: Iterable<string>): SecretTexts {
    const texts = new SecretTexts();
    for (const value of values) {
      texts.add(value, MASK);
    }
    return texts;
  }

  /** What stands for each text, by how the text begins. */
  private readonly byStart = new Map<string, Map<string, string>>();

  private constructor() {}

  get isEmpty(): boolean {
    return this.byStart.size === 0;
  }

  /** The text with what is secret masked. Its time grows with the text's length, not with the number of secrets. */
  mask(text: string): string {
    if (this.isEmpty || text.length < SHORTEST) {
      return text;
    }
    let masked = '';
    let copied = 0;
    for (let at = 0; at <= text.length - SHORTEST; at++) {
      const alike = this.byStart.get(text.slice(at, at + SHORTEST));
      if (alike && alike.size > MOST_ALIKE) {
        return `${masked}${text.slice(copied, at)}${MASK}`;
      }
      const secret = alike && longestAt(text, at, alike.keys());
      if (secret) {
        masked += `${text.slice(copied, at)}${alike.get(secret)}`;
        copied = at + secret.length;
        at = copied - 1;
      }
    }
    return masked + text.slice(copied);
  }

  private add(value: string, mask: string): void {
    const inJson = JSON.stringify(value).slice(1, -1);
    const inBase64 = Buffer.from(value, 'utf8').toString('base64');
    // Each of several lines can be shown by itself.
    const lines = value.includes('\n') ? value.split('\n') : [];
    for (const text of [value, inJson, inBase64, ...lines]) {
      const trimmed = text.trim();
      if (trimmed.length >= SHORTEST) {
        const start = trimmed.slice(0, SHORTEST);
        const alike = this.byStart.get(start) ?? new Map<string, string>();
        const known = alike.get(trimmed);
        alike.set(trimmed, known && known !== mask ? MASK : mask);
        this.byStart.set(start, alike);
      }
    }
  }
}
