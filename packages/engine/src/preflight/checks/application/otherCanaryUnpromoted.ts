import { liveObject } from '../foundObject';
import { isUnpromoted } from '../liveWorkload';
import { preflightCheck } from '../preflightCheck';

/** Measured: with a canary of the same Application unpromoted, the switch hangs at double capacity until it is. */
export const otherCanaryUnpromoted = preflightCheck({
  id: 'other-canary-unpromoted',
  severity: 'block',
  pieces: ['application', 'workloads'],
  run: ({ moved, target }, { application, workloads }) => {
    const own = application.value.status?.resources ?? [];
    return workloads.value
      .filter(
        ({ kind, metadata }) =>
          kind === 'Rollout' &&
          own.some(
            resource =>
              resource.kind === kind &&
              resource.name === metadata.name &&
              resource.namespace === metadata.namespace,
          ) &&
          !moved.some(
            each =>
              each.name === metadata.name &&
              each.namespace === metadata.namespace,
          ),
      )
      .filter(isUnpromoted)
      .map(rollout => ({
        object: liveObject(rollout, target),
        message: 'otherCanary',
        parameters: {
          rollout: rollout.metadata.name,
          namespace: rollout.metadata.namespace ?? '',
          workloads: moved.map(({ name }) => name),
        },
      }));
  },
});
