import { applicationObject } from '../foundObject';
import { preflightCheck } from '../preflightCheck';

/**
 * The live Application is what Git holds for it. What delivers it says so: another Application, which compares them. An
 * ApplicationSet writes over what differs at once.
 */
export const applicationAsInGit = preflightCheck({
  id: 'application-as-in-git',
  severity: 'warn',
  pieces: ['application', 'parent'],
  run: (_, { application: { value: application }, parent }) =>
    parent.value?.status === 'OutOfSync'
      ? [
          {
            object: applicationObject(application),
            message: 'applicationDrifted',
            parameters: {
              application: application.metadata.name,
              parent: parent.value.instanceName,
            },
          },
        ]
      : [],
});
