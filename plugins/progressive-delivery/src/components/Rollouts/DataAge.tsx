import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { useContext } from 'react';
import { ClockAhead } from '../../hooks/time/ClockAhead';
import { useNow } from '../../hooks/time/useNow';
import { useTimeFormat } from '../../hooks/texts/useTimeFormat';
import { progressiveDeliveryTranslationRef } from '../../translation';

/** Data that is younger is simply what runs. */
const WORTH_TELLING_SECONDS = 10;

export interface DataAgeProps {
  /** Milliseconds since the epoch, by this browser's clock: as of when it is. */
  since: number;
}

/** How old the data is, once it is old. */
export const DataAge = ({ since }: DataAgeProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { span } = useTimeFormat();
  const now = useNow() + useContext(ClockAhead);
  const seconds = Math.floor((now - since) / 1000);
  return seconds > WORTH_TELLING_SECONDS ? (
    <Typography variant="body2" color="textSecondary">
      {t('rollouts.asOf', { age: span(seconds) })}
    </Typography>
  ) : null;
};
