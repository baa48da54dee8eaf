import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ChartsResponse } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useMessageText } from '../../hooks/texts/useMessageText';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Notice } from './Notice';
import { Sentences } from '../Sentences';

/** Sources of a target whose charts nobody knows, beside those that are shown. */
export const UnreadableSourcesNotice = ({
  unreadable = [],
}: Pick<ChartsResponse, 'unreadable'>) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const messageText = useMessageText();
  return unreadable.length === 0 ? null : (
    <Notice severity="warning" title={t('preparation.unreadable')}>
      <Sentences
        sentences={unreadable.map(({ because, source }) => {
          const text = messageText('reason', because);
          // Many reasons are about the source, and name it.
          return text.includes(source)
            ? text
            : t('preparation.unreadableSource', { source, because: text });
        })}
      />
    </Notice>
  );
};
