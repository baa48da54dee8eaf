import {
  ContentOf,
  RolloutActionRequest,
  RolloutChange,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** What is no longer as a person saw it; empty where all is. */
export function whatChanged(
  seen: RolloutActionRequest,
  now: RolloutActionRequest,
): ContentOf<RolloutChange>[] {
  const changes: ContentOf<RolloutChange>[] = [];
  if (seen.podHash !== now.podHash) {
    changes.push({ id: 'revision', parameters: {} });
  } else if (seen.generation !== now.generation) {
    changes.push({ id: 'spec', parameters: {} });
  }
  if (seen.abort !== now.abort) {
    changes.push({ id: now.abort ? 'aborted' : 'notAborted', parameters: {} });
  } else if (seen.stepIndex !== now.stepIndex) {
    changes.push({
      id: 'steps',
      parameters: { done: now.stepIndex ?? 0, seen: seen.stepIndex ?? 0 },
    });
  }
  if (seen.paused !== now.paused) {
    changes.push({ id: now.paused ? 'paused' : 'notPaused', parameters: {} });
  }
  return changes;
}
