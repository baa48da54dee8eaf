import { useApi } from '@backstage/core-plugin-api';
import {
  Comparison,
  ComparisonStage,
  SwitchChange,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback, useState } from 'react';
import { progressiveDeliveryApiRef, TargetReference } from '../../api';
import { Renewable, useRenewable } from '../requests/useRenewable';

/**
 * What changing a switch would do. `reference` is memoized by the caller, and what calls this is mounted anew for another
 * change.
 */
export function useComparison(
  reference: TargetReference,
  { enabled, switch: switchId }: SwitchChange,
): {
  result: Renewable<Comparison>;
  renew: () => void;
  /** What is being done for it; absent before the backend has said so. */
  stage: ComparisonStage | undefined;
} {
  const api = useApi(progressiveDeliveryApiRef);
  const [stage, setStage] = useState<ComparisonStage>();
  const renewable = useRenewable(
    useCallback(
      signal => {
        setStage(undefined);
        return api.getComparison(
          reference,
          { switch: switchId, enabled },
          {
            signal,
            onStage: begun => {
              if (!signal.aborted) {
                setStage(begun);
              }
            },
          },
        );
      },
      [api, reference, switchId, enabled],
    ),
  );
  return { ...renewable, stage };
}
