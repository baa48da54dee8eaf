import { FindingObject } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { movedObject } from '../foundObject';
import { Found, preflightCheck } from '../preflightCheck';
import { syncOptionsOf } from './syncOptions';

/** Argo CD deletes and creates again what it cannot change, where it is to be forced (argo-cd v3.6 gitops-engine pkg/sync). */
export const replaceOrForce = preflightCheck({
  id: 'replace-or-force',
  severity: 'block',
  pieces: ['application'],
  run: ({ moved }, { application }) => {
    const { metadata, spec } = application.value;
    return [
      ...found(
        {
          kind: 'Application',
          namespace: metadata.namespace,
          name: metadata.name,
        },
        spec.syncPolicy?.syncOptions ?? [],
      ),
      ...moved.flatMap(each =>
        found(
          movedObject(each),
          syncOptionsOf(each.after.metadata.annotations),
        ),
      ),
    ];
  },
});

function found(object: FindingObject, options: string[]): Found[] {
  const parameters = { where: `${object.kind} ${object.name}` };
  if (options.includes('Force=true')) {
    return [{ object, message: 'forced', parameters }];
  }
  return options.includes('Replace=true')
    ? [{ object, severity: 'warn', message: 'replaced', parameters }]
    : [];
}
