import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  RolloutAction,
  RolloutActionRequest,
  RolloutChange,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { DeliveryTarget, problemError } from '@progressive-delivery/engine';
import { ClusterService } from '../../clusters/ClusterService';
import { RolloutPatcher } from '../../clusters/RolloutPatcher';
import { UserTokens } from '../../clusters/UserTokens';
import { LastKnownTargets } from '../../variants/LastKnownTargets';
import {
  belongsTo,
  NamedWorkload,
  namedWorkloads,
} from '../objects/namedWorkloads';
import { Phase, rolloutPhase } from '../status/phase/rolloutPhase';
import { checkOwnership } from './checkOwnership';
import { whyNot } from '../status/actions/rolloutActions';
import { actionPatches } from './actionPatches';
import { applyPatches, ApplyPatchesOptions } from './applyPatches';
import { stateToAct } from '../status/actions/stateToAct';
import { versionedRolloutSchema } from './versionedRollout';
import { whatChanged } from './whatChanged';

export interface RolloutActionServiceOptions {
  clusters: Pick<ClusterService, 'read'>;
  patcher: RolloutPatcher;
  descriptions: Pick<LastKnownTargets, 'describe' | 'lastKnown'>;
  logger: LoggerService;
}

/** What somebody wants done, and to what they saw. */
export interface RequestedAction {
  namespace: string;
  name: string;
  action: RolloutAction;
  seen: RolloutActionRequest;
}

/** What a Rollout was when something was done to it. */
type ActedFrom = RolloutActionRequest & Phase;

/** That something was done. */
export interface Acted {
  from: ActedFrom;
  /** ISO 8601; when Git last showed whose the Rollout is, where it cannot be read now. */
  ownershipKnownSince?: string;
}

/**
 * Does to a Rollout what the kubectl plugin of Argo Rollouts does, as long as it is what the person saw. The change is
 * made with credentials that may not be theirs, so whoever calls must have authorized the person for the entity.
 */
export class RolloutActionService {
  static create(options: RolloutActionServiceOptions): RolloutActionService {
    return new RolloutActionService(options);
  }

  private constructor(private readonly options: RolloutActionServiceOptions) {}

  /**
   * @throws NotFoundError where the target's Application has no such Rollout
   * @throws NotAllowedError where the entity owns other workloads of the target only
   * @throws ConflictError where the Rollout is no longer what was seen, with what changed, or where it cannot be done
   * now, with why
   * @throws ServiceUnavailableError where the cluster cannot be asked
   */
  async act(
    target: DeliveryTarget,
    requested: RequestedAction,
    { entityRef, userTokens }: { entityRef: string; userTokens?: UserTokens },
  ): Promise<Acted> {
    const { action, name, namespace } = requested;
    const { clusters, logger, patcher } = this.options;
    const { cluster, instanceName, named } = namedRollout(target, requested);
    const { knownSince } = target.ownedSwitches
      ? await checkOwnership(
          {
            workload: requested,
            target,
            entityRef,
            ownedSwitches: target.ownedSwitches,
          },
          this.options.descriptions,
        )
      : {};
    const rollout = { cluster, namespace, name };
    const read = async () => {
      const object = await clusters.read(
        { ...rollout, resource: 'rollouts' },
        versionedRolloutSchema,
        { userTokens },
      );
      if (!object || !belongsTo(instanceName, named, object)) {
        throw notThere(target, requested);
      }
      return object;
    };
    const sending = { patcher, rollout, read, userTokens };
    // A controller may write at any moment, what the person saw or not: once more, then, on what it wrote.
    const from =
      (await attempt(requested, sending)) ??
      (await attempt(requested, sending));
    if (!from) {
      throw problemError(ConflictError, {
        id: 'rolloutChangesFast',
        parameters: { name },
      });
    }
    logger.info('Acted on a Rollout', {
      entity: entityRef,
      target: target.id,
      rollout: `${namespace}/${name}`,
      action,
    });
    return { from, ownershipKnownSince: knownSince };
  }
}

/** The Rollout among the resources of the target's Application. */
function namedRollout(
  target: DeliveryTarget,
  requested: RequestedAction,
): { cluster: string; instanceName: string; named: NamedWorkload } {
  const { destination, title } = target;
  if (target.kind === 'overlay') {
    throw problemError(NotFoundError, {
      id: 'nothingToActOn',
      parameters: { target: title },
    });
  }
  const named = namedWorkloads(target.application).find(
    ({ kind, name, namespace }) =>
      kind === 'Rollout' &&
      namespace === requested.namespace &&
      name === requested.name,
  );
  if (!named) {
    throw notThere(target, requested);
  }
  if (!destination.cluster) {
    throw problemError(ServiceUnavailableError, {
      id: 'nowhereToAct',
      parameters: { target: title },
    });
  }
  return {
    cluster: destination.cluster,
    instanceName: target.instanceName,
    named,
  };
}

function notThere(
  { title }: DeliveryTarget,
  { name, namespace }: RequestedAction,
): Error {
  return problemError(NotFoundError, {
    id: 'rolloutNotOfTarget',
    parameters: { target: title, name, namespace },
  });
}

/** Its message tells all changes, its problem the one that tells most: any other one than that the spec was changed. */
function rolloutChanged(name: string, changes: RolloutChange[]): Error {
  const [first] = changes;
  const change = changes.find(({ id }) => id !== 'spec') ?? first;
  return Object.assign(
    new ConflictError(
      `Rollout ${name} has changed since you last saw it, so nothing was done: ${changes
        .map(({ text }) => text)
        .join(', and ')}.`,
    ),
    {
      problem: toMessage('problem', {
        id: 'rolloutChanged',
        parameters: { name, change },
      }),
    },
  );
}

/** `undefined` where it has changed since it was read; nothing was done then. */
async function attempt(
  { action, name, seen }: RequestedAction,
  sending: ApplyPatchesOptions,
): Promise<ActedFrom | undefined> {
  const rollout = await sending.read();
  const now = stateToAct(rollout);
  const changes = whatChanged(seen, now).map(change =>
    toMessage('rolloutChange', change),
  );
  if (changes.length > 0) {
    throw rolloutChanged(name, changes);
  }
  const refusal = whyNot(action, rollout);
  if (refusal) {
    throw problemError(ConflictError, {
      id: 'actionRefused',
      parameters: { name, refusal },
    });
  }
  const patches = actionPatches(action, rollout, new Date());
  return (await applyPatches(rollout, patches, sending))
    ? { ...now, ...rolloutPhase(rollout) }
    : undefined;
}
