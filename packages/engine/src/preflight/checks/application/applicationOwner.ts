import { Application } from '../../../targets/applications/application';
import { parentName } from '../../gathering/parentApplication';
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

/** An ApplicationSet is an owner; an app of apps leaves its name in the tracking id. */
function ownerOf(application: Application): string | undefined {
  const set = application.metadata.ownerReferences?.find(
    ({ kind }) => kind === 'ApplicationSet',
  );
  const parent = parentName(application);
  if (set) {
    return `ApplicationSet ${set.name}`;
  }
  return parent && `Application ${parent}`;
}
