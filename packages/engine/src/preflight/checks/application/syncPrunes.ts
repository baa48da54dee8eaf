import { applicationObject, movedObject } from '../foundObject';
import { liveWorkload } from '../liveWorkload';
import { Found, preflightCheck } from '../preflightCheck';
import { isAutomated } from './isAutomated';
import { optionValue, syncOptionsOf } from './syncOptions';

/**
 * Argo CD syncs by itself and removes the old workload. The live object's own `Prune` wins over the Application's (argo-cd
 * v3.6 gitops-engine pkg/sync/sync_context.go).
 */
export const syncPrunes = preflightCheck({
  id: 'sync-prunes',
  severity: 'warn',
  pieces: ['application', 'workloads'],
  run: ({ moved }, { application, workloads }): Found[] => {
    const { spec } = application.value;
    const object = applicationObject(application.value);
    const { name } = object;
    const present = moved.filter(each => liveWorkload(each, workloads.value));
    if (present.length === 0) {
      return [];
    }
    if (!isAutomated(application.value)) {
      return [
        { object, message: 'syncManual', parameters: { application: name } },
      ];
    }
    if (!spec.syncPolicy?.automated?.prune) {
      return [
        {
          object,
          message: 'pruneOff',
          parameters: {
            application: name,
            workloads: present.map(each => `${each.kind} ${each.name}`),
          },
        },
      ];
    }
    return present.flatMap((each): Found[] => {
      const live = liveWorkload(each, workloads.value);
      const prune =
        optionValue(syncOptionsOf(live?.metadata.annotations), 'Prune') ??
        optionValue(spec.syncPolicy?.syncOptions ?? [], 'Prune');
      const parameters = {
        kind: each.kind,
        workload: each.name,
        replacedBy: each.becomes,
      };
      switch (prune) {
        case 'false':
          return [
            { object: movedObject(each), message: 'pruneRefused', parameters },
          ];
        case 'confirm':
          return [
            {
              object: movedObject(each),
              message: 'pruneConfirmed',
              parameters,
            },
          ];
        default:
          return [];
      }
    });
  },
});
