import { parseDocument } from 'yaml';

const MOST_CHARACTERS = 256 * 1024;
const MOST_ALIASES = 100;
/** Of brackets that are open at once, those in texts included. Parsing takes the square of it. */
const MOST_OPEN = 1_000;

/**
 * Reads a small YAML file as Go does, by the rules of YAML 1.1 without its dates: a mapping, or what is empty.
 *
 * @throws Error with the reason, as in "it is not a mapping", also for what would grow beyond measure
 */
export function readMapping(text: string): Record<string, unknown> {
  if (text.length > MOST_CHARACTERS) {
    throw new Error(`it is larger than ${MOST_CHARACTERS} characters`);
  }
  let open = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    open += bracket === '[' || bracket === '{' ? 1 : -1;
    if (open > MOST_OPEN) {
      throw new Error(`it is nested more than ${MOST_OPEN} deep`);
    }
  }
  const value: unknown = parsed(text) ?? {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('it is not a mapping');
  }
  return Object.fromEntries(Object.entries(value));
}

function parsed(text: string): unknown {
  try {
    const document = parseDocument(text, {
      version: '1.1',
      merge: true,
      customTags: tags =>
        tags.filter(
          tag =>
            typeof tag === 'string' ||
            tag.tag !== 'tag:yaml.org,2002:timestamp',
        ),
    });
    const [error] = document.errors;
    if (error) {
      throw error;
    }
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    const [reason] = error instanceof Error ? error.message.split('\n') : [''];
    throw new Error(`it is not valid YAML: ${reason}`);
  }
}
