import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { DateTime } from 'luxon';
import { useNow } from '../../hooks/useNow';
import { progressiveDeliveryTranslationRef } from '../../translation';

/** How long a Rollout has been paused; it goes on while nothing else changes. */
export const PausedSince = ({
  pausedSince,
}: {
  /** ISO 8601. */
  pausedSince: string;
}) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const base = DateTime.fromMillis(useNow());
  const since = DateTime.fromISO(pausedSince).toRelative({ base });
  return since ? (
    <Typography variant="body2" color="textSecondary">
      {t('rollout.pausedSince', { since })}
    </Typography>
  ) : null;
};
