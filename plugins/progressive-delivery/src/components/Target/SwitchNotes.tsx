import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DeliverySwitch,
  DeliveryTargetSummary,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useMessageText } from '../../hooks/texts/useMessageText';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Notice } from '../../ui/notices/Notice';
import { Sentences } from '../../ui/Sentences';

/** Whether nothing is wrong with a switch that moves nothing: every workload has one of its own. */
function isOverridden(
  { id, trial }: DeliverySwitch,
  { workloads }: DeliveryTargetSummary,
): boolean {
  return (
    trial?.message?.id === 'noEffect' &&
    workloads.length > 0 &&
    workloads.every(each => each.switch !== undefined && each.switch !== id)
  );
}

/** Switches that move nothing, or whose effect is not known: no workload of the table leads to them. */
export const SwitchNotes = ({ target }: { target: DeliveryTargetSummary }) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const textOf = useMessageText();
  const notes = target.switches.flatMap(each => {
    const { id, trial } = each;
    return trial?.message && !isOverridden(each, target)
      ? [
          t('switches.note', {
            switch: id,
            note: textOf('switchTrial', trial.message),
          }),
        ]
      : [];
  });
  return notes.length > 0 ? (
    <Notice severity="info" title={t('switches.title')}>
      <Sentences sentences={notes} />
    </Notice>
  ) : null;
};
