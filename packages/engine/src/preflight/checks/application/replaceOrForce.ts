import { fieldOf } from '../../../variants/manifests/fields';
import { applicationObject, movedObject } from '../foundObject';
import { Found, preflightCheck } from '../preflightCheck';
import { syncOptionsOf } from './syncOptions';

const REPLACE = 'Replace=true';
const FORCE = 'Force=true';

/** Where a Rollout names Services and routes, into which its controller writes. */
const WRITTEN_INTO = [
  'activeService',
  'canaryService',
  'stableService',
  'trafficRouting',
];

/**
 * Argo CD changes the new workload instead of replacing it, or deleting and creating it again (argo-cd v3.6 gitops-engine
 * pkg/sync/sync_context.go applyObject). The switch itself does not depend on it: what is not there yet is created, and
 * what is pruned is not applied. Force is an option of objects only; of an Application it does nothing.
 */
export const replaceOrForce = preflightCheck({
  id: 'replace-or-force',
  severity: 'block',
  pieces: ['application'],
  run: ({ moved }, { application: { value: application } }) => {
    const own = application.spec.syncPolicy?.syncOptions ?? [];
    return moved.flatMap((each): Found[] => {
      const options = syncOptionsOf(each.after.metadata.annotations);
      const replaces = [...own, ...options].includes(REPLACE);
      const about = {
        object: movedObject(each),
        parameters: { workload: each.name, becomes: each.becomes },
      };
      if (options.includes(FORCE)) {
        return [
          replaces
            ? { ...about, message: 'recreated' }
            : { ...about, severity: 'warn', message: 'forced' },
        ];
      }
      if (!replaces) {
        return [];
      }
      // What is an option of the workload alone leaves its Services as they are.
      return own.includes(REPLACE) && isWrittenFor(each.after.spec)
        ? [
            {
              object: applicationObject(application),
              message: 'routesReplaced',
              parameters: {
                ...about.parameters,
                application: application.metadata.name,
              },
            },
          ]
        : [{ ...about, severity: 'warn', message: 'replaced' }];
    });
  },
});

function isWrittenFor(spec: unknown): boolean {
  const strategy = fieldOf(spec, 'strategy');
  return ['canary', 'blueGreen'].some(name =>
    WRITTEN_INTO.some(field => fieldOf(fieldOf(strategy, name), field)),
  );
}
