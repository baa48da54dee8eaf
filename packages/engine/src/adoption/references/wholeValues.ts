import { AdoptionObstacle } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { readActions } from '../templates/readActions';
import { readBlocks } from '../templates/readBlocks';
import { TemplateFile } from '../templates/TemplateFile';
import { obstacle } from '../texts/AdoptionText';

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
      .filter(({ code }) => showsWhole(code, []))
      .map(({ start }) =>
        obstacle('valuesShown', {
          template: file.path,
          line: file.lineOf(start) + 1,
        }),
      ),
  );
}

/**
 * Whether a template shows what is at a path of the values as a whole, or what this is in.
 *
 * @param text - of a template that can be read
 */
export function showsValues(text: string, path: readonly string[]): boolean {
  const paths = path.map((_, level) => path.slice(0, level + 1));
  const actions = readActions(text);
  const contexts = readBlocks(actions).filter(({ keyword }) =>
    ['with', 'range', 'define'].includes(keyword),
  );
  return actions.some(({ code, start }) => {
    const context = contexts.findLast(
      ({ end, open }) => open.end <= start && start < end.start,
    );
    return paths.some(
      each =>
        showsWhole(code, each) ||
        (SHOWS.test(code) &&
          CONTEXT.test(code) &&
          context?.keyword === 'with' &&
          uses(context.argument, each)),
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
