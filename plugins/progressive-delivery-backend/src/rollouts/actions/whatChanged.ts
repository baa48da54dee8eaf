import {
  ContentOf,
  RolloutActionRequest,
  RolloutChange,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** What is no longer as a person saw it, of several changes the one that tells most; `undefined` where all is. */
export function whatChanged(
  seen: RolloutActionRequest,
  now: RolloutActionRequest,
): ContentOf<RolloutChange> | undefined {
  if (seen.podHash !== now.podHash) {
    return { id: 'revision', parameters: {} };
  }
  // An abort resets the index, which says nothing then.
  if (seen.abort !== now.abort) {
    return { id: now.abort ? 'aborted' : 'notAborted', parameters: {} };
  }
  if (seen.stepIndex !== now.stepIndex) {
    return {
      id: 'steps',
      parameters: { done: now.stepIndex ?? 0, seen: seen.stepIndex ?? 0 },
    };
  }
  if (seen.paused !== now.paused) {
    return { id: now.paused ? 'paused' : 'notPaused', parameters: {} };
  }
  return seen.generation === now.generation
    ? undefined
    : { id: 'spec', parameters: {} };
}
