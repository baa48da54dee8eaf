import { applicationObject } from '../foundObject';
import { preflightCheck } from '../preflightCheck';

/**
 * PruneLast is no option of the whole Application: measured, each commit that prunes anything then waits for a paused
 * canary. On the workloads' annotation it does not.
 */
export const pruneLastOption = preflightCheck({
  id: 'prune-last-option',
  severity: 'warn',
  direction: 'to-rollouts',
  pieces: ['application'],
  run: ({ moved }, { application: { value: application } }) =>
    moved.length > 0 &&
    application.spec.syncPolicy?.syncOptions?.includes('PruneLast=true')
      ? [
          {
            object: applicationObject(application),
            message: 'pruneLastOption',
            parameters: { application: application.metadata.name },
          },
        ]
      : [],
});
