import { ContextType, lazy, Suspense, useRef } from 'react';
import { Route, Routes } from 'react-router-dom';
import { LastPreview } from '../../hooks/LastPreview';
import { PREPARATION_ROUTE, PREVIEW_ROUTE } from '../../hooks/usePreviewPath';
import { useTargets } from '../../hooks/delivery/useTargets';
import { StaleNotice } from '../../ui/notices/StaleNotice';
import { WorkloadFilter } from '../Filter/WorkloadFilter';
import { PreparationSkeleton } from '../Preparation/PreparationSkeleton';
import { PreviewSkeleton } from '../Preview/PreviewSkeleton';
import { NoTargets } from './NoTargets';
import { SetupProblems } from './SetupProblems';
import { TargetList } from './TargetList';
import { TargetsError } from './TargetsError';
import { TargetsSkeleton } from './TargetsSkeleton';

// Most who open the tab look at what runs.
const PreviewPage = lazy(() =>
  import('../Preview/PreviewPage').then(m => ({ default: m.PreviewPage })),
);

const PreparationPage = lazy(() =>
  import('../Preparation/PreparationPage').then(m => ({
    default: m.PreparationPage,
  })),
);

/** All delivery targets of the entity in context, in every state they can be in, and what leads on from them: previews of switches, charts to prepare. */
export const Targets = () => {
  const { polled, refresh } = useTargets();
  const lastPreview = useRef<ContextType<typeof LastPreview>['current']>();
  const lastFilter = useRef<WorkloadFilter>();
  if (polled.state === 'loading') {
    return (
      <Routes>
        <Route path={PREVIEW_ROUTE} element={<PreviewSkeleton />} />
        <Route path={PREPARATION_ROUTE} element={<PreparationSkeleton />} />
        <Route path="*" element={<TargetsSkeleton />} />
      </Routes>
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
              <Suspense fallback={<PreviewSkeleton />}>
                <PreviewPage targets={targets} onProposed={refresh} />
              </Suspense>
            }
          />
          <Route
            path={PREPARATION_ROUTE}
            element={
              <Suspense fallback={<PreparationSkeleton />}>
                <PreparationPage targets={targets} onProposed={refresh} />
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
                  unusable={unusable}
                  lastFilter={lastFilter}
                  onChanged={refresh}
                />
              </>
            }
          />
        </Routes>
      </LastPreview.Provider>
    </>
  );
};
