import { Content, Header, Page } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Fleet } from './Fleet';

/** The page with all components, with a header of its own: the legacy frontend system gives it none. */
export const FleetPage = () => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return (
    <Page themeId="tool">
      <Header title={t('fleet.title')} subtitle={t('fleet.subtitle')} />
      <Content>
        <Fleet />
      </Content>
    </Page>
  );
};
