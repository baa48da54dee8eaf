import { DeliveryTargetSummary } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readFilter, WorkloadFilter, writeFilter } from './WorkloadFilter';

/** The filter that the address holds, so that it can be shared, and what changes it there. */
export function useWorkloadFilter(
  targets: DeliveryTargetSummary[],
): [WorkloadFilter, (filter: WorkloadFilter) => void] {
  const [query, setQuery] = useSearchParams();
  const filter = useMemo(() => readFilter(query, targets), [query, targets]);
  const change = useCallback(
    (next: WorkloadFilter) =>
      setQuery(now => writeFilter(now, next), { replace: true }),
    [setQuery],
  );
  return [filter, change];
}
