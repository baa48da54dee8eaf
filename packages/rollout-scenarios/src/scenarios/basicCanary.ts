import type { Expectation } from '../play/observedRollout';
import type { RolloutOptions } from '../play/rolloutManifest';
import type { Stage } from '../play/Stage';

/** One step or more, as a Rollout has them. */
export type Steps = Record<string, unknown>[];

/** Two stops on the way, and one more at the end. */
export const STEPS: Steps = [
  { setWeight: 34 },
  { pause: {} },
  { setWeight: 67 },
  { pause: { duration: '1h' } },
  { setWeight: 100 },
  { pause: { duration: 3600 } },
];

/** One stop. */
export const ONE_STOP: Steps = STEPS.slice(0, 2);

/** Paused by a step. */
export const PAUSED: Expectation = {
  phase: 'Paused',
  message: 'CanaryPauseStep',
};

/** Aborted, and all three pods are of the stable revision again. */
export const ABORTED: Expectation = {
  phase: 'Degraded',
  message: /^RolloutAborted: /,
  aborted: true,
  replicas: 3,
  updated: 0,
  available: 3,
};

/** All three pods are of the revision that was asked for. */
export const COMPLETED: Expectation = {
  phase: 'Healthy',
  replicas: 3,
  updated: 3,
  available: 3,
};

/** A canary without traffic router, one pod more at a time. */
export function basic(steps: Steps, more: Record<string, unknown> = {}) {
  return { canary: { maxSurge: 1, maxUnavailable: 0, steps, ...more } };
}

/** Has a second revision come after the first; pods of a tag that ends in `bad` do not become ready. */
export async function update(
  stage: Stage,
  steps: Steps,
  options: Partial<RolloutOptions> = {},
): Promise<void> {
  const { tag = '2', ...more } = options;
  await stage.start({ tag: '1', strategy: basic(steps), ...more });
  await stage.change({ tag });
}

/** The second revision of a canary with {@link STEPS} has come to one of its stops. */
export async function pauseAt(stage: Stage, step: 1 | 3 | 5): Promise<void> {
  await update(stage, STEPS);
  await stage.settles({ ...PAUSED, step: 1, replicas: 3, available: 3 });
  for (const next of [3, 5].filter(each => each <= step)) {
    await stage.argo('promote');
    await stage.settles({ ...PAUSED, step: next, replicas: 3, available: 3 });
  }
}

/** A second revision has gone all the way, with one stop. */
export async function complete(
  stage: Stage,
  options: Partial<RolloutOptions> = {},
): Promise<void> {
  await update(stage, ONE_STOP, options);
  await stage.settles({ ...PAUSED, step: 1 });
  await stage.argo('promote');
  await stage.settles({ ...COMPLETED, step: 2 });
}
