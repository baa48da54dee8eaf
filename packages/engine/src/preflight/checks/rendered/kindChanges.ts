import { workloadKind } from '../../../variants/manifests/manifests';
import { preflightCheck } from '../preflightCheck';

/** The switch does what it is for: a workload changes its kind. Decided by what was rendered. */
export const kindChanges = preflightCheck({
  id: 'kind-changes',
  severity: 'block',
  pieces: [],
  run: ({ comparison, enabled, moved, target, switch: path }) => {
    const touched = comparison.changes.some(
      ({ after, before, change }) =>
        (change === 'added' && after && workloadKind(after)) ||
        (change === 'removed' && before && workloadKind(before)),
    );
    return moved.length > 0 || touched
      ? []
      : [
          {
            object: { kind: 'Application', name: target.title },
            message: 'nothingMoves',
            parameters: {
              switch: path,
              kind: enabled ? 'Rollout' : 'Deployment',
              changes: comparison.changes.length,
            },
          },
        ];
  },
});
