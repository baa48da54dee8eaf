import { useApi } from '@backstage/core-plugin-api';
import { ProposalsResponse } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { progressiveDeliveryApiRef, TargetReference } from '../api';
import { underwayProposals } from '../proposals/underwayProposals';
import { Polling, usePolling } from './usePolling';

const UNDERWAY_INTERVAL_MILLISECONDS = 5_000;

/** Others open pull requests too, so a quiet target is asked as well, only less often. */
const QUIET_INTERVAL_MILLISECONDS = 30_000;

/** The pull requests for a target's switches. `reference` is memoized by the caller. */
export function useProposals(
  reference: TargetReference,
): Polling<ProposalsResponse> {
  const api = useApi(progressiveDeliveryApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getProposals(reference, { signal }),
    [api, reference],
  );
  return usePolling({
    load,
    intervalAfter: ({ proposals }) =>
      underwayProposals(proposals).length > 0
        ? UNDERWAY_INTERVAL_MILLISECONDS
        : QUIET_INTERVAL_MILLISECONDS,
    retryInterval: UNDERWAY_INTERVAL_MILLISECONDS,
  });
}
