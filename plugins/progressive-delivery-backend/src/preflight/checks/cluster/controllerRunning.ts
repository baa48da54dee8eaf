import { fieldOf } from '../../../variants/manifests/fields';
import { RolloutsControllers } from '../../gathering/objects/rolloutsController';
import { MovedWorkload } from '../../gathering/RenderedChange';
import { movedObject } from '../foundObject';
import { Found, preflightCheck } from '../preflightCheck';

const INSTANCE_LABEL = 'argo-rollouts.argoproj.io/controller-instance-id';

/** A controller that runs renews its Lease every few seconds (argo-rollouts v1.10 controller/controller.go). */
const LEASE_MILLISECONDS = 60_000;

type Controller = RolloutsControllers['deployments'][number];

/** Something makes pods of the Rollout: a controller that runs, watches its namespace and counts it to its own. */
export const controllerRunning = preflightCheck({
  id: 'controller-running',
  severity: 'block',
  pieces: ['controllers'],
  run: ({ enabled, moved, target }, { controllers }) => {
    if (!enabled || moved.length === 0) {
      return [];
    }
    const cluster = target.destination.cluster ?? '';
    const { deployments, leases, readAt } = controllers.value;
    const available = deployments.filter(each => each.available);
    const held = leases.some(
      ({ renewedAt }) =>
        renewedAt !== undefined && readAt - renewedAt < LEASE_MILLISECONDS,
    );
    if (available.length === 0 && !held) {
      return [notRunning(deployments, cluster)];
    }
    // How a controller was started that has a Lease and no Deployment is not known: it runs, that is all.
    if (available.length === 0) {
      return [];
    }
    return moved.flatMap((each): Found[] => {
      const ofInstance = available.filter(
        controller => instanceOf(controller) === instanceWanted(each),
      );
      const parameters = {
        rollout: each.name,
        namespace: each.namespace ?? '',
        instance: instanceWanted(each) || '""',
      };
      if (ofInstance.length === 0) {
        return [
          { object: movedObject(each), message: 'otherInstance', parameters },
        ];
      }
      return ofInstance.some(controller => watches(controller, each))
        ? []
        : [{ object: movedObject(each), message: 'notWatched', parameters }];
    });
  },
});

function notRunning(deployments: Controller[], cluster: string): Found {
  const [deployment] = deployments;
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

function instanceWanted({ after }: MovedWorkload): string {
  const instance = fieldOf(fieldOf(after.metadata, 'labels'), INSTANCE_LABEL);
  return typeof instance === 'string' ? instance : '';
}

function instanceOf(controller: Controller): string {
  return argument(controller, '--instance-id') ?? '';
}

function watches(controller: Controller, { namespace }: MovedWorkload) {
  const namespaced = argument(controller, '--namespaced');
  return (
    namespaced === undefined ||
    namespaced === 'false' ||
    (argument(controller, '--namespace') ?? controller.metadata.namespace) ===
      namespace
  );
}

/** `--name=value` or `--name value`; `true` for a flag alone. */
function argument(
  { arguments: all }: Controller,
  name: string,
): string | undefined {
  for (const [index, each] of all.entries()) {
    if (each.startsWith(`${name}=`)) {
      return each.slice(name.length + 1);
    }
    if (each === name) {
      const next = all.at(index + 1);
      return next === undefined || next.startsWith('-') ? 'true' : next;
    }
  }
  return undefined;
}
