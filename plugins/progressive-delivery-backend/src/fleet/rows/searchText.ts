/** Characters that are kept of a component: none takes much memory, however many workloads it has. */
const MOST_CHARACTERS = 8_000;

/** Texts that somebody may search for, each once and in lower case; the last ones are left out where there are too many. */
export function searchText(texts: (string | undefined)[]): string {
  const kept = new Set<string>();
  let characters = 0;
  for (const text of texts) {
    const lower = text?.toLowerCase() ?? '';
    if (lower === '' || kept.has(lower)) {
      continue;
    }
    characters += lower.length + 1;
    if (characters > MOST_CHARACTERS) {
      break;
    }
    kept.add(lower);
  }
  return Array.from(kept).join('\n');
}
