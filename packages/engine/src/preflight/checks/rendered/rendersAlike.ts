import { FieldPath } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { workloadKind } from '../../../variants/manifests/manifests';
import { renderedObject } from '../foundObject';
import { Found, preflightCheck } from '../preflightCheck';

/** Fields that are named. */
const MOST_FIELDS = 10;

/** What is rendered is the same each time. Where pods are among what is not, each sync is a release. */
export const rendersAlike = preflightCheck({
  id: 'renders-alike',
  severity: 'warn',
  pieces: [],
  run: ({ comparison, target }) =>
    comparison.unstable.map(({ document, paths }): Found => {
      const object = renderedObject(document, target);
      const inPods = workloadKind(document) ? paths.filter(isInPods) : [];
      const parameters = {
        kind: document.kind,
        name: object.name,
        fields: (inPods.length > 0 ? inPods : paths)
          .slice(0, MOST_FIELDS)
          .map(path => path.join('.')),
      };
      return inPods.length > 0
        ? { object, message: 'podsUnstable', parameters }
        : { object, severity: 'info', message: 'renderedUnstable', parameters };
    }),
});

function isInPods([first, second]: FieldPath): boolean {
  return first === 'spec' && second === 'template';
}
