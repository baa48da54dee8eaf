import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPermission } from '@backstage/plugin-catalog-react/alpha';
import {
  comparisonReadPermission,
  DeliverySwitch,
  proposalCreatePermission,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../translation';
import { useMessageText } from './texts/useMessageText';

export interface Proposable {
  /** Whether it is not known yet if the person may propose. */
  loading: boolean;
  /** Whether the person may see what a switch would change, as far as is known. */
  mayPreview: boolean;
  /** Why the person may propose nothing here; undefined where they may, as far as is known. */
  refusal: string | undefined;
  /** Why no change of a switch can be proposed; undefined where one can, as far as is known. */
  reasonAgainst: (deliverySwitch: DeliverySwitch) => string | undefined;
}

/** Which switches a person may propose to change, from the component in context. */
export function useProposable(): Proposable {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const messageText = useMessageText();
  const previewing = useEntityPermission(comparisonReadPermission);
  const proposing = useEntityPermission(proposalCreatePermission);
  const mayPreview = previewing.loading || previewing.allowed;
  const refused = () => {
    if (!mayPreview) {
      return t('workloads.previewNotPermitted');
    }
    return proposing.loading || proposing.allowed
      ? undefined
      : t('workloads.notPermitted');
  };
  const refusal = refused();
  return {
    loading: proposing.loading,
    mayPreview,
    refusal,
    reasonAgainst: ({ id, notProposable, owned }) => {
      if (!owned) {
        return t('workloads.notOwned', { switch: id });
      }
      if (notProposable !== undefined) {
        return messageText('notProposable', notProposable);
      }
      return refusal;
    },
  };
}
