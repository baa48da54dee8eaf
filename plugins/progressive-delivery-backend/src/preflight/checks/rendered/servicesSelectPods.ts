import { renderedObject } from '../foundObject';
import { Found, preflightCheck } from '../preflightCheck';

/**
 * Services go on selecting the pods. Kustomize's `labels` and `commonLabels` with selectors reach Services and
 * Deployments, and not the pods of a Rollout, a kind that it does not know: the Service selects nothing then.
 */
export const servicesSelectPods = preflightCheck({
  id: 'services-select-pods',
  severity: 'block',
  pieces: [],
  run: ({ moved, target }) =>
    moved.flatMap(each =>
      Array.from(
        each.lostServices,
        (service): Found => ({
          object: renderedObject(service, target),
          message: 'serviceSelectsNothing',
          parameters: {
            service: service.metadata.name ?? '',
            workload: each.name,
            kind: each.kind,
            becomes: each.becomes,
          },
        }),
      ),
    ),
});
