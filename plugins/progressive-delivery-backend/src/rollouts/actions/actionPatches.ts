import { RolloutAction } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { RolloutObject } from '../objects/kinds/rolloutObject';

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
export type ActionPatches = Partial<StatusPatch> & Partial<SpecPatch>;

const UNPAUSE: SpecPatch = { spec: { paused: false } };
const CLEAR_PAUSE: StatusPatch = { status: { pauseConditions: null } };
const PROMOTE_FULLY: StatusPatch = { status: { promoteFull: true } };

/**
 * What the kubectl plugin sends for an action (argo-rollouts v1.10.2 pkg/kubectl-argo-rollouts/cmd: promote/promote.go
 * `getPatches`, abort/abort.go, retry/retry.go, restart/restart.go, pause/pause.go).
 */
export function actionPatches(
  action: RolloutAction,
  rollout: RolloutObject,
  now: Date,
): ActionPatches {
  switch (action) {
    case 'promote':
      return promote(rollout);
    case 'promote-full':
      return promoteFully(rollout);
    case 'skip-step': {
      const index = nextStepIndex(rollout);
      return index === undefined ? {} : { status: { currentStepIndex: index } };
    }
    case 'abort':
      return { status: { abort: true } };
    case 'retry':
      return { status: { abort: false } };
    case 'restart':
      return {
        // RFC 3339 without fractions of a second, as Go's `time.RFC3339`.
        spec: { restartAt: now.toISOString().replace(/\.\d+Z$/, 'Z') },
      };
    case 'pause':
      return { spec: { paused: true } };
    default:
      return action satisfies never;
  }
}

function promote(rollout: RolloutObject): ActionPatches {
  const { spec, status } = rollout;
  const patches = (statusPatch?: StatusPatch): ActionPatches => ({
    ...statusPatch,
    ...(spec.paused && UNPAUSE),
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
  return patches(
    index === undefined
      ? undefined
      : { status: { pauseConditions: null, currentStepIndex: index } },
  );
}

function promoteFully({ spec, status }: RolloutObject): ActionPatches {
  return {
    ...(status.currentPodHash !== status.stableRS && PROMOTE_FULLY),
    ...(spec.paused && UNPAUSE),
  };
}

function isInconclusive({ spec, status }: RolloutObject): boolean {
  return (
    spec.strategy.canary !== undefined &&
    status.canary?.currentStepAnalysisRunStatus?.status === 'Inconclusive'
  );
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
