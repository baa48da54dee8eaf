import { AdoptionObstacle } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { TemplateBlock } from '../templates/readBlocks';
import {
  TemplateDepthError,
  TemplateSyntaxError,
} from '../templates/readActions';
import { TemplateFile } from '../templates/TemplateFile';
import { CannotAdoptError, obstacle } from '../texts/AdoptionText';
import { findScalers } from './findScalers';

/** A named template of a chart below. */
interface Definition {
  file: TemplateFile;
  block: TemplateBlock;
}

/** What stands in quotes, whichever quote is the first: what is around an action may have some, too. */
const QUOTED = /["`](?=([^"`]+)["`])/g;

/**
 * Named templates of charts below that are autoscalers and that the chart itself calls: what they scale cannot be edited.
 *
 * @param files - the chart's own templates
 * @param texts - of all files of the chart, by path
 */
export function scalersOfLibraries(
  files: readonly TemplateFile[],
  texts: ReadonlyMap<string, string>,
): AdoptionObstacle[] {
  const definitions = new Map<string, Definition[]>();
  for (const [path, text] of texts) {
    if (/^charts\/.*\/templates\//.test(path)) {
      for (const { name, ...found } of definitionsOf(path, text)) {
        definitions.set(name, [...(definitions.get(name) ?? []), found]);
      }
    }
  }
  const called = new Set<Definition>();
  const left = files.flatMap(({ text }) => namesIn(text));
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    for (const each of definitions.get(name) ?? []) {
      const { block, file } = each;
      called.add(each);
      left.push(...namesIn(file.text.slice(block.open.end, block.end.start)));
    }
    definitions.delete(name);
  }
  return [...called].flatMap(({ block, file }) =>
    findScalers(file, {
      start: file.lineOf(block.open.start),
      end: file.lineOf(block.end.start) + 1,
    }).map(line =>
      obstacle('referenceUnclear', { template: file.path, line: line + 1 }),
    ),
  );
}

function namesIn(code: string): string[] {
  return [...code.matchAll(QUOTED)].map(([, name]) => name);
}

/**
 * What cannot be read defines nothing: then Helm says so.
 *
 * @throws CannotAdoptError where it is too deep to be read here
 */
function definitionsOf(
  path: string,
  text: string,
): (Definition & { name: string })[] {
  try {
    const file = TemplateFile.read(path, text);
    return file.blocks.flatMap(block => {
      const name = /^["`]([^"`]+)["`]/.exec(block.argument)?.[1];
      return block.keyword === 'define' && name ? [{ file, block, name }] : [];
    });
  } catch (error) {
    if (error instanceof TemplateSyntaxError) {
      return [];
    }
    if (error instanceof TemplateDepthError) {
      throw new CannotAdoptError('templateTooDeep', {
        template: path,
        line: text.slice(0, error.offset).split('\n').length,
      });
    }
    throw error;
  }
}
