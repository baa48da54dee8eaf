import { useApi } from '@backstage/core-plugin-api';
import { Proposal } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback, useState } from 'react';
import { progressiveDeliveryApiRef, TargetReference } from '../../api';
import { toError } from '../../errors/toError';

/** What is done with an open pull request after somebody has confirmed it. */
export type ProposalAction = 'update' | 'close';

export type ProposalActionProgress =
  | { state: 'idle' }
  | { state: 'busy' }
  | { state: 'failed'; error: Error };

export function useProposalAction(reference: TargetReference): {
  progress: ProposalActionProgress;
  /** Whether it was done. */
  act: (proposal: Proposal, action: ProposalAction) => Promise<boolean>;
} {
  const api = useApi(progressiveDeliveryApiRef);
  const [progress, setProgress] = useState<ProposalActionProgress>({
    state: 'idle',
  });
  const act = useCallback(
    async (proposal: Proposal, action: ProposalAction) => {
      setProgress({ state: 'busy' });
      const request = { switch: proposal.switch };
      try {
        await (action === 'update'
          ? api.updateProposal(reference, proposal.number, request)
          : api.closeProposal(reference, proposal.number, request));
      } catch (thrown) {
        setProgress({ state: 'failed', error: toError(thrown) });
        return false;
      }
      setProgress({ state: 'idle' });
      return true;
    },
    [api, reference],
  );
  return { progress, act };
}
