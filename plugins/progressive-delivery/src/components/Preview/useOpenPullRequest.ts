import { useApi } from '@backstage/core-plugin-api';
import {
  ProposalRequest,
  ProposalResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback, useState } from 'react';
import { progressiveDeliveryApiRef, TargetReference } from '../../api';
import { hasStatusCode } from '../../errors/hasStatusCode';
import { toError } from '../../errors/toError';

/** `conflict`: the preview is no longer what would be committed, so a new one is needed. */
export type Submission =
  | { state: 'idle' }
  | { state: 'busy' }
  | { state: 'failed'; error: Error }
  | { state: 'conflict'; error: Error }
  | { state: 'done'; response: ProposalResponse };

export function useOpenPullRequest(reference: TargetReference): {
  submission: Submission;
  submit: (request: ProposalRequest) => Promise<void>;
  reset: () => void;
} {
  const api = useApi(progressiveDeliveryApiRef);
  const [submission, setSubmission] = useState<Submission>({ state: 'idle' });

  const submit = useCallback(
    async (request: ProposalRequest) => {
      setSubmission({ state: 'busy' });
      try {
        const response = await api.createProposal(reference, request);
        setSubmission({ state: 'done', response });
      } catch (thrown) {
        setSubmission({
          state: hasStatusCode(thrown, 409) ? 'conflict' : 'failed',
          error: toError(thrown),
        });
      }
    },
    [api, reference],
  );

  const reset = useCallback(() => setSubmission({ state: 'idle' }), []);
  return { submission, submit, reset };
}
