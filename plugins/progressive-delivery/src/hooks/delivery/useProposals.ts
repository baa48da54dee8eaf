import { useApi } from '@backstage/core-plugin-api';
import { ProposalsResponse } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { progressiveDeliveryApiRef, TargetReference } from '../../api';
import { underwayProposals } from '../../proposals/underwayProposals';
import { useEntityRollouts } from './useEntityRollouts';
import { Polling, usePolling } from '../requests/usePolling';

const UNDERWAY_INTERVAL_MILLISECONDS = 5_000;

/** Others open pull requests too, so a quiet target is asked as well, only less often. */
const QUIET_INTERVAL_MILLISECONDS = 30_000;

/**
 * The pull requests for a target's switches: asked for again and again, and at once where a webhook tells that there may
 * be something new. `reference` is memoized by the caller.
 */
export function useProposals(
  reference: TargetReference,
): Polling<ProposalsResponse> {
  const api = useApi(progressiveDeliveryApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getProposals(reference, { signal }),
    [api, reference],
  );
  const polling = usePolling({
    load,
    intervalAfter: ({ proposals }) =>
      underwayProposals(proposals).length > 0
        ? UNDERWAY_INTERVAL_MILLISECONDS
        : QUIET_INTERVAL_MILLISECONDS,
    retryInterval: UNDERWAY_INTERVAL_MILLISECONDS,
  });
  const { refresh } = polling;
  const changedAt = useChangedAt(reference);
  const known = useRef(changedAt);
  useEffect(() => {
    if (changedAt !== undefined && changedAt !== known.current) {
      refresh();
    }
    known.current = changedAt;
  }, [changedAt, refresh]);
  return polling;
}

function useChangedAt({ entity, target }: TargetReference): string | undefined {
  const rollouts = useEntityRollouts(entity);
  const subscribe = useCallback(
    (listener: () => void) => rollouts.subscribe(target, listener),
    [rollouts, target],
  );
  return useSyncExternalStore(subscribe, () =>
    rollouts.pullRequestsChangedAt(target),
  );
}
