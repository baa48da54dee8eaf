import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DeliveryChart,
  DeliveryTargetSummary,
  ProposalsResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { memo, useMemo } from 'react';
import { TargetReference } from '../../api';
import { useCharts } from '../../hooks/delivery/useCharts';
import { Polling } from '../../hooks/requests/usePolling';
import { FollowedRollouts } from '../../hooks/delivery/useRollouts';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { FailedNotice } from '../../ui/notices/FailedNotice';
import { NotPreparableNotice } from '../../ui/notices/NotPreparableNotice';
import { UnreadableSourcesNotice } from '../../ui/notices/UnreadableSourcesNotice';
import { Selection } from '../Filter/selectionOf';
import { Proposals } from '../Proposals/Proposals';
import { Rollouts } from '../Rollouts/Rollouts';
import { lacksSwitch, preparablesOf } from './preparables';
import { SwitchNotes } from './SwitchNotes';
import { TargetProblems } from './TargetProblems';
import { WorkloadTable } from './WorkloadTable';

// What runs changes more often than what these show.
const MemoizedWorkloadTable = memo(WorkloadTable);
const MemoizedSwitchNotes = memo(SwitchNotes);
const MemoizedProposals = memo(Proposals);

const NONE: DeliveryChart[] = [];

export interface TargetContentProps {
  reference: TargetReference;
  target: DeliveryTargetSummary;
  selection: Selection;
  rollouts: FollowedRollouts;
  proposals: Polling<ProposalsResponse>;
}

/** What a target has below its header: workloads, pull requests, and what runs. */
export const TargetContent = ({
  reference,
  target,
  selection,
  rollouts,
  proposals,
}: TargetContentProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const selected = useMemo(
    () =>
      selection.partial
        ? {
            ...target,
            workloads: target.workloads.filter(each =>
              selection.workload(each, target),
            ),
          }
        : target,
    [selection, target],
  );
  // Most targets have a switch for each workload: they are not asked.
  const wanted = target.workloads.some(each => lacksSwitch(each, target));
  const { polled, refresh } = useCharts(reference, { wanted });
  const answer = polled.state === 'loaded' ? polled.value : undefined;
  const preparables = useMemo(() => answer && preparablesOf(answer), [answer]);
  const isAsking = wanted && polled.state === 'loading';
  return (
    <>
      <TargetProblems problems={target.problems} />
      {(selected.workloads.length > 0 || !selection.partial) && (
        <MemoizedWorkloadTable
          target={selected}
          proposals={proposals}
          preparable={isAsking ? undefined : preparables?.charts ?? NONE}
        />
      )}
      {wanted && polled.state === 'failed' && (
        <FailedNotice
          title={t('preparation.chartsFailed')}
          error={polled.error}
          onRetry={refresh}
        />
      )}
      <UnreadableSourcesNotice unreadable={answer?.unreadable} />
      {preparables?.others.map(({ chart, reason }) => (
        <NotPreparableNotice
          key={chart?.id ?? ''}
          chart={chart}
          reason={reason}
        />
      ))}
      <MemoizedSwitchNotes target={target} />
      <MemoizedProposals
        reference={reference}
        target={target}
        polling={proposals}
      />
      <Rollouts
        reference={reference}
        target={target}
        polling={rollouts}
        shows={each => selection.rollout(each, target)}
        isSettled={each => selection.isSettled(each, target)}
      />
    </>
  );
};
