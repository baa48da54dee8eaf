import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod/v4';
import { cannotPreview } from '../../cannotPreview';

const releaseSchema = z.object({
  version: z.string(),
  urls: z.array(z.string()).nonempty(),
  digest: z.string().optional(),
});

/** A version of a chart, as the index of its repository has it. */
export type IndexedRelease = z.infer<typeof releaseSchema>;

const indexSchema = z.object({
  entries: z.record(z.string(), z.array(z.unknown()).nullable().catch(null)),
});

/**
 * The versions of a chart in the index.yaml of a Helm repository; what helm would leave out is left out.
 *
 * @throws InputError where it is no index
 */
export function readIndex(text: string, chart: string): IndexedRelease[] {
  const part = partOf(text, chart);
  const parsed = indexSchema.safeParse(
    part === undefined ? parse(text) : { entries: parse(part) },
  );
  if (!parsed.success) {
    throw cannotPreview('its index.yaml is not the index of a Helm repository');
  }
  const { entries } = parsed.data;
  const releases = Object.hasOwn(entries, chart) ? entries[chart] : null;
  return (releases ?? []).flatMap(release => {
    const read = releaseSchema.safeParse(release);
    return read.success ? [read.data] : [];
  });
}

/**
 * The lines about one chart, where the index is laid out as Go programs write it: an index of 10 MB takes a second to
 * parse as a whole, in which this process does nothing else.
 */
function partOf(text: string, chart: string): string | undefined {
  const entries = /^entries:[ \t]*\r?\n/m.exec(text);
  if (!entries) {
    return undefined;
  }
  const begin = entries.index + entries[0].length;
  const rest = text.slice(begin);
  const end = /^[^\s#-]/m.exec(rest)?.index ?? rest.length;
  const inside = rest.slice(0, end);
  const indent = /^ *(?=[^\s#])/m.exec(inside)?.[0].length ?? 0;
  const name = chart.replaceAll(/[^A-Za-z0-9]/g, '\\$&');
  const [first, ...others] = inside.matchAll(
    new RegExp(`^ {${indent}}(["']?)${name}\\1:[ \\t]*\\r?\\n`, 'gm'),
  );
  if (!first || others.length > 0) {
    return undefined;
  }
  const from = first.index + first[0].length;
  const next = new RegExp(`^ {0,${indent}}[^\\s#-]`, 'm').exec(
    inside.slice(from),
  );
  return inside.slice(first.index, next ? from + next.index : undefined);
}

/** All scalars are texts: a version such as 1.10 is no number. */
function parse(text: string): unknown {
  try {
    return text.trimStart().startsWith('{')
      ? JSON.parse(text)
      : load(text, { schema: FAILSAFE_SCHEMA });
  } catch {
    throw cannotPreview('its index.yaml is not valid YAML');
  }
}
