import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { Notice } from '../../../ui/notices/Notice';

/** A workload has failed, and was not aborted: the controller's message, with what it means for those it has words for. */
export const DegradedNotice = ({ message = '' }: { message?: string }) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const title = () => {
    if (message.startsWith('InvalidSpec')) {
      return t('degraded.invalidSpec');
    }
    return t(
      message.startsWith('ProgressDeadlineExceeded')
        ? 'degraded.deadline'
        : 'degraded.other',
    );
  };
  return (
    <Notice severity="error" title={title()}>
      {message}
    </Notice>
  );
};
