import { groupOf } from '../../../variants/manifests/manifests';
import { applicationObject } from '../foundObject';
import { preflightCheck } from '../preflightCheck';

/**
 * Argo CD's settings do not exclude the kind that comes. They are in a ConfigMap, which is not read: what Argo CD says of
 * objects that the Application has already is (argo-cd v3.6 controller/state.go): `Resource argoproj.io/Rollout api is
 * excluded in the settings`.
 */
export const kindExcluded = preflightCheck({
  id: 'kind-excluded',
  severity: 'block',
  pieces: ['application', 'applicationStatus'],
  run: ({ moved }, { application, applicationStatus }) => {
    const excluded = applicationStatus.value.conditions.find(
      ({ message, type }) =>
        type === 'ExcludedResourceWarning' &&
        message.endsWith(' is excluded in the settings') &&
        moved.some(({ after }) =>
          message.startsWith(`Resource ${groupOf(after)}/${after.kind} `),
        ),
    );
    return excluded
      ? [
          {
            object: applicationObject(application.value),
            message: 'kindExcluded',
            parameters: { said: excluded.message },
          },
        ]
      : [];
  },
});
