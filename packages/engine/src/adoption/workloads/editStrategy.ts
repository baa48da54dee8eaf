import { LineEdit } from '../templates/applyLineEdits';
import { keyLines, linesOf } from '../templates/section';
import { CannotAdoptError } from '../texts/AdoptionText';
import { includeOf, isRollout, SwitchOf } from './SwitchOf';
import { WorkloadTemplate } from './WorkloadTemplate';

/** Gives the Rollout its canary, and keeps the strategy for the Deployment: a Rollout knows no `type`, `rollingUpdate`. */
export function editStrategy(
  workload: WorkloadTemplate,
  switchOf: SwitchOf,
): LineEdit[] {
  const { blocks, file, kind, root, spec } = workload;
  const space = ' '.repeat(spec.indent);
  const canary = [
    `${space}{{- if ${isRollout(switchOf, root)} }}`,
    `${space}strategy:`,
    `${space}  {{- ${includeOf('canary', switchOf, root)} | nindent ${
      spec.indent + 2
    } }}`,
  ];
  const lines = keyLines(file, 'strategy', {
    indent: spec.indent,
    within: spec,
  });
  if (lines.length === 0) {
    return [
      {
        at: placeOfStrategy(workload),
        remove: 0,
        insert: [...canary, `${space}{{- end }}`],
      },
    ];
  }
  const unclear = (line: number) =>
    new CannotAdoptError('strategyUnclear', {
      template: file.path,
      line: line + 1,
    });
  const outermost = lines.map(line => file.blocksAt(line)[blocks.length]);
  const [block] = outermost;
  if (outermost.some(each => each !== block) || (!block && lines.length > 1)) {
    throw unclear(lines[1]);
  }
  const range = block
    ? {
        start: file.lineOf(block.open.start),
        end: file.lineOf(block.end.start) + 1,
      }
    : { start: lines[0], end: endOfValue(workload, lines[0]) };
  const other = linesOf(range).find(
    index =>
      file.kindOf(index) === 'yaml' &&
      file.indentOf(index) <= spec.indent &&
      !lines.includes(index),
  );
  if (other !== undefined || range.start <= kind) {
    throw unclear(other ?? range.start);
  }
  return [
    { at: range.start, remove: 0, insert: [...canary, `${space}{{- else }}`] },
    { at: range.end, remove: 0, insert: [`${space}{{- end }}`] },
  ];
}

/** Before the selector, or the template where that is not there. */
function placeOfStrategy({ blocks, file, kind, spec }: WorkloadTemplate) {
  const place = ['selector', 'template']
    .flatMap(key => keyLines(file, key, { indent: spec.indent, within: spec }))
    .find(index => file.blocksAt(index).length === blocks.length);
  if (place === undefined) {
    throw new CannotAdoptError('noSection', {
      template: file.path,
      line: kind + 1,
      key: 'spec.template',
    });
  }
  return place;
}

/** The line behind the value of a key: the last one that is in the same blocks, and not at the key's indentation. */
function endOfValue({ file, spec }: WorkloadTemplate, key: number): number {
  const depth = file.blocksAt(key).length;
  let end = key + 1;
  for (const index of linesOf({ start: key + 1, end: spec.end })) {
    const after = file.blocksAt(index + 1).length;
    if (
      after < depth ||
      // A variable is for what comes behind.
      file.actionsOf(index).some(({ code }) => /^\$\w+\s*:?=/.test(code)) ||
      (file.kindOf(index) === 'yaml' && file.indentOf(index) <= spec.indent)
    ) {
      break;
    }
    if (after === depth && file.kindOf(index) !== 'blank') {
      end = index + 1;
    }
  }
  return end;
}
