import { TemplateBlock } from '../templates/readBlocks';
import { TemplateFile } from '../templates/TemplateFile';

const ALONE = /^\s*\{\{(?:(?!\}\})[^])*\}\}\s*$/;

/** Whether a block is an `if` or a `with` without an `else`, whose ends stand in lines of their own. */
export function isPlainCondition(
  file: TemplateFile,
  block: TemplateBlock,
): boolean {
  return (
    (block.keyword === 'if' || block.keyword === 'with') &&
    block.elses.length === 0 &&
    [block.open, block.end].every(({ end, start }) => {
      const line = file.lineOf(start);
      return line === file.lineOf(end) && ALONE.test(file.line(line));
    })
  );
}
