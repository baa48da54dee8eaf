import {
  appLanguageApiRef,
  errorApiRef,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { renderHook } from '@testing-library/react';
import { ReactNode } from 'react';
import {
  blueGreenRollout,
  inSeconds,
  movingRollout,
  pausedRollout,
} from '../../__testUtils__/rolloutStatus';
import { itIs } from '../../__testUtils__/showRollout';
import { useSummarySentence } from './useSummarySentence';

const wrapper = ({ children }: { children: ReactNode }) => (
  <TestApiProvider
    apis={[
      [translationApiRef, mockApis.translation()],
      [errorApiRef, mockApis.error()],
      [appLanguageApiRef, mockApis.appLanguage()],
    ]}
  >
    {children}
  </TestApiProvider>
);

const since = inSeconds(-720);
const withoutCanary: RolloutStatus = {
  ...pausedRollout,
  revisions: pausedRollout.revisions.filter(({ role }) => role !== 'canary'),
  weight: { set: 100, actual: 100 },
};

describe('what is the matter with a workload', () => {
  beforeEach(() => {
    itIs(0);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it.each<{ of: string; rollout: RolloutStatus; says: string }>([
    {
      of: 'a canary at a pause step',
      rollout: {
        ...pausedRollout,
        pauses: [{ reason: 'CanaryPauseStep', since }],
      },
      says: 'Waiting for a decision at 25% (for 12m 0s)',
    },
    {
      of: 'a canary whose ReplicaSets could not be read',
      rollout: {
        ...pausedRollout,
        pauses: [{ reason: 'CanaryPauseStep' }],
        revisions: [],
        unread: ['replicaSets'],
      },
      says: 'Waiting for a decision at 25%',
    },
    {
      of: 'a canary whose weight is not known',
      rollout: {
        ...pausedRollout,
        pauses: [{ reason: 'CanaryPauseStep', since }],
        weight: undefined,
      },
      says: 'Waiting for a decision (for 12m 0s)',
    },
    {
      of: 'a pause step without a canary',
      rollout: {
        ...withoutCanary,
        pauses: [{ reason: 'CanaryPauseStep', since }],
      },
      says: 'Waiting for promotion (for 12m 0s)',
    },
    {
      of: 'an analysis that was inconclusive',
      rollout: {
        ...pausedRollout,
        pauses: [{ reason: 'InconclusiveAnalysisRun', since }],
      },
      says: 'An analysis was inconclusive 12m 0s ago. Check what it measured, then promote or abort',
    },
    {
      of: 'an experiment that was inconclusive',
      rollout: {
        ...pausedRollout,
        pauses: [{ reason: 'InconclusiveExperiment', since }],
      },
      says: 'An experiment was inconclusive 12m 0s ago. Check what it measured, then promote or abort',
    },
    {
      of: 'a Rollout without a canary that somebody has paused',
      rollout: { ...withoutCanary, pauses: [{ reason: 'spec.paused', since }] },
      says: 'Paused manually 12m 0s ago, until somebody unpauses it',
    },
    {
      of: 'a canary at a pause step that somebody has paused as well',
      rollout: {
        ...pausedRollout,
        pauses: [
          { reason: 'CanaryPauseStep', since },
          { reason: 'spec.paused' },
        ],
      },
      says: 'Waiting for a decision at 25% (for 12m 0s). Paused manually, until somebody unpauses it.',
    },
    {
      of: 'a timed pause that somebody has paused as well',
      rollout: {
        ...pausedRollout,
        pauses: [
          { reason: 'CanaryPauseStep', since, until: inSeconds(0) },
          { reason: 'spec.paused', since },
        ],
      },
      says: 'The pause has ended. About to continue. Paused manually 12m 0s ago, until somebody unpauses it.',
    },
    {
      of: 'blue-green',
      rollout: {
        ...blueGreenRollout,
        pauses: [{ reason: 'BlueGreenPause', since }],
      },
      says: 'The new revision is ready and waiting for promotion (for 12m 0s)',
    },
    {
      of: 'a pause that is not known here',
      rollout: {
        ...pausedRollout,
        pauses: [{ reason: 'FuturePause', since }],
      },
      says: 'Paused for 12m 0s: FuturePause',
    },
    {
      of: 'a canary that moves',
      rollout: movingRollout,
      says: 'Waiting for 1 more canary pod to become available (0 of 1)',
    },
  ])('is said of $of', ({ rollout, says }) => {
    const { result } = renderHook(() => useSummarySentence(), { wrapper });
    expect(result.current(rollout)).toBe(says);
  });
});
