import { useApi } from '@backstage/core-plugin-api';
import {
  Comparison,
  SwitchChange,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { progressiveDeliveryApiRef, TargetReference } from '../../api';
import { Renewable, useRenewable } from '../requests/useRenewable';

/**
 * What changing a switch would do. `reference` is memoized by the caller, and what calls this is mounted anew for another
 * change.
 */
export function useComparison(
  reference: TargetReference,
  { enabled, switch: switchId }: SwitchChange,
): { result: Renewable<Comparison>; renew: () => void } {
  const api = useApi(progressiveDeliveryApiRef);
  return useRenewable(
    useCallback(
      signal =>
        api.getComparison(reference, { switch: switchId, enabled }, { signal }),
      [api, reference, switchId, enabled],
    ),
  );
}
