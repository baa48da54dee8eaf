import { CONTROLLER_LABEL } from '../../gathering/objects/rolloutsController';
import { MovedWorkload } from '../../gathering/RenderedChange';
import { movedObject } from '../foundObject';
import { Found, preflightCheck } from '../preflightCheck';
import { controllerOf, RolloutsController } from './controllerOf';

/** Something makes pods of the Rollout: a controller that runs, watches its namespace and counts it to its own. */
export const controllerRunning = preflightCheck({
  id: 'controller-running',
  severity: 'block',
  direction: 'to-rollouts',
  pieces: ['controllers'],
  run: ({ moved, target }, { controllers }) => {
    const cluster = target.destination.cluster ?? '';
    const found = moved.flatMap((each): Found[] => {
      const controller = controllerOf(
        each.after,
        each.namespace,
        controllers.value,
      );
      switch (controller.state) {
        case 'runs':
        case 'unseen':
          return [];
        case 'missing':
          return [notRunning(controller, cluster)];
        case 'other-instance':
          return [
            { ...passedOver(each, controller), message: 'otherInstance' },
          ];
        case 'other-namespace':
          return [{ ...passedOver(each, controller), message: 'notWatched' }];
        default:
          return controller satisfies never;
      }
    });
    // That none runs is the same for all workloads.
    return found.some(({ object }) => object.cluster)
      ? found.slice(0, 1)
      : found;
  },
  unsure: ({ moved }, { controllers }) =>
    moved.flatMap(each => {
      const controller = controllerOf(
        each.after,
        each.namespace,
        controllers.value,
      );
      return controller.state === 'unseen'
        ? [
            {
              message: 'controllerUnseen' as const,
              parameters: { lease: controller.lease, label: CONTROLLER_LABEL },
            },
          ]
        : [];
    }),
});

function passedOver(
  workload: MovedWorkload,
  { instance }: { instance: string },
) {
  const { name, namespace = '' } = workload;
  return {
    object: movedObject(workload),
    parameters: { rollout: name, namespace, instance: instance || '""' },
  };
}

function notRunning(
  { deployment }: RolloutsController & { state: 'missing' },
  cluster: string,
): Found {
  return deployment
    ? {
        object: {
          kind: 'Deployment',
          namespace: deployment.metadata.namespace,
          name: deployment.metadata.name,
          cluster,
        },
        message: 'controllerUnavailable',
        parameters: {
          deployment: deployment.metadata.name,
          namespace: deployment.metadata.namespace ?? '',
        },
      }
    : {
        object: { kind: 'Deployment', name: 'argo-rollouts', cluster },
        message: 'controllerMissing',
        parameters: { cluster },
      };
}
