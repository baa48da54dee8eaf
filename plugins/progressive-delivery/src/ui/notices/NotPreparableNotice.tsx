import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DeliveryChart,
  NotPreparable,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useMessageText } from '../../hooks/texts/useMessageText';
import { documentationUrl } from '../../repositories/documentationUrl';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Notice } from './Notice';
import { WebLink } from '../controls/WebLink';

export interface NotPreparableNoticeProps {
  /** Absent where there is none. */
  chart?: DeliveryChart;
  reason: NotPreparable;
}

/** Why no pull request can give a chart the switch, and what to do instead. */
export const NotPreparableNotice = ({
  chart,
  reason,
}: NotPreparableNoticeProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const messageText = useMessageText();
  return (
    <Notice
      severity="info"
      title={
        chart
          ? t('preparation.noSwitchTitle', { chart: chart.name })
          : t('preparation.noChartTitle')
      }
    >
      <div>{messageText('notPreparable', reason)}</div>
      <WebLink url={documentationUrl('docs/chart-pattern.md')}>
        {t('preparation.byHand')}
      </WebLink>
    </Notice>
  );
};
