import { panelId } from '../../ui/panelId';
import { SummaryEntry } from '../Summary/summaryOf';

/**
 * What has needed somebody, or has moved, since the list was opened, by the ids of the panels. It only grows: what
 * settles while somebody looks at it neither folds nor leaves a filtered list under their hands.
 */
export type Standings = ReadonlyMap<string, 'needing' | 'moving'>;

/**
 * The standings with what the summary says now; the same object where that is nothing new.
 *
 * @param entries - nothing that is settled
 */
export function withEntries(
  known: Standings,
  entries: SummaryEntry[],
): Standings {
  const next = new Map(known);
  for (const entry of entries) {
    if (entry.about === 'unusable') {
      continue;
    }
    const { attention, target } = entry;
    const ids = [
      panelId(target.id),
      ...(entry.about === 'workload'
        ? [panelId(target.id, entry.rollout)]
        : []),
    ];
    for (const id of ids) {
      if (next.get(id) !== 'needing') {
        next.set(id, attention === 'moving' ? 'moving' : 'needing');
      }
    }
  }
  const isSame = Array.from(next).every(
    ([id, standing]) => known.get(id) === standing,
  );
  return isSame ? known : next;
}
