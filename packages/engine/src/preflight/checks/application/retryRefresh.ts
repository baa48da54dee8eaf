import { applicationObject } from '../foundObject';
import { preflightCheck } from '../preflightCheck';
import { isAutomated } from './isAutomated';

/** What Argo CD does where the Application says nothing (argo-cd v3.6 controller/appcontroller.go autoSync). */
const DEFAULT_RETRIES = 5;

/** A sync that fails is retried with what Git has by then, so that a revert is not kept waiting. */
export const retryRefresh = preflightCheck({
  id: 'retry-refresh',
  severity: 'warn',
  pieces: ['application'],
  run: (_, { application: { value: application } }) => {
    const { retry } = application.spec.syncPolicy ?? {};
    // A retry of its own that says no limit is not retried.
    const limit = retry ? retry.limit ?? 0 : DEFAULT_RETRIES;
    return isAutomated(application) && limit !== 0 && !retry?.refresh
      ? [
          {
            object: applicationObject(application),
            message: 'retryWithoutRefresh',
            parameters: {
              application: application.metadata.name,
              limit: limit < 0 ? 'any number of' : limit,
            },
          },
        ]
      : [];
  },
});
