import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { ControllerObservation } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useClock } from '../../../hooks/time/useClock';
import { progressiveDeliveryTranslationRef } from '../../../translation';

/** What was asked for, and its controller has not acted on yet. */
export const NotYetObserved = ({
  observation: { generation, since },
}: {
  observation: Extract<ControllerObservation, { state: 'waiting' }>;
}) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const clock = useClock();
  return (
    <Typography variant="body2">
      {since === undefined
        ? t('observation.waiting', { generation: String(generation) })
        : t('observation.waitingSince', {
            generation: String(generation),
            since: clock.since(since),
          })}
    </Typography>
  );
};
