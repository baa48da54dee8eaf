import { LineEdit } from '../templates/applyLineEdits';
import { keyLines, linesOf } from '../templates/section';
import { CannotAdoptError } from '../texts/AdoptionText';
import { WorkloadTemplate } from './WorkloadTemplate';

const AUTOSCALER = /autoscal|hpa|keda|scaledobject/i;

/**
 * Has `replicas` always there: a Rollout without it starts with one pod, counts as healthy with it, and the Deployment is
 * removed. Other conditions than those of an autoscaler stay.
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
  const within = file.blocksAt(line).slice(blocks.length);
  const [block] = within;
  if (
    others.length > 0 ||
    within.length !== 1 ||
    block.keyword !== 'if' ||
    block.elses.length > 0 ||
    !AUTOSCALER.test(block.argument)
  ) {
    return { edits: [] };
  }
  const open = file.lineOf(block.open.start);
  const end = file.lineOf(block.end.start);
  const rest = linesOf({ start: open + 1, end }).filter(
    index => index !== line && file.kindOf(index) !== 'blank',
  );
  if (rest.length > 0 || file.lineOf(block.open.end) !== open) {
    throw new CannotAdoptError('replicasUnclear', {
      template: file.path,
      line: open + 1,
    });
  }
  return {
    edits: [
      { at: open, remove: 1, insert: [] },
      { at: end, remove: 1, insert: [] },
    ],
    added: line,
  };
}
