import {
  JourneyStop,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { JourneySurroundings, Standing } from './JourneySurroundings';
import { other } from './movedStatuses';
import { whereUnchanged } from './whereUnchanged';
import { whereUnhealthy } from './whereUnhealthy';
import { whereUnmerged } from './whereUnmerged';
import { whereUnserved } from './whereUnserved';
import { whereUnhydrated, whereUnsynced } from './whereUnsynced';

/**
 * How far a proposal has come, by what is really there. A stop that was reached stays so, whatever a later release does;
 * nothing is said to be reached without evidence.
 */
export function journey(surroundings: JourneySurroundings): JourneyStop[] {
  const { pullRequest, requestedBy, review, takenBack } = surroundings;
  const { createdAt, endedAt, endedBy, mergeCommit, state, url } = pullRequest;
  const opened: JourneyStop = {
    id: 'pull-request',
    state: 'done',
    at: createdAt,
    by: requestedBy,
    url,
  };
  switch (state) {
    case 'closed':
      return [
        {
          ...opened,
          state: 'failed',
          at: endedAt,
          by: endedBy,
          reason:
            endedBy === undefined
              ? toMessage('journey', { id: 'closed', parameters: {} })
              : toMessage('journey', {
                  id: 'closedBy',
                  parameters: { who: endedBy },
                }),
        },
      ];
    case 'open':
      return [
        {
          ...opened,
          review: review?.state === 'known' ? review.review : undefined,
        },
        { id: 'merged', url, ...whereUnmerged(surroundings) },
        ...stopsAfterMerge(surroundings).map(
          ({ id }): JourneyStop => ({ id, state: 'waiting' }),
        ),
      ];
    case 'merged': {
      const merged: JourneyStop = {
        id: 'merged',
        state: 'done',
        at: endedAt,
        by: endedBy,
        commit: mergeCommit,
        url,
      };
      return takenBack
        ? [
            opened,
            {
              ...merged,
              reason: toMessage('journey', {
                id: 'takenBack',
                parameters: { kind: other(surroundings) },
              }),
            },
          ]
        : [opened, merged, ...afterMerge(surroundings)];
    }
    default:
      return state satisfies never;
  }
}

interface Stop {
  id: JourneyStop['id'];
  standing: () => Standing;
}

/** Stops after the merge, in their order. */
function stopsAfterMerge(surroundings: JourneySurroundings): Stop[] {
  const hydrated = surroundings.argocd?.hydrated;
  return [
    ...(hydrated
      ? [
          {
            id: 'hydrated' as const,
            standing: () => whereUnhydrated(hydrated),
          },
        ]
      : []),
    { id: 'synced', standing: () => whereUnsynced(surroundings) },
    { id: 'kind-changed', standing: () => whereUnchanged(surroundings) },
    { id: 'healthy', standing: () => whereUnhealthy(surroundings) },
    { id: 'serving', standing: () => whereUnserved(surroundings) },
  ];
}

function afterMerge(surroundings: JourneySurroundings): JourneyStop[] {
  let ahead: 'waiting' | 'unknown' | undefined;
  const url = surroundings.argocd?.url;
  return stopsAfterMerge(surroundings).map(({ id, standing }): JourneyStop => {
    if (ahead) {
      return { id, state: ahead, url };
    }
    const stop = { id, url, ...standing() };
    if (stop.state !== 'done') {
      ahead = stop.state === 'unknown' ? 'unknown' : 'waiting';
    }
    return stop;
  });
}
