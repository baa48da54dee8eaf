import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { useNow } from '../../hooks/useNow';
import { progressiveDeliveryTranslationRef } from '../../translation';

/** Data that is younger is simply what runs. */
const WORTH_TELLING_SECONDS = 10;

export interface DataAgeProps {
  /** ISO 8601, by the backend's clock. */
  observedAt: string;
  /** Milliseconds since the epoch, by this browser's clock. */
  receivedAt: number;
}

/**
 * How old the data is, once it is old. The clocks of browser and backend may differ; of the two ages that they give the
 * larger one is told, so that old data never looks fresh.
 */
export const DataAge = ({ observedAt, receivedAt }: DataAgeProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const now = useNow();
  const seconds = Math.floor(
    (now - Math.min(receivedAt, Date.parse(observedAt))) / 1000,
  );
  return seconds > WORTH_TELLING_SECONDS ? (
    <Typography variant="body2" color="textSecondary">
      {t('rollouts.asOf', { age: String(seconds) })}
    </Typography>
  ) : null;
};
