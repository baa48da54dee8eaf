import { TRACKING_ID } from '../../../rollouts/objects/kinds/kubernetesObject';
import { Application } from '../../../targets/applications/application';
import { applicationObject } from '../foundObject';
import { preflightCheck } from '../preflightCheck';

/** Who makes the Application, and writes over what is changed in it by hand. */
export const applicationOwner = preflightCheck({
  id: 'application-owner',
  severity: 'info',
  pieces: ['application'],
  run: (_, { application: { value: application } }) => {
    const owner = ownerOf(application);
    return owner
      ? [
          {
            object: applicationObject(application),
            message: 'applicationOwned',
            parameters: { application: application.metadata.name, owner },
          },
        ]
      : [];
  },
});

/**
 * An ApplicationSet is an owner; an app of apps leaves its name in the annotation that it tracks objects by:
 * `<application>:<group>/<kind>:<namespace>/<name>` (argo-cd v3.6 util/argo/resource_tracking.go).
 */
function ownerOf({ metadata }: Application): string | undefined {
  const set = metadata.ownerReferences?.find(
    ({ kind }) => kind === 'ApplicationSet',
  );
  if (set) {
    return `ApplicationSet ${set.name}`;
  }
  const [application, kind, object] =
    metadata.annotations?.[TRACKING_ID]?.split(':') ?? [];
  // One that was copied from another object says nothing about this one.
  return application &&
    kind === 'argoproj.io/Application' &&
    object === `${metadata.namespace}/${metadata.name}`
    ? `Application ${application}`
    : undefined;
}
