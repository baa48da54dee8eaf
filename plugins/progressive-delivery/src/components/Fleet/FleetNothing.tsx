import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { DELIVERY_ANNOTATIONS } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { CopyableCode } from '../../ui/CopyableCode';
import { EmptyPage } from '../../ui/EmptyPage';

export interface FleetNothingProps {
  /** Whether there are components, and only none that matches. */
  isFiltered: boolean;
  onShowAll: () => void;
}

/** There is nothing to list, and what to do about it. */
export const FleetNothing = ({ isFiltered, onShowAll }: FleetNothingProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return isFiltered ? (
    <EmptyPage
      title={t('fleet.noMatchTitle')}
      description={t('fleet.noMatchDescription')}
    >
      <Button variant="outlined" onClick={onShowAll}>
        {t('fleet.clear')}
      </Button>
    </EmptyPage>
  ) : (
    <EmptyPage
      title={t('fleet.emptyTitle')}
      description={t('fleet.emptyDescription')}
    >
      <CopyableCode
        label={t('fleet.emptyDescription')}
        code={DELIVERY_ANNOTATIONS.map(name => `${name}: …`).join('\n')}
        copyLabel={t('unusable.copy')}
      />
    </EmptyPage>
  );
};
