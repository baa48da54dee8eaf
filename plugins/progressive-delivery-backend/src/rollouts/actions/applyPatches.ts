import { ConflictError, NotFoundError } from '@backstage/errors';
import { problemError } from '@progressive-delivery/engine';
import {
  PatchOutcome,
  RolloutName,
  RolloutPatcher,
} from '../../clusters/RolloutPatcher';
import { UserTokens } from '../../clusters/UserTokens';
import { ActionPatches } from './actionPatches';
import { VersionedRollout, versionedRolloutSchema } from './versionedRollout';

/** How often the spec is tried after the status: the controller acts on the latter, and so changes it, at once. */
const SPEC_ATTEMPTS = 5;

export interface ApplyPatchesOptions {
  patcher: RolloutPatcher;
  rollout: RolloutName;
  /** As it is now. */
  read: () => Promise<VersionedRollout>;
  userTokens?: UserTokens;
}

/**
 * Sends patches for a Rollout as it was read.
 *
 * @returns whether they were sent; where not, it has changed since, and nothing was done
 * @throws ConflictError where its spec was changed by somebody else between the two patches
 * @throws NotFoundError where it is gone
 */
export async function applyPatches(
  read: VersionedRollout,
  { spec, status }: ActionPatches,
  options: ApplyPatchesOptions,
): Promise<boolean> {
  const { patcher, rollout, userTokens } = options;
  const send = (
    on: 'rollouts' | 'rollouts/status',
    body: object,
    { metadata: { resourceVersion } }: VersionedRollout,
  ) =>
    patcher.patch(
      rollout,
      { on, patch: body, resourceVersion },
      versionedRolloutSchema,
      { userTokens },
    );
  if (!status) {
    return isSent(rollout, await send('rollouts', { spec }, read));
  }
  const outcome = await send('rollouts/status', { status }, read);
  if (!isSent(rollout, outcome)) {
    return false;
  }
  if (!spec) {
    return true;
  }
  let latest = outcome.object;
  for (let attempt = 0; attempt < SPEC_ATTEMPTS; attempt++) {
    if (latest.metadata.generation !== read.metadata.generation) {
      break;
    }
    if (isSent(rollout, await send('rollouts', { spec }, latest))) {
      return true;
    }
    latest = await options.read();
  }
  throw problemError(ConflictError, {
    id: 'rolloutChangedBetween',
    parameters: { name: rollout.name },
  });
}

function isSent<T>(
  { namespace, name }: RolloutName,
  outcome: PatchOutcome<T>,
): outcome is { outcome: 'patched'; object: T } {
  if (outcome.outcome === 'not-found') {
    throw problemError(NotFoundError, {
      id: 'rolloutGone',
      parameters: { namespace, name },
    });
  }
  return outcome.outcome === 'patched';
}
