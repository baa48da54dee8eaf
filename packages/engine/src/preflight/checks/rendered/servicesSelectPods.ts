import { renderedObject } from '../foundObject';
import { Found, preflightCheck } from '../preflightCheck';

/** Places that are named. */
const MOST_PLACES = 10;

/**
 * Services go on selecting the pods. Kustomize's `labels` and `commonLabels` with selectors reach Services and
 * Deployments, and not the pods of a Rollout, a kind that it does not know: the Service selects nothing then.
 */
export const servicesSelectPods = preflightCheck({
  id: 'services-select-pods',
  severity: 'block',
  pieces: [],
  run: ({ moved, steps, target }) => {
    const places = steps
      .filter(({ kind }) => kind === 'labels')
      .slice(0, MOST_PLACES)
      .map(({ file, place }) => `${file} (${place})`);
    return moved.flatMap(each =>
      Array.from(each.lostServices, (service): Found => {
        const object = renderedObject(service, target);
        const parameters = {
          service: service.metadata.name ?? '',
          workload: each.name,
          kind: each.kind,
          becomes: each.becomes,
        };
        return places.length > 0
          ? {
              object,
              message: 'serviceLabelsNothing',
              parameters: { ...parameters, places },
            }
          : { object, message: 'serviceSelectsNothing', parameters };
      }),
    );
  },
});
