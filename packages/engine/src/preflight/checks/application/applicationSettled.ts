import { applicationObject } from '../foundObject';
import { Found, preflightCheck } from '../preflightCheck';

/** While something runs, Argo CD starts no other sync. */
const RUNNING = new Set(['Running', 'Terminating']);

/** A canary that waits (`Suspended`) is no fault of the Application, and has checks of its own. */
const SETTLED = new Set(['Healthy', 'Suspended']);

/**
 * The Application is synced and healthy, and nothing runs, so that the switch is all that its sync does. Health matters
 * because PruneLast waits for it (argo-cd v3.6 gitops-engine pkg/sync/sync_context.go).
 */
export const applicationSettled = preflightCheck({
  id: 'application-settled',
  severity: 'block',
  pieces: ['application', 'applicationStatus'],
  run: (_, { application, applicationStatus }): Found[] => {
    const object = applicationObject(application.value);
    const { health, operation, sync } = applicationStatus.value;
    const { name } = object;
    if (operation && RUNNING.has(operation.phase)) {
      return [
        {
          object,
          message: 'operationRunning',
          parameters: {
            application: name,
            phase: operation.phase,
            said: operation.message || '-',
          },
        },
      ];
    }
    const findings: Found[] = [];
    if (sync !== 'Synced') {
      findings.push({
        object,
        message: 'applicationOutOfSync',
        parameters: { application: name, sync },
      });
    }
    if (!SETTLED.has(health.status)) {
      findings.push({
        object,
        message: 'applicationUnhealthy',
        parameters: {
          application: name,
          health: health.status,
          said: health.message || '-',
        },
      });
    }
    return findings;
  },
});
