import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useContext } from 'react';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { PodLogs } from './PodLogs';

/** Leads to the logs of a pod; nothing where nobody has them. */
export const PodLogsLink = ({ pod }: { pod: string }) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const logsOf = useContext(PodLogs);
  return logsOf ? (
    <Link
      to={logsOf(pod)}
      variant="body2"
      aria-label={t('pods.logsOf', { name: pod })}
    >
      {t('pods.logs')}
    </Link>
  ) : null;
};
