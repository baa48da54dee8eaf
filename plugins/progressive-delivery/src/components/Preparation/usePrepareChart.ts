import { useApi } from '@backstage/core-plugin-api';
import {
  ChartPreparationRequest,
  ChartPreparationResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback, useState } from 'react';
import { progressiveDeliveryApiRef, TargetReference } from '../../api';
import { submissionFailure } from '../../errors/submissionFailure';
import { Submission } from '../Preview/useOpenPullRequest';

export interface PrepareChart {
  submission: Submission<ChartPreparationResponse>;
  /** Answers whether there is a pull request now. */
  submit: (request: ChartPreparationRequest) => Promise<boolean>;
  reset: () => void;
}

/** Opens the pull request that prepares a chart. */
export function usePrepareChart(
  reference: TargetReference,
  chart: string,
): PrepareChart {
  const api = useApi(progressiveDeliveryApiRef);
  const [submission, setSubmission] = useState<
    Submission<ChartPreparationResponse>
  >({ state: 'idle' });
  const submit = useCallback(
    async (request: ChartPreparationRequest) => {
      setSubmission({ state: 'busy' });
      try {
        const response = await api.prepareChart(reference, chart, request);
        setSubmission({ state: 'done', response });
        return true;
      } catch (thrown) {
        setSubmission(submissionFailure(thrown));
        return false;
      }
    },
    [api, chart, reference],
  );
  const reset = useCallback(() => setSubmission({ state: 'idle' }), []);
  return { submission, submit, reset };
}
