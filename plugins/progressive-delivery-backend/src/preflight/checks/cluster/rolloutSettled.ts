import { LiveWorkload } from '../../gathering/objects/liveWorkload';
import { liveObject } from '../foundObject';
import { isUnpromoted, liveWorkload } from '../liveWorkload';
import { preflightCheck } from '../preflightCheck';

/** On the way back, the Rollout is promoted and healthy: whatever Git holds goes to all pods at once, without steps. */
export const rolloutSettled = preflightCheck({
  id: 'rollout-settled',
  severity: 'block',
  pieces: ['workloads'],
  run: ({ moved, target }, { workloads }) =>
    moved.flatMap(each => {
      const live =
        each.kind === 'Rollout'
          ? liveWorkload(each, workloads.value)
          : undefined;
      const state = live && unsettled(live);
      return live && state
        ? [
            {
              object: liveObject(live, target),
              message: 'rolloutUnsettled',
              parameters: {
                rollout: each.name,
                namespace: each.namespace ?? '',
                state,
              },
            },
          ]
        : [];
    }),
});

function unsettled(live: LiveWorkload): string | undefined {
  const { metadata, status } = live;
  if (
    String(status?.observedGeneration ?? '') !== String(metadata.generation)
  ) {
    return 'has a spec that its controller has not observed';
  }
  if (status?.abort) {
    return 'is aborted';
  }
  if (isUnpromoted(live)) {
    return 'has a canary that is not promoted';
  }
  return status?.phase === 'Healthy'
    ? undefined
    : `is ${status?.phase || 'in no known phase'}`;
}
