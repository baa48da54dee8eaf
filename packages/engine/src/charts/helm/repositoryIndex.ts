import { InputError } from '@backstage/errors';
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

/** Versions of one chart: what is read in a thread is copied, and then sorted. */
const MOST_RELEASES = 10_000;

/**
 * The versions of a chart in the index.yaml of a Helm repository; what helm would leave out is left out.
 *
 * @throws InputError where it is no index, or has too many versions of the chart
 */
export function readIndex(
  text: string,
  chart: string,
  repository: string,
): IndexedRelease[] {
  const part = partOf(text, chart);
  const parsed = indexSchema.safeParse(
    part === undefined
      ? parse(text, repository)
      : { entries: parse(part, repository) },
  );
  if (!parsed.success) {
    throw indexInvalid(repository);
  }
  const { entries } = parsed.data;
  const releases = (Object.hasOwn(entries, chart) && entries[chart]) || [];
  if (releases.length > MOST_RELEASES) {
    throw cannotPreview({
      id: 'indexTooLong',
      parameters: { repository, chart, limit: MOST_RELEASES },
    });
  }
  return releases.flatMap(release => {
    const read = releaseSchema.safeParse(release);
    return read.success ? [read.data] : [];
  });
}

/**
 * The lines about one chart, where the index is laid out as Go programs write it: an index of 10 MB takes a second to
 * parse as a whole.
 */
function partOf(text: string, chart: string): string | undefined {
  const names = [chart, `"${chart}"`, `'${chart}'`].map(name => `${name}:`);
  let inside = false;
  let indent: number | undefined;
  let begin: number | undefined;
  let end: number | undefined;
  for (const { line, start } of linesOf(text)) {
    const content = line.trimStart();
    const column = line.length - content.length;
    const isEntry = content !== '' && content[0] !== '#';
    if (column === 0 && isEntry && content[0] !== '-') {
      end ??= begin === undefined ? undefined : start;
      if (inside) {
        break;
      }
      inside = line.trimEnd() === 'entries:';
    } else if (inside && isEntry) {
      indent ??= column;
      const isItem = column === indent && content[0] === '-';
      if (column <= indent && !isItem) {
        end ??= begin === undefined ? undefined : start;
        if (names.includes(content.trimEnd())) {
          if (begin !== undefined) {
            // It stands there twice.
            return undefined;
          }
          begin = start;
        }
      }
    }
  }
  return begin === undefined ? undefined : text.slice(begin, end);
}

function* linesOf(text: string): Generator<{ line: string; start: number }> {
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    yield { line: text.slice(start, end), start };
    start = end + 1;
  }
}

/** All scalars are texts: a version such as 1.10 is no number. */
function parse(text: string, repository: string): unknown {
  try {
    return text.trimStart().startsWith('{')
      ? JSON.parse(text)
      : load(text, { schema: FAILSAFE_SCHEMA });
  } catch {
    throw indexInvalid(repository);
  }
}

function indexInvalid(repository: string): InputError {
  return cannotPreview({ id: 'indexInvalid', parameters: { repository } });
}
