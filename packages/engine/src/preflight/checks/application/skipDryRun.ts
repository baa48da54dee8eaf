import { movedObject } from '../foundObject';
import { preflightCheck } from '../preflightCheck';
import { syncOptionsOf } from './syncOptions';

const OPTION = 'SkipDryRunOnMissingResource=true';

/**
 * Without the definition of Rollouts, a dry run fails and keeps Argo CD from pruning. This option takes that away:
 * measured, 3 ready pods, then none (argo-cd v3.6 gitops-engine pkg/sync/sync_context.go getSyncTasks).
 */
export const skipDryRun = preflightCheck({
  id: 'skip-dry-run',
  severity: 'block',
  direction: 'to-rollouts',
  pieces: ['application', 'rolloutDefinition'],
  run: ({ moved }, { application, rolloutDefinition }) => {
    if (rolloutDefinition.value) {
      return [];
    }
    const options = application.value.spec.syncPolicy?.syncOptions ?? [];
    return moved
      .filter(
        ({ after }) =>
          options.includes(OPTION) ||
          syncOptionsOf(after.metadata.annotations).includes(OPTION),
      )
      .map(each => ({
        object: movedObject(each),
        message: 'dryRunSkipped',
        parameters: { workload: each.name, option: OPTION },
      }));
  },
});
