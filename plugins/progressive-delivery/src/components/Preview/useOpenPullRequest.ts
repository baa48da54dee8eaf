import { useApi } from '@backstage/core-plugin-api';
import {
  Preflight,
  ProposalRequest,
  ProposalResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback, useState } from 'react';
import { progressiveDeliveryApiRef, TargetReference } from '../../api';
import { refusedPreflight } from '../../errors/refusedPreflight';
import {
  SubmissionFailure,
  submissionFailure,
} from '../../errors/submissionFailure';
import { toError } from '../../errors/toError';

/** `refused`: preflight has found something that was not overridden. */
export type Submission<Response = ProposalResponse> =
  | { state: 'idle' }
  | { state: 'busy' }
  | SubmissionFailure
  | { state: 'refused'; error: Error }
  | { state: 'done'; response: Response };

export function useOpenPullRequest(reference: TargetReference): {
  submission: Submission;
  /** What the checks said when a request was refused for it, until `reset`. */
  preflight?: Preflight;
  /** Answers whether there is a pull request now. */
  submit: (request: ProposalRequest) => Promise<boolean>;
  reset: () => void;
} {
  const api = useApi(progressiveDeliveryApiRef);
  const [submission, setSubmission] = useState<Submission>({ state: 'idle' });
  const [preflight, setPreflight] = useState<Preflight>();

  const submit = useCallback(
    async (request: ProposalRequest) => {
      setSubmission({ state: 'busy' });
      try {
        const response = await api.createProposal(reference, request);
        setSubmission({ state: 'done', response });
        return true;
      } catch (thrown) {
        const refused = refusedPreflight(thrown);
        if (refused) {
          setPreflight(refused);
          setSubmission({ state: 'refused', error: toError(thrown) });
        } else {
          setSubmission(submissionFailure(thrown));
        }
        return false;
      }
    },
    [api, reference],
  );

  const reset = useCallback(() => {
    setSubmission({ state: 'idle' });
    setPreflight(undefined);
  }, []);
  return { submission, preflight, submit, reset };
}
