import { CodeSnippet, EmptyState } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { DELIVERY_ANNOTATIONS } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../translation';

export interface FleetNothingProps {
  /** Whether there are components, and only none that matches. */
  isFiltered: boolean;
  onShowAll: () => void;
}

/** There is nothing to list, and what to do about it. */
export const FleetNothing = ({ isFiltered, onShowAll }: FleetNothingProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return isFiltered ? (
    <EmptyState
      missing="data"
      title={t('fleet.noMatchTitle')}
      description={t('fleet.noMatchDescription')}
      action={
        <Button variant="outlined" onClick={onShowAll}>
          {t('fleet.clear')}
        </Button>
      }
    />
  ) : (
    <EmptyState
      missing="content"
      title={t('fleet.emptyTitle')}
      description={t('fleet.emptyDescription')}
      action={
        <CodeSnippet
          language="yaml"
          text={DELIVERY_ANNOTATIONS.map(name => `${name}: …`).join('\n')}
        />
      }
    />
  );
};
