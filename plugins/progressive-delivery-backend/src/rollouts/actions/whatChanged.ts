import { RolloutActionRequest } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** What is no longer as a person saw it, each the end of a sentence that begins with the Rollout; empty where all is. */
export function whatChanged(
  seen: RolloutActionRequest,
  now: RolloutActionRequest,
): string[] {
  const changes: string[] = [];
  if (seen.podHash !== now.podHash) {
    changes.push('another revision came');
  } else if (seen.generation !== now.generation) {
    changes.push('its spec was changed');
  }
  if (seen.abort !== now.abort) {
    changes.push(now.abort ? 'it was aborted' : 'it is no longer aborted');
  } else if (seen.stepIndex !== now.stepIndex) {
    changes.push(
      `${now.stepIndex ?? 0} of its steps are done, not ${seen.stepIndex ?? 0}`,
    );
  }
  if (seen.paused !== now.paused) {
    changes.push(now.paused ? 'it is paused now' : 'it is no longer paused');
  }
  return changes;
}
