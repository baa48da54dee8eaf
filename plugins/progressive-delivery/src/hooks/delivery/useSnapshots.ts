import { getCompoundEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react';
import { TargetSnapshot } from '../../streaming/TargetSnapshot';
import { useEntityRollouts } from './useEntityRollouts';

/**
 * What is known of several targets of the entity in context, in their order; the same array as long as nothing of them
 * has changed. They share the stream of all that shows them.
 *
 * @param targets - their ids; memoized by the caller
 */
export function useSnapshots(targets: string[]): TargetSnapshot[] {
  const { entity } = useEntity();
  const { kind, namespace, name } = getCompoundEntityRef(entity);
  const rollouts = useEntityRollouts(
    useMemo(() => ({ kind, namespace, name }), [kind, namespace, name]),
  );
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = targets.map(target => rollouts.subscribe(target, listener));
      return () => ends.forEach(end => end());
    },
    [rollouts, targets],
  );
  const last = useRef<TargetSnapshot[]>([]);
  return useSyncExternalStore(subscribe, () => {
    const snapshots = targets.map(target => rollouts.snapshot(target));
    const isSame =
      snapshots.length === last.current.length &&
      snapshots.every((snapshot, index) => snapshot === last.current[index]);
    if (!isSame) {
      last.current = snapshots;
    }
    return last.current;
  });
}
