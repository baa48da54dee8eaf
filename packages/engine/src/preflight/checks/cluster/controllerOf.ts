import { fieldOf } from '../../../variants/manifests/fields';
import { Manifest } from '../../../variants/manifests/manifests';
import { RolloutsControllers } from '../../gathering/objects/rolloutsController';

const INSTANCE_LABEL = 'argo-rollouts.argoproj.io/controller-instance-id';

/** A controller that runs renews its Lease every few seconds (argo-rollouts v1.10 controller/controller.go). */
const LEASE_MILLISECONDS = 60_000;

type Controller = RolloutsControllers['deployments'][number];

/**
 * What looks after a Rollout:
 *
 * - `runs`: a controller that watches its namespace and counts it to its own
 * - `unseen`: something renews the controller's Lease. How it was started, such as with another instance id, that does not
 *   say
 * - `missing`: no controller runs; the Deployment of one that does not, if there is any
 * - `other-instance`, `other-namespace`: controllers that pass over it
 */
export type RolloutsController =
  | { state: 'runs' }
  | { state: 'unseen'; lease: string }
  | { state: 'missing'; deployment: Controller | undefined }
  | { state: 'other-instance'; instance: string }
  | { state: 'other-namespace'; instance: string };

export function controllerOf(
  rollout: Manifest,
  namespace: string | undefined,
  { deployments, leases, readAt }: RolloutsControllers,
): RolloutsController {
  const available = deployments.filter(each => each.available);
  if (available.length === 0) {
    const held = leases.find(
      ({ renewedAt }) =>
        renewedAt !== undefined && readAt - renewedAt < LEASE_MILLISECONDS,
    );
    return held
      ? { state: 'unseen', lease: held.metadata.name }
      : { state: 'missing', deployment: deployments.at(0) };
  }
  const instance = instanceWanted(rollout);
  const ofInstance = available.filter(
    each => (argument(each, '--instance-id') ?? '') === instance,
  );
  if (ofInstance.length === 0) {
    return { state: 'other-instance', instance };
  }
  return ofInstance.some(each => watches(each, namespace))
    ? { state: 'runs' }
    : { state: 'other-namespace', instance };
}

function instanceWanted({ metadata }: Manifest): string {
  const instance = fieldOf(fieldOf(metadata, 'labels'), INSTANCE_LABEL);
  return typeof instance === 'string' ? instance : '';
}

function watches(controller: Controller, namespace: string | undefined) {
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
