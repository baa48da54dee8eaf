import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import {
  ProposalsResponse,
  RolloutsResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Polled } from '../../polling/Polled';
import { underwayProposals } from '../../proposals/underwayProposals';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { tellsThatNothingRuns } from '../Rollouts/tellsThatNothingRuns';
import { attentionOf } from '../Summary/attentionOf';

export interface FoldedTargetProps {
  rollouts: Polled<RolloutsResponse>;
  proposals: Polled<ProposalsResponse>;
}

/** What is worth knowing of a target that is folded to its header. */
export const FoldedTarget = ({ rollouts, proposals }: FoldedTargetProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const workloads = () => {
    switch (rollouts.state) {
      case 'loading':
        return t('rollouts.loading');
      case 'failed':
        return t('rollouts.failed');
      case 'loaded': {
        const all = rollouts.value.rollouts;
        const unsettled = all.filter(each => attentionOf(each) !== 'settled');
        if (rollouts.failure) {
          return t('summary.stale');
        }
        if (rollouts.value.problems.length > 0) {
          return t(
            tellsThatNothingRuns(rollouts.value)
              ? 'summary.absent'
              : 'summary.incomplete',
          );
        }
        if (all.length === 0) {
          return t('rollouts.empty');
        }
        return unsettled.length > 0
          ? t('folded.unsettled', {
              count: unsettled.length,
              all: all.length,
            })
          : t('folded.settled', { count: all.length });
      }
      default:
        return rollouts satisfies never;
    }
  };
  const underway =
    proposals.state === 'loaded'
      ? underwayProposals(proposals.value.proposals).length
      : 0;
  return (
    <div>
      <Typography variant="body2">{workloads()}</Typography>
      {underway > 0 && (
        <Typography variant="body2">
          {t('folded.proposals', { count: underway })}
        </Typography>
      )}
    </div>
  );
};
