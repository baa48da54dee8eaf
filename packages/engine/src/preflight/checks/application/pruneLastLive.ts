import { MovedWorkload } from '../../gathering/RenderedChange';
import { movedObject } from '../foundObject';
import { liveWorkload } from '../liveWorkload';
import { preflightCheck } from '../preflightCheck';
import { isPrunedLast } from './syncOptions';

/**
 * What the switch removes is pruned last: measured, without it no pod is ready until the new ones are. The option counts
 * where it is when Argo CD prunes: on the live object, or in the Application (argo-cd v3.6 gitops-engine
 * pkg/sync/sync_context.go getSyncTasks, letter by letter).
 */
export const pruneLastLive = preflightCheck({
  id: 'prune-last-live',
  severity: 'block',
  pieces: ['application', 'workloads'],
  run: ({ moved }, { application, workloads }) => {
    const options = application.value.spec.syncPolicy?.syncOptions ?? [];
    return moved.flatMap(each => {
      const live = liveWorkload(each, workloads.value);
      // What is not there is not pruned.
      if (!live || isPrunedLast(live.metadata, options)) {
        return [];
      }
      const parameters = {
        kind: each.kind,
        workload: each.name,
        replacedBy: each.becomes,
      };
      return [
        {
          object: movedObject(each),
          ...(isInGit(each)
            ? ({ message: 'pruneLastNotLive', parameters } as const)
            : ({ message: 'pruneLastMissing', parameters } as const)),
        },
      ];
    });
  },
});

function isInGit({ before }: MovedWorkload): boolean {
  return isPrunedLast(before.metadata, []);
}
