import { RolloutAction } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { RolloutObject } from '../objects/rolloutObject';

interface StatusPatch {
  status: {
    pauseConditions?: null;
    controllerPause?: boolean;
    currentStepIndex?: number;
    promoteFull?: boolean;
    abort?: boolean;
  };
}

interface SpecPatch {
  spec: { paused?: boolean; restartAt?: string };
}

/** JSON merge patches. The status comes first, then the spec; absent where there is nothing to send. */
export interface RolloutPatches
  extends Partial<StatusPatch>,
    Partial<SpecPatch> {
  /** Instead of both, where there is no status subresource (Argo Rollouts before 0.10). */
  unified: Partial<StatusPatch> & Partial<SpecPatch>;
}

const UNPAUSE: SpecPatch = { spec: { paused: false } };
const CLEAR_PAUSE: StatusPatch = { status: { pauseConditions: null } };
const PROMOTE_FULLY: StatusPatch = { status: { promoteFull: true } };

/**
 * What the kubectl plugin sends for an action (argo-rollouts v1.10.2 pkg/kubectl-argo-rollouts/cmd: promote/promote.go
 * `getPatches`, abort/abort.go, retry/retry.go, restart/restart.go, pause/pause.go).
 */
export function rolloutPatches(
  action: RolloutAction,
  rollout: RolloutObject,
  now: Date,
): RolloutPatches {
  switch (action) {
    case 'promote':
      return promote(rollout);
    case 'promote-full':
      return promoteFully(rollout);
    case 'skip-step': {
      const index = nextStepIndex(rollout);
      return index === undefined
        ? { unified: {} }
        : alone({ status: { currentStepIndex: index } });
    }
    case 'abort':
      return alone({ status: { abort: true } });
    case 'retry':
      return alone({ status: { abort: false } });
    case 'restart':
      return alone({
        // RFC 3339 without fractions of a second, as Go's `time.RFC3339`.
        spec: { restartAt: now.toISOString().replace(/\.\d+Z$/, 'Z') },
      });
    case 'pause':
      return alone({ spec: { paused: true } });
    default:
      return action satisfies never;
  }
}

function promote(rollout: RolloutObject): RolloutPatches {
  const { spec, status } = rollout;
  const patches = (
    statusPatch: StatusPatch | undefined,
    unified: StatusPatch = CLEAR_PAUSE,
  ): RolloutPatches => ({
    ...(statusPatch && { status: statusPatch.status }),
    ...(spec.paused && UNPAUSE),
    unified: { ...UNPAUSE, ...unified },
  });
  const paused = status.pauseConditions.length > 0;
  const index = nextStepIndex(rollout);
  if (isInconclusive(rollout) && paused && status.controllerPause) {
    return patches(
      index === undefined
        ? undefined
        : {
            status: {
              pauseConditions: null,
              controllerPause: false,
              currentStepIndex: index,
            },
          },
    );
  }
  if (paused) {
    return patches(CLEAR_PAUSE);
  }
  if (index === undefined) {
    return patches(undefined);
  }
  const next: StatusPatch = {
    status: { pauseConditions: null, currentStepIndex: index },
  };
  return patches(next, next);
}

function promoteFully({ spec, status }: RolloutObject): RolloutPatches {
  return {
    ...(status.currentPodHash !== status.stableRS && PROMOTE_FULLY),
    ...(spec.paused && UNPAUSE),
    unified: { ...UNPAUSE, ...PROMOTE_FULLY },
  };
}

function isInconclusive({ spec, status }: RolloutObject): boolean {
  return (
    spec.strategy.canary !== undefined &&
    status.canary?.currentStepAnalysisRunStatus?.status === 'Inconclusive'
  );
}

function alone(patch: StatusPatch | SpecPatch): RolloutPatches {
  return { ...patch, unified: patch };
}

/** After the last step, it stays there (`GetCurrentCanaryStep`); `undefined` for what has no steps. */
function nextStepIndex({ spec, status }: RolloutObject): number | undefined {
  const count = spec.strategy.canary?.steps.length ?? 0;
  if (count === 0) {
    return undefined;
  }
  const index = status.currentStepIndex ?? 0;
  return index < count ? index + 1 : index;
}
