import { fieldOf, partsOf } from '../../../variants/manifests/fields';
import { movedObject } from '../foundObject';
import { preflightCheck } from '../preflightCheck';
import { renderedPodSpec } from '../../../variants/manifests/renderedPods';

/** What pods keep in an emptyDir goes with them, and all pods are replaced by the switch. */
export const localData = preflightCheck({
  id: 'local-data',
  severity: 'warn',
  pieces: [],
  run: ({ moved }) =>
    moved.flatMap(each => {
      const volumes = partsOf(fieldOf(renderedPodSpec(each.after), 'volumes'))
        .filter(([, volume]) => {
          const directory = fieldOf(volume, 'emptyDir');
          return (
            directory !== undefined && fieldOf(directory, 'medium') !== 'Memory'
          );
        })
        .map(([, volume]) => String(fieldOf(volume, 'name')));
      return volumes.length > 0
        ? [
            {
              object: movedObject(each),
              message: 'emptyDirLost' as const,
              parameters: { workload: each.name, volumes },
            },
          ]
        : [];
    }),
});
