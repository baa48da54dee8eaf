import { useApi } from '@backstage/core-plugin-api';
import {
  Finding,
  ProposalRequest,
  ProposalResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback, useState } from 'react';
import { progressiveDeliveryApiRef, TargetReference } from '../../api';
import { hasStatusCode } from '../../errors/hasStatusCode';
import { refusedFindings } from '../../errors/refusedFindings';
import { toError } from '../../errors/toError';

/**
 * - `conflict`: the preview is no longer what would be committed, so a new one is needed
 * - `refused`: preflight has found something that was not overridden
 */
export type Submission =
  | { state: 'idle' }
  | { state: 'busy' }
  | { state: 'failed'; error: Error }
  | { state: 'conflict'; error: Error }
  | { state: 'refused'; error: Error }
  | { state: 'done'; response: ProposalResponse };

export function useOpenPullRequest(reference: TargetReference): {
  submission: Submission;
  /** All that preflight has found when a request was refused for it, until `reset`. */
  findings?: Finding[];
  submit: (request: ProposalRequest) => Promise<void>;
  reset: () => void;
} {
  const api = useApi(progressiveDeliveryApiRef);
  const [submission, setSubmission] = useState<Submission>({ state: 'idle' });
  const [findings, setFindings] = useState<Finding[]>();

  const submit = useCallback(
    async (request: ProposalRequest) => {
      setSubmission({ state: 'busy' });
      try {
        const response = await api.createProposal(reference, request);
        setSubmission({ state: 'done', response });
      } catch (thrown) {
        const error = toError(thrown);
        const refused = refusedFindings(thrown);
        if (refused) {
          setFindings(refused);
          setSubmission({ state: 'refused', error });
        } else {
          setSubmission({
            state: hasStatusCode(thrown, 409) ? 'conflict' : 'failed',
            error,
          });
        }
      }
    },
    [api, reference],
  );

  const reset = useCallback(() => {
    setSubmission({ state: 'idle' });
    setFindings(undefined);
  }, []);
  return { submission, findings, submit, reset };
}
