import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ReasonContent } from '../../../cannotPreview';
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
                state: toMessage('reason', state),
              },
            },
          ]
        : [];
    }),
});

function unsettled(live: LiveWorkload): ReasonContent | undefined {
  const { metadata, status } = live;
  if (
    String(status?.observedGeneration ?? '') !== String(metadata.generation)
  ) {
    return { id: 'specNotObserved', parameters: {} };
  }
  if (status?.abort) {
    return { id: 'isAborted', parameters: {} };
  }
  if (isUnpromoted(live)) {
    return { id: 'isNotPromoted', parameters: {} };
  }
  const phase = status?.phase;
  if (phase === 'Healthy') {
    return undefined;
  }
  return phase
    ? { id: 'isInPhase', parameters: { phase } }
    : { id: 'isInNoPhase', parameters: {} };
}
