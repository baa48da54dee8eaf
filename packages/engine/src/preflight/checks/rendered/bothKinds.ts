import { fieldOf } from '../../../variants/manifests/fields';
import { Manifest, workloadKind } from '../../../variants/manifests/manifests';
import { renderedObject } from '../foundObject';
import { Found, preflightCheck } from '../preflightCheck';
import {
  hasLabels,
  renderedPodLabels,
} from '../../../variants/manifests/renderedPods';

/** Not both kinds of a workload at once: a Rollout beside its Deployment, by `workloadRef` or by the same labels. */
export const bothKinds = preflightCheck({
  id: 'both-kinds',
  severity: 'warn',
  pieces: [],
  run: ({ after, target }) => {
    const deployments = after.filter(
      each => workloadKind(each) === 'Deployment',
    );
    return after
      .filter(each => workloadKind(each) === 'Rollout')
      .flatMap((rollout): Found[] => {
        const reference = fieldOf(rollout.spec, 'workloadRef');
        const name = fieldOf(reference, 'name');
        const parameters = { rollout: rollout.metadata.name ?? '' };
        if (typeof name === 'string') {
          return [
            {
              object: renderedObject(rollout, target),
              message: 'workloadReferred',
              parameters: { ...parameters, deployment: name },
            },
          ];
        }
        const twin = deployments.find(each => hasSamePods(each, rollout));
        return twin
          ? [
              {
                object: renderedObject(rollout, target),
                message: 'runsTwice',
                parameters: {
                  ...parameters,
                  deployment: twin.metadata.name ?? '',
                },
              },
            ]
          : [];
      });
  },
});

function hasSamePods(one: Manifest, other: Manifest): boolean {
  const labels = renderedPodLabels(one);
  const others = renderedPodLabels(other);
  return (
    one.metadata.namespace === other.metadata.namespace &&
    labels.size > 0 &&
    labels.size === others.size &&
    hasLabels(others, labels)
  );
}
