import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DeliveryTargetSummary,
  SwitchChange,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useListFormat } from '../../hooks/texts/useListFormat';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { SubPageHeader } from './SubPageHeader';

export interface PreviewHeaderProps {
  titleId: string;
  target: DeliveryTargetSummary;
  change: SwitchChange;
}

/** What is to be changed, and where. */
export const PreviewHeader = ({
  titleId,
  target,
  change,
}: PreviewHeaderProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { names } = useListFormat();
  const workloads = target.workloads
    .filter(each => each.switch === change.switch)
    .map(({ name }) => name);
  return (
    <SubPageHeader
      titleId={titleId}
      title={t(change.enabled ? 'preview.titleOn' : 'preview.titleOff', {
        name: names(workloads) || change.switch,
      })}
      target={target}
    />
  );
};
