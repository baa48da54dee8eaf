import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { StepsSummary } from './stepsSummary';

/** How far the steps have come, in words; nothing without steps. */
export const StepsSummaryLine = ({ summary }: { summary: StepsSummary }) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const sentence = () => {
    switch (summary.state) {
      case 'none':
        return undefined;
      case 'aborted':
        return t('rollout.stepsAborted', { steps: summary.count });
      case 'skipped':
        return summary.isFirst
          ? t('rollout.stepsSkipped', { steps: summary.count })
          : t('rollout.stepsSkippedOf', {
              skipped: summary.skipped,
              steps: summary.count,
            });
      case 'done':
        return t('rollout.stepsAll', { steps: summary.count });
      case 'at':
        return t('rollout.stepAt', {
          step: summary.number,
          steps: summary.count,
        });
      default:
        return summary satisfies never;
    }
  };
  return summary.state === 'none' ? null : (
    <Typography variant="body2">{sentence()}</Typography>
  );
};
