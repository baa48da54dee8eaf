import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DeliveryTargetSummary } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useMessageText } from '../../hooks/useMessageText';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Notice } from '../../ui/Notice';
import { Sentences } from '../../ui/Sentences';

/** Switches that move nothing, or whose effect is not known: no workload of the table leads to them. */
export const SwitchNotes = ({ target }: { target: DeliveryTargetSummary }) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const textOf = useMessageText();
  const notes = target.switches.flatMap(({ id, trial }) =>
    trial?.message
      ? [
          t('switches.note', {
            switch: id,
            note: textOf('switchTrial', trial.message),
          }),
        ]
      : [],
  );
  return notes.length > 0 ? (
    <Notice severity="info" title={t('switches.title')}>
      <Sentences sentences={notes} />
    </Notice>
  ) : null;
};
