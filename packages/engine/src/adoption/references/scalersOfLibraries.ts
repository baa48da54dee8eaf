import { AdoptionObstacle } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { TemplateBlock } from '../templates/readBlocks';
import { TemplateSyntaxError } from '../templates/readActions';
import { TemplateFile } from '../templates/TemplateFile';
import { obstacle } from '../texts/AdoptionText';
import { findScalers } from './findScalers';

/** A named template of a chart below. */
interface Definition {
  file: TemplateFile;
  block: TemplateBlock;
  name: string;
}

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
  const definitions = [...texts]
    .filter(([path]) => /^charts\/.*\/templates\//.test(path))
    .flatMap(([path, text]) => definitionsOf(path, text));
  const called = new Set<Definition>();
  const follow = (code: string): void =>
    definitions
      .filter(each => !called.has(each) && code.includes(`"${each.name}"`))
      .forEach(each => {
        called.add(each);
        follow(each.file.text.slice(each.block.open.end, each.block.end.start));
      });
  files.forEach(({ text }) => follow(text));
  return [...called].flatMap(({ block, file }) =>
    findScalers(file, {
      start: file.lineOf(block.open.start),
      end: file.lineOf(block.end.start) + 1,
    }).map(line =>
      obstacle('referenceUnclear', { template: file.path, line: line + 1 }),
    ),
  );
}

/** What cannot be read defines nothing: then Helm says so. */
function definitionsOf(path: string, text: string): Definition[] {
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
    throw error;
  }
}
