import { TemplateBlock } from '../templates/readBlocks';

/** A loop over a mapping of the values that renders a workload for each of its keys. */
export interface WorkloadLoop {
  /** The path of the mapping. */
  path: readonly string[];
  /** The variable of a key, with its dollar sign, where there is one. */
  key: string | undefined;
  /** What the values of one workload are called in the loop: a variable, or `.`. */
  value: string;
}

const RANGE =
  /^(?:(?:(\$\w+)\s*,\s*)?(\$\w+)\s*:=\s*)?\$?\.Values((?:\.\w+)+)$/;

/** The loop that a block is; `undefined` where it is none, or not over one mapping. */
export function loopOf({
  argument,
  elses,
  keyword,
}: TemplateBlock): WorkloadLoop | undefined {
  const [, key, variable, path] = RANGE.exec(argument) ?? [];
  return keyword === 'range' && path !== undefined && elses.length === 0
    ? { path: path.slice(1).split('.'), key, value: variable ?? '.' }
    : undefined;
}

/**
 * The loop among the blocks that something is in.
 *
 * @returns `undefined` where there is none, `'unclear'` where it cannot be said whose values it is about
 */
export function loopAmong(
  blocks: readonly TemplateBlock[],
): WorkloadLoop | 'unclear' | undefined {
  const [range, ...others] = blocks.filter(
    ({ keyword }) => keyword === 'range',
  );
  if (!range) {
    return undefined;
  }
  const loop = loopOf(range);
  const isMoved = blocks.some(({ keyword }) => keyword === 'with');
  return !loop ||
    others.length > 0 ||
    (isMoved && (loop.value === '.' || !/\$\.Values/.test(range.argument)))
    ? 'unclear'
    : loop;
}
