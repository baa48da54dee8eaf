import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { PodStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useClock } from '../../../hooks/time/useClock';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { usePodSentence } from './usePodSentence';

export interface PodLineProps {
  pod: PodStatus;
  className?: string;
}

/** A pod that deserves a look: how it is, how old it is, and what the cluster says to that. */
export const PodLine = ({ pod, className }: PodLineProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const clock = useClock();
  const podSentence = usePodSentence();
  const { createdAt, problem } = pod;
  const sentence = podSentence(
    pod,
    createdAt === undefined
      ? undefined
      : t('pods.age', { since: clock.since(createdAt) }),
  );
  return (
    <Typography variant="body2" color="textSecondary" className={className}>
      {problem?.message === undefined
        ? sentence
        : t('rollout.because', {
            what: sentence,
            message: problem.message,
          })}
    </Typography>
  );
};
