import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DeliveryTargetSummary } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useContext, useEffect } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { LastPreview } from '../../hooks/LastPreview';
import { useTabPath } from '../../hooks/usePreviewPath';
import { useUserRef } from '../../hooks/useUserRef';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { EmptyPage } from '../../ui/EmptyPage';
import { Preview } from './Preview';
import { PreviewSkeleton } from './PreviewSkeleton';

export interface PreviewPageProps {
  targets: DeliveryTargetSummary[];
  /** When a pull request is there. */
  onProposed: () => void;
}

/** The preview that the address names, see `PREVIEW_ROUTE`. */
export const PreviewPage = ({ targets, onProposed }: PreviewPageProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const tab = useTabPath();
  const user = useUserRef();
  const params = useParams();
  const [query] = useSearchParams();
  const lastPreview = useContext(LastPreview);

  const { switch: switchId, target: targetId } = params;
  const enabled = query.get('enabled');
  const target = targets.find(({ id }) => id === targetId);

  useEffect(() => {
    if (targetId !== undefined && switchId !== undefined) {
      lastPreview.current = { target: targetId, switch: switchId };
    }
  }, [lastPreview, targetId, switchId]);

  if (
    target === undefined ||
    switchId === undefined ||
    (enabled !== 'true' && enabled !== 'false')
  ) {
    return (
      <EmptyPage
        title={t('preview.nowhereTitle')}
        description={t('preview.nowhereDescription')}
      >
        <LinkButton to={tab} variant="outlined">
          {t('preview.back')}
        </LinkButton>
      </EmptyPage>
    );
  }
  if (user === undefined) {
    return <PreviewSkeleton />;
  }
  return (
    <Preview
      key={JSON.stringify([targetId, switchId, enabled])}
      target={target}
      change={{ switch: switchId, enabled: enabled === 'true' }}
      user={user}
      onProposed={onProposed}
    />
  );
};
