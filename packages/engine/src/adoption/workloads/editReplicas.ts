import { LineEdit } from '../templates/applyLineEdits';
import { TemplateBlock } from '../templates/readBlocks';
import { keyLines, linesOf } from '../templates/section';
import { TemplateFile } from '../templates/TemplateFile';
import { CannotAdoptError } from '../texts/AdoptionText';
import { isWithoutAutoscaler } from './isWithoutAutoscaler';
import { isPlainCondition } from './isPlainCondition';
import { WorkloadTemplate } from './WorkloadTemplate';

/**
 * Has `replicas` always there: a Rollout without it starts with one pod, counts as healthy with it, and the Deployment is
 * removed. Where it is left out with an autoscaler only, that condition goes.
 *
 * @throws CannotAdoptError where it may be left out for other reasons
 */
export function editReplicas({ blocks, file, kind, spec }: WorkloadTemplate): {
  edits: LineEdit[];
  added?: number;
} {
  const [line, ...others] = keyLines(file, 'replicas', {
    indent: spec.indent,
    within: spec,
  });
  if (line === undefined) {
    throw new CannotAdoptError('noReplicas', {
      template: file.path,
      line: kind + 1,
    });
  }
  const unclear = (at: number) =>
    new CannotAdoptError('replicasUnclear', {
      template: file.path,
      line: at + 1,
    });
  const lines = [line, ...others];
  const inline = lines.find(index => hasCondition(file, index));
  if (inline !== undefined) {
    throw unclear(inline);
  }
  const [block] = file.blocksAt(line).slice(blocks.length);
  if (!block || isInEachBranch(file, block, lines)) {
    return { edits: [] };
  }
  const open = file.lineOf(block.open.start);
  const end = file.lineOf(block.end.start);
  const rest = linesOf({ start: open + 1, end }).filter(
    index => index !== line && file.kindOf(index) !== 'blank',
  );
  if (
    lines.length > 1 ||
    block.keyword !== 'if' ||
    !isPlainCondition(file, block) ||
    !isWithoutAutoscaler(block.argument) ||
    file.blocksAt(line).at(-1) !== block ||
    rest.some(index => file.kindOf(index) !== 'yaml')
  ) {
    throw unclear(open);
  }
  return {
    edits:
      rest.length === 0
        ? [
            { at: open, remove: 1, insert: [] },
            { at: end, remove: 1, insert: [] },
          ]
        : // What else depends on the autoscaler goes on doing so.
          [
            { at: open, remove: 0, insert: [file.line(line)] },
            { at: line, remove: 1, insert: [] },
          ],
    added: line,
  };
}

/** Whether a value may be left out within its line. */
function hasCondition(file: TemplateFile, line: number): boolean {
  return file.blocks.some(
    ({ elses, open }) =>
      file.lineOf(open.start) === line && elses.at(-1)?.code !== 'else',
  );
}

/** Whether a block renders one of some lines whatever its conditions are. */
function isInEachBranch(
  file: TemplateFile,
  block: TemplateBlock,
  lines: readonly number[],
): boolean {
  const starts = [block.open, ...block.elses].map(({ start }) => start);
  const ends = [...starts.slice(1), block.end.start].map(file.lineOf, file);
  return (
    block.elses.at(-1)?.code === 'else' &&
    lines.length === starts.length &&
    lines.every(
      (line, branch) =>
        file.lineOf(starts[branch]) < line &&
        line < ends[branch] &&
        file.blocksAt(line).at(-1) === block,
    )
  );
}
