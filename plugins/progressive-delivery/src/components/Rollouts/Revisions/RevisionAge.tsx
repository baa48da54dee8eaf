import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useClock } from '../../../hooks/time/useClock';
import { progressiveDeliveryTranslationRef } from '../../../translation';

/** How old a revision is, renewed by itself: what is around it may have hundreds of pods. `at` is ISO 8601. */
export const RevisionAge = ({ at }: { at: string }) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const clock = useClock();
  return (
    <span title={clock.at(at)}>
      {t('pods.age', { since: clock.since(at) })}
    </span>
  );
};
