import { AdoptionObstacle } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { TemplateAction } from '../templates/readActions';
import { TemplateFile } from '../templates/TemplateFile';
import { withoutVariables } from '../templates/variables';
import { obstacle } from '../texts/AdoptionText';
import { loopOf } from '../workloads/WorkloadLoop';

/** What makes a text, or several, of a mapping: one more key shows in it. */
const SHOWS =
  /(?<![\w.$"])(?:to(?:Yaml|Json|PrettyJson|RawJson|Toml)|must\w+Json|sha\d+sum|adler32sum|print\w*|s?quote|range|keys|values|omit)\b/;
/** What looks at one key of a mapping alone, or hands it on. */
const ONE_KEY =
  /(?:"[\w.]+"|\b(?:index|get|hasKey|pick|set|unset)|\b(?:dig|pluck)(?:\s+"[^"]*")+(?:\s+[\w.$()]+)?)\s+\$?\.Values(?![\w.])/g;

/** All of what `with` is about. */
const CONTEXT = /(?:^|[\s(])\.(?=[\s)]|$)/;

/** Where templates show the values as a whole, such as in a checksum: with the switch these are others. */
export function showsOfAllValues(
  files: readonly TemplateFile[],
): AdoptionObstacle[] {
  return files.flatMap(file =>
    file.actions
      .filter(action => showsAt(file, action, []))
      .map(({ start }) =>
        obstacle('valuesShown', {
          template: file.path,
          line: file.lineOf(start) + 1,
        }),
      ),
  );
}

/** Whether a template shows what is at a path of the values as a whole, or what this is in. */
export function showsValues(
  file: TemplateFile,
  path: readonly string[],
): boolean {
  const paths = path.map((_, level) => path.slice(0, level + 1));
  return file.actions.some(action =>
    paths.some(each => showsAt(file, action, each)),
  );
}

/** Whether an action shows what is at a path, also by a variable, or as what a `with` around it is about. */
function showsAt(
  file: TemplateFile,
  { code, start }: TemplateAction,
  path: readonly string[],
): boolean {
  if (!SHOWS.test(code)) {
    return false;
  }
  if (showsWhole(readBy(file, code), path)) {
    return true;
  }
  const context = file
    .blocksAround(start)
    .findLast(({ keyword }) => ['with', 'range', 'define'].includes(keyword));
  return (
    context?.keyword === 'with' &&
    CONTEXT.test(code) &&
    uses(readBy(file, context.argument), path)
  );
}

/** What an action reads, with what its variables are instead of these. */
function readBy(file: TemplateFile, code: string): string {
  const read = code.replace(/\$\w+(?:\s*,\s*\$\w+)?\s*:?=/, '');
  return withoutVariables(file, read) ?? code;
}

/**
 * Where a mapping of the values that is looped over, or one of its items, is shown as a whole: with a switch of its own an
 * item is another.
 */
export function showsOfItems(
  files: readonly TemplateFile[],
  path: readonly string[],
): AdoptionObstacle[] {
  const paths = path.map((_, level) => path.slice(0, level + 1));
  return files.flatMap(file =>
    file.actions
      .filter(
        action =>
          showsItem(file, action, path) ||
          (!/^range\b/.test(action.code) &&
            paths.some(each => showsWhole(action.code, each))),
      )
      .map(({ start }) =>
        obstacle('valuesShown', {
          template: file.path,
          line: file.lineOf(start) + 1,
        }),
      ),
  );
}

/** Whether an action shows what a loop around it is about. */
function showsItem(
  file: TemplateFile,
  { code, start }: TemplateAction,
  path: readonly string[],
): boolean {
  if (!SHOWS.test(code)) {
    return false;
  }
  const blocks = file.blocksAround(start);
  const context = blocks.findLast(({ keyword }) =>
    ['with', 'range'].includes(keyword),
  );
  return blocks.some(block => {
    const loop = loopOf(block);
    return (
      loop?.path.join('.') === path.join('.') &&
      code.split(/[^$\w.]+/).includes(loop.value) &&
      (loop.value !== '.' || block === context)
    );
  });
}

function showsWhole(code: string, path: readonly string[]): boolean {
  return (
    SHOWS.test(code) &&
    !code.startsWith('/*') &&
    uses(path.length === 0 ? code.replace(ONE_KEY, '') : code, path)
  );
}

function uses(code: string, path: readonly string[]): boolean {
  return new RegExp(
    `(?<![\\w.)"])\\$?\\.${['Values', ...path].join('\\.')}(?![\\w.])`,
  ).test(code);
}
