import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ContextType, lazy, Suspense, useRef } from 'react';
import { Route, Routes } from 'react-router-dom';
import { LastPreview } from '../../hooks/LastPreview';
import { PREVIEW_ROUTE } from '../../hooks/usePreviewPath';
import { useTargets } from '../../hooks/useTargets';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { StaleNotice } from '../../ui/StaleNotice';
import { WorkloadFilter } from '../Filter/WorkloadFilter';
import { UnusableTargets } from '../Target/UnusableTargets';
import { NoTargets } from './NoTargets';
import { SetupProblems } from './SetupProblems';
import { TargetList } from './TargetList';
import { TargetsError } from './TargetsError';

// Most who open the tab look at what runs.
const PreviewPage = lazy(() =>
  import('../Preview/PreviewPage').then(m => ({ default: m.PreviewPage })),
);

/** All delivery targets of the entity in context, in every state they can be in, and the previews of their switches. */
export const Targets = () => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { polled, refresh } = useTargets();
  const lastPreview = useRef<ContextType<typeof LastPreview>['current']>();
  const lastFilter = useRef<WorkloadFilter>();
  if (polled.state === 'loading') {
    return (
      <div role="status" aria-label={t('loading')}>
        <Progress />
      </div>
    );
  }
  if (polled.state === 'failed') {
    return <TargetsError error={polled.error} onRetry={refresh} />;
  }
  const { setup = [], targets, unusable } = polled.value;
  if (targets.length + unusable.length + setup.length === 0) {
    return <NoTargets />;
  }
  return (
    <>
      {polled.failure && (
        <StaleNotice since={polled.receivedAt} failure={polled.failure} />
      )}
      <LastPreview.Provider value={lastPreview}>
        <Routes>
          <Route
            path={PREVIEW_ROUTE}
            element={
              <Suspense fallback={<Progress />}>
                <PreviewPage targets={targets} onProposed={refresh} />
              </Suspense>
            }
          />
          <Route
            path="*"
            element={
              <>
                {setup.length > 0 && <SetupProblems setup={setup} />}
                <TargetList
                  targets={targets}
                  lastFilter={lastFilter}
                  onChanged={refresh}
                />
                <UnusableTargets unusable={unusable} />
              </>
            }
          />
        </Routes>
      </LastPreview.Provider>
    </>
  );
};
