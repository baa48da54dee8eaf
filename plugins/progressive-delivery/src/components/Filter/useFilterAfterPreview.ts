import { MutableRefObject, useContext, useEffect, useRef } from 'react';
import { LastPreview } from '../../hooks/LastPreview';
import { isActive, WorkloadFilter } from './WorkloadFilter';

/**
 * Filters again as before for who comes back from a preview: its links lead to the tab, and know nothing of the filter.
 *
 * @param last - the filter that was used last, which outlives the list
 */
export function useFilterAfterPreview(
  filter: WorkloadFilter,
  change: (filter: WorkloadFilter) => void,
  last: MutableRefObject<WorkloadFilter | undefined>,
): void {
  const previewed = useContext(LastPreview).current !== undefined;
  const before = useRef(
    previewed && !isActive(filter) ? last.current : undefined,
  );
  useEffect(() => {
    if (before.current && isActive(before.current)) {
      change(before.current);
    } else {
      last.current = filter;
    }
    before.current = undefined;
  }, [change, filter, last]);
}
