import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import {
  DeliveryTargetSummary,
  UnusableTarget,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  MutableRefObject,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { useSnapshots } from '../../hooks/delivery/useSnapshots';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { GoToPanel, PanelGoal } from '../../ui/GoToPanel';
import { goToPanel, panelId } from '../../ui/panelId';
import { FilterBar } from '../Filter/FilterBar';
import { selectionOf } from '../Filter/selectionOf';
import { Standings, withEntries } from '../Filter/standings';
import { useFilterAfterPreview } from '../Filter/useFilterAfterPreview';
import { useWorkloadFilter } from '../Filter/useWorkloadFilter';
import { isActive, NO_FILTER, WorkloadFilter } from '../Filter/WorkloadFilter';
import { Summary } from '../Summary/Summary';
import { summaryOf } from '../Summary/summaryOf';
import { TargetPanel } from '../Target/TargetPanel';
import { UnusableTargets } from '../Target/UnusableTargets';
import { useFolding } from './useFolding';
import { workloadCount } from './workloadCount';

/** Of more targets than these, those where all is well are folded to their headers. */
const UNFOLDED_TARGETS = 3;
/** Fewer workloads are found without a filter. */
const FILTERED_WORKLOADS = 6;

const NONE: Standings = new Map();

interface Order {
  /** Those that needed somebody. */
  first: DeliveryTargetSummary[];
  others: DeliveryTargetSummary[];
}

/**
 * The targets in the order of their standings when all of them were known first. It stays, since a target that moves is
 * not where one is about to click; what needs somebody since then is first in the summary.
 */
function useOrder(
  targets: DeliveryTargetSummary[],
  standings: Standings,
  loading: boolean,
): Order {
  const [order, setOrder] = useState<{ ids: string[]; needing: number }>();
  const rankOf = ({ id }: DeliveryTargetSummary) => {
    const standing = standings.get(panelId(id));
    return standing === undefined ? 2 : Number(standing === 'moving');
  };
  if (order === undefined && !loading) {
    setOrder({
      ids: [...targets]
        .sort((a, b) => rankOf(a) - rankOf(b))
        .map(({ id }) => id),
      needing: targets.filter(each => rankOf(each) === 0).length,
    });
  }
  return useMemo(() => {
    if (order === undefined) {
      return { first: targets, others: [] };
    }
    const placeOf = ({ id }: DeliveryTargetSummary) => {
      const place = order.ids.indexOf(id);
      return place === -1 ? order.ids.length : place;
    };
    const ordered = [...targets].sort((a, b) => placeOf(a) - placeOf(b));
    const neededSomebody = (target: DeliveryTargetSummary) =>
      placeOf(target) < order.needing;
    return {
      first: ordered.filter(neededSomebody),
      others: ordered.filter(each => !neededSomebody(each)),
    };
  }, [order, targets]);
}

export interface TargetListProps {
  targets: DeliveryTargetSummary[];
  /** What the entity names and cannot use. */
  unusable: UnusableTarget[];
  /** The filter that was used last; it outlives the list, which gives way to previews. */
  lastFilter: MutableRefObject<WorkloadFilter | undefined>;
  /** Asked for when a target is no longer as it was. */
  onChanged: () => void;
}

/** What needs somebody, then all targets: filtered, those that needed somebody first, and folded where all is well. */
export const TargetList = ({
  targets,
  unusable,
  lastFilter,
  onChanged,
}: TargetListProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { entity } = useEntity();
  const { choiceFor, fold } = useFolding(stringifyEntityRef(entity));
  const [filter, changeFilter] = useWorkloadFilter(targets);
  useFilterAfterPreview(filter, changeFilter, lastFilter);
  const key = JSON.stringify(targets.map(({ id }) => id));
  const ids = useMemo((): string[] => JSON.parse(key), [key]);
  const snapshots = useSnapshots(ids);
  const { entries, loading } = summaryOf(targets, snapshots);

  const [known, setKnown] = useState(NONE);
  const standings = withEntries(known, entries);
  if (standings !== known) {
    setKnown(standings);
  }
  const order = useOrder(targets, standings, loading);
  const selection = useMemo(
    () => selectionOf(filter, standings),
    [filter, standings],
  );

  const [goal, setGoal] = useState<PanelGoal>();
  const reveal = useCallback(
    (next: PanelGoal) => {
      if (next.target !== undefined) {
        fold(next.target, false);
      }
      if (isActive(filter) && document.getElementById(next.panel) === null) {
        changeFilter(NO_FILTER);
      }
      setGoal(next);
    },
    [fold, filter, changeFilter],
  );
  // Drawn by the time that this runs, or soon: a filter that is in its way goes with the address.
  useEffect(() => {
    if (goal !== undefined && document.getElementById(goal.panel) !== null) {
      goToPanel(goal.panel, goal.place);
      setGoal(undefined);
    }
  }, [goal, selection]);

  const rolloutsOf = ({ id }: DeliveryTargetSummary) => {
    const snapshot = snapshots[ids.indexOf(id)];
    return snapshot?.state === 'loaded' ? snapshot.value.rollouts : [];
  };
  const isShown = (target: DeliveryTargetSummary) =>
    selection.target(target, rolloutsOf(target));
  const shown = [...order.first, ...order.others].filter(isShown);
  const first = order.first.filter(isShown);
  const shownUnusable = selection.unusable ? unusable : [];
  const count = workloadCount(targets, rolloutsOf);
  const active = isActive(filter);
  const isFoldable = targets.length > 1;
  const isFolded = ({ id, problems }: DeliveryTargetSummary) =>
    isFoldable &&
    (choiceFor(id) ??
      (targets.length > UNFOLDED_TARGETS &&
        !active &&
        problems.length === 0 &&
        !standings.has(panelId(id))));

  // Among each other in one list, in which they keep what they are whoever comes between them.
  const panels = shown.map(target => (
    <TargetPanel
      key={target.id}
      target={target}
      named={targets.length > 1}
      selection={selection}
      folded={isFolded(target)}
      onFold={isFoldable ? fold : undefined}
      onChanged={onChanged}
    />
  ));
  return (
    <GoToPanel.Provider value={reveal}>
      <Summary targets={targets} unusable={unusable} />
      {(active || isFoldable || count >= FILTERED_WORKLOADS) && (
        <FilterBar
          filter={filter}
          onChange={changeFilter}
          targets={targets}
          count={count}
          shownCount={workloadCount(shown, rolloutsOf, selection)}
        />
      )}
      {[
        ...panels.slice(0, first.length),
        <UnusableTargets key="unusable" unusable={shownUnusable} />,
        ...panels.slice(first.length),
      ]}
      {shown.length + shownUnusable.length === 0 &&
        targets.length + unusable.length > 0 && (
          <Typography variant="body1">{t('filter.nothing')}</Typography>
        )}
    </GoToPanel.Provider>
  );
};
