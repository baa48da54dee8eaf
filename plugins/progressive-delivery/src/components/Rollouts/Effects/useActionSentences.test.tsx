import {
  appLanguageApiRef,
  errorApiRef,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import {
  ContentOf,
  RolloutAction,
  RolloutStatus,
  StepDescription,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { renderHook } from '@testing-library/react';
import { ReactNode } from 'react';
import {
  abortedRollout,
  blueGreenRollout,
  pausedRollout,
  stepsAt,
} from '../../../__testUtils__/rolloutStatus';
import { useActionSentences } from './useActionSentences';

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

const sentencesOf = (action: RolloutAction, rollout: RolloutStatus) =>
  renderHook(() => useActionSentences(action, rollout), { wrapper }).result
    .current;

const unread: Pick<RolloutStatus, 'revisions' | 'unread'> = {
  revisions: [],
  unread: ['replicaSets'],
};
const byHand = { pauses: [{ reason: 'spec.paused' }] };
const [preview, active] = blueGreenRollout.revisions;

const canary = pausedRollout;
const routed = { ...pausedRollout, trafficRouters: ['nginx'] };
const unreadCanary = { ...pausedRollout, ...unread };
const unreadRouted = { ...routed, ...unread };
const unweighed = { ...routed, weight: { set: 25 } };
const withoutSteps: RolloutStatus = {
  ...pausedRollout,
  steps: [],
  stepIndex: undefined,
};
const blueGreen = blueGreenRollout;
const unreadBlueGreen = { ...blueGreenRollout, ...unread };
/** All traffic is at the new revision, whose analyses may still fail. */
const switchedBlueGreen: RolloutStatus = {
  ...blueGreenRollout,
  revisions: [
    { ...preview, role: 'active', desired: 4 },
    { ...active, role: 'stable' },
  ],
};

const CANARY =
  'The canary has 1 of 4 pods right now, and traffic in proportion to its ready pods.';
const ROUTED = 'The canary has 1 of 4 pods and 25% of the traffic right now.';
const UNREAD =
  'How many pods and how much of the traffic the canary has right now could not be read.';
const UNREAD_ROUTED =
  'The canary has 25% of the traffic right now. How many pods it has could not be read.';
const UNWEIGHED =
  'The canary has 1 of 4 pods right now. How much of the traffic it gets is not known.';
const BLUE_GREEN = [
  'The active revision (agents-controllers:1.0.0) has 3 pods and all traffic right now.',
  'The new revision (agents-controllers:1.1.0) has 1 pod, and receives only preview traffic.',
];
const SWITCHED = [
  'The active revision (agents-controllers:1.1.0) has 4 pods and all traffic right now.',
  'The previous revision (agents-controllers:1.0.0) still has 3 pods, and no traffic.',
];
const UNREAD_BLUE_GREEN =
  'How many pods the active and the new revision have right now could not be read.';
const NEXT = 'Continues with step 3 of 4: Set weight to 50%.';
const TO_PODS =
  'The canary then has about 2 of 4 pods, and traffic in proportion.';
const TO_TRAFFIC =
  'The canary then gets 50% of the traffic, and about 2 pods unless setCanaryScale says otherwise.';
const FULLY =
  'The new revision gets 4 pods and all traffic as fast as its pods become ready, skipping all remaining pauses, analyses and steps. After that, it can no longer be aborted.';
const GIT = 'Git still has the new revision: revert or fix it there.';
const REMOVED = 'The pods of the new revision are removed.';
const REMOVED_LATER =
  'The pods of the new revision are kept for abortScaleDownDelaySeconds (30 seconds by default).';
const PREVIOUS_KEPT =
  'The pods of the previous revision are kept for scaleDownDelaySeconds (30 seconds by default).';
const RETRIED =
  'The new revision (agents-controllers:1.1.0) is rolled out again, starting at step 1 of 4: Set weight to 25%.';
const RETRIED_UNREAD =
  'The new revision is rolled out again, starting at step 1 of 4: Set weight to 25%.';
const SKIPPED =
  'Step 2 of 4 (Pause until promoted) is skipped, whether or not it has completed.';
const STABLE =
  'The stable revision (agents-controllers:1.0.0) gets 4 pods and all traffic again.';
const STABLE_UNREAD = 'The stable revision gets 4 pods and all traffic again.';
const RETRY_ACTIVE =
  'All traffic stays with the active revision until the new one is promoted, which happens automatically unless autoPromotionEnabled is false.';
const RESTARTED = [
  'All 4 pods are replaced, one at a time or as many as maxUnavailable allows. At least one is unavailable meanwhile, even if maxUnavailable is 0.',
  'The traffic of each revision stays as it is.',
];
const HELD =
  'The Rollout stays as it is until somebody unpauses it: pods and traffic do not move on.';

describe('what an action does to pods and traffic', () => {
  it.each<{
    of: string;
    rollout: RolloutStatus;
    does: Record<RolloutAction, string[]>;
  }>([
    {
      of: 'a canary of pods',
      rollout: canary,
      does: {
        promote: [CANARY, NEXT, TO_PODS],
        'promote-full': [CANARY, FULLY],
        'skip-step': [CANARY, SKIPPED, NEXT, TO_PODS],
        abort: [CANARY, STABLE, REMOVED, GIT],
        retry: [
          CANARY,
          RETRIED,
          'The canary then has about 1 of 4 pods, and traffic in proportion.',
        ],
        restart: RESTARTED,
        pause: [CANARY, HELD],
      },
    },
    {
      of: 'a canary with traffic routing',
      rollout: routed,
      does: {
        promote: [ROUTED, NEXT, TO_TRAFFIC],
        'promote-full': [ROUTED, FULLY],
        'skip-step': [ROUTED, SKIPPED, NEXT, TO_TRAFFIC],
        abort: [ROUTED, STABLE, REMOVED_LATER, GIT],
        retry: [
          ROUTED,
          RETRIED,
          'The canary then gets 25% of the traffic, and about 1 pod unless setCanaryScale says otherwise.',
        ],
        restart: RESTARTED,
        pause: [ROUTED, HELD],
      },
    },
    {
      of: 'a canary whose weight is not known',
      rollout: unweighed,
      does: {
        promote: [UNWEIGHED, NEXT, TO_TRAFFIC],
        'promote-full': [UNWEIGHED, FULLY],
        'skip-step': [UNWEIGHED, SKIPPED, NEXT, TO_TRAFFIC],
        abort: [UNWEIGHED, STABLE, REMOVED_LATER, GIT],
        retry: [
          UNWEIGHED,
          RETRIED,
          'The canary then gets 25% of the traffic, and about 1 pod unless setCanaryScale says otherwise.',
        ],
        restart: RESTARTED,
        pause: [UNWEIGHED, HELD],
      },
    },
    {
      of: 'a canary whose ReplicaSets could not be read',
      rollout: unreadCanary,
      does: {
        promote: [UNREAD, NEXT, TO_PODS],
        'promote-full': [UNREAD, FULLY],
        'skip-step': [UNREAD, SKIPPED, NEXT, TO_PODS],
        abort: [UNREAD, STABLE_UNREAD, REMOVED, GIT],
        retry: [
          UNREAD,
          RETRIED_UNREAD,
          'The canary then has about 1 of 4 pods, and traffic in proportion.',
        ],
        restart: RESTARTED,
        pause: [UNREAD, HELD],
      },
    },
    {
      of: 'a canary with traffic routing whose ReplicaSets could not be read',
      rollout: unreadRouted,
      does: {
        promote: [UNREAD_ROUTED, NEXT, TO_TRAFFIC],
        'promote-full': [UNREAD_ROUTED, FULLY],
        'skip-step': [UNREAD_ROUTED, SKIPPED, NEXT, TO_TRAFFIC],
        abort: [UNREAD_ROUTED, STABLE_UNREAD, REMOVED_LATER, GIT],
        retry: [
          UNREAD_ROUTED,
          RETRIED_UNREAD,
          'The canary then gets 25% of the traffic, and about 1 pod unless setCanaryScale says otherwise.',
        ],
        restart: RESTARTED,
        pause: [UNREAD_ROUTED, HELD],
      },
    },
    {
      of: 'a canary without steps',
      rollout: withoutSteps,
      does: {
        promote: [
          CANARY,
          'The new revision is then fully promoted, with 4 pods and all traffic.',
        ],
        'promote-full': [CANARY, FULLY],
        'skip-step': [
          CANARY,
          'The current step is skipped, whether or not it has completed.',
          'The new revision is then fully promoted, with 4 pods and all traffic.',
        ],
        abort: [CANARY, STABLE, REMOVED, GIT],
        retry: [
          CANARY,
          'The new revision (agents-controllers:1.1.0) is rolled out again, until it has 4 pods and all traffic.',
        ],
        restart: RESTARTED,
        pause: [CANARY, HELD],
      },
    },
    {
      of: 'blue-green',
      rollout: blueGreen,
      does: {
        promote: [
          ...BLUE_GREEN,
          'As soon as its 4 pods are available, the new revision gets all traffic at once.',
          PREVIOUS_KEPT,
        ],
        'promote-full': [
          ...BLUE_GREEN,
          'As soon as its 4 pods are available, the new revision gets all traffic at once, skipping all remaining pauses and analyses. After that, it can no longer be aborted.',
          PREVIOUS_KEPT,
        ],
        'skip-step': [],
        abort: [
          ...BLUE_GREEN,
          'All traffic stays with the active revision (agents-controllers:1.0.0), and its pods stay as they are.',
          REMOVED_LATER,
          GIT,
        ],
        retry: [
          ...BLUE_GREEN,
          'The new revision (agents-controllers:1.1.0) is rolled out again, with up to 4 pods.',
          RETRY_ACTIVE,
        ],
        restart: RESTARTED,
        pause: [...BLUE_GREEN, HELD],
      },
    },
    {
      of: 'blue-green after the switch',
      rollout: switchedBlueGreen,
      does: {
        promote: [
          ...SWITCHED,
          'The new revision is already active: its pods and all traffic stay as they are.',
        ],
        'promote-full': [
          ...SWITCHED,
          'The new revision is already active: its pods and all traffic stay as they are. Its remaining analyses are skipped. After that, it can no longer be aborted.',
        ],
        'skip-step': [],
        abort: [
          ...SWITCHED,
          'As soon as its pods are available, the previous revision (agents-controllers:1.0.0) gets all traffic back at once.',
          REMOVED_LATER,
          GIT,
        ],
        retry: [
          ...SWITCHED,
          'The new revision is rolled out again, with up to 4 pods.',
          RETRY_ACTIVE,
        ],
        restart: RESTARTED,
        pause: [...SWITCHED, HELD],
      },
    },
    {
      of: 'blue-green whose ReplicaSets could not be read',
      rollout: unreadBlueGreen,
      does: {
        promote: [
          UNREAD_BLUE_GREEN,
          'As soon as its 4 pods are available, the new revision gets all traffic at once.',
          PREVIOUS_KEPT,
        ],
        'promote-full': [
          UNREAD_BLUE_GREEN,
          'As soon as its 4 pods are available, the new revision gets all traffic at once, skipping all remaining pauses and analyses. After that, it can no longer be aborted.',
          PREVIOUS_KEPT,
        ],
        'skip-step': [],
        abort: [
          UNREAD_BLUE_GREEN,
          'All traffic stays with the active revision.',
          REMOVED_LATER,
          GIT,
        ],
        retry: [
          UNREAD_BLUE_GREEN,
          'The new revision is rolled out again, with up to 4 pods.',
          RETRY_ACTIVE,
        ],
        restart: RESTARTED,
        pause: [UNREAD_BLUE_GREEN, HELD],
      },
    },
  ])('is said of $of', ({ rollout, does }) => {
    const said = Object.fromEntries(
      Object.keys(does).map(action => [
        action,
        sentencesOf(action as RolloutAction, rollout),
      ]),
    );
    expect(said).toEqual(does);
  });

  it('is that the last step promotes fully', () => {
    const last = { ...canary, steps: stepsAt(3), stepIndex: 3 };
    expect(sentencesOf('promote', last)).toEqual([
      CANARY,
      'This is the last of 4 steps: after it, the new revision is fully promoted, with 4 pods and all traffic.',
    ]);
  });

  it('is nothing to what is idle', () => {
    const idle: RolloutStatus = {
      ...canary,
      phase: 'Healthy',
      stepIndex: 4,
      revisions: [{ ...canary.revisions[1], desired: 4 }],
    };
    expect(sentencesOf('pause', idle)).toEqual([
      'Its 4 pods and all traffic stay as they are. The next release waits until somebody unpauses the Rollout. Argo CD does not show this as a difference.',
    ]);
    expect(sentencesOf('promote', { ...idle, ...byHand })).toEqual([
      'The Rollout is unpaused: the next release rolls out again. Until then, its 4 pods and all traffic stay as they are.',
    ]);
  });

  it.each<{ reason: string; says: string; rollout: RolloutStatus }>([
    {
      reason: 'InconclusiveAnalysisRun',
      says: 'An analysis was inconclusive: it has neither passed nor failed. Check what it measured before going on.',
      rollout: canary,
    },
    {
      reason: 'InconclusiveExperiment',
      says: 'An experiment was inconclusive: it has neither passed nor failed. Check what it measured before going on.',
      rollout: blueGreen,
    },
  ])('is to go past $reason, first of all', ({ reason, says, rollout }) => {
    const inconclusive = { ...rollout, pauses: [{ reason }] };
    expect(sentencesOf('promote', inconclusive)).toEqual([
      says,
      ...sentencesOf('promote', rollout),
    ]);
    expect(sentencesOf('promote-full', inconclusive).at(0)).toBe(says);
    expect(sentencesOf('abort', inconclusive)).toEqual(
      sentencesOf('abort', rollout),
    );
  });

  it('is an only pod that is replaced', () => {
    const one = { ...canary, replicas: { ...canary.replicas, current: 1 } };
    expect(sentencesOf('restart', one)).toEqual([
      'Its only pod is replaced. No pod is ready until the new one is.',
      'The traffic of each revision stays as it is.',
    ]);
  });

  describe('of what is paused by hand', () => {
    it.each<{ of: string; rollout: RolloutStatus; does: string[] }>([
      {
        of: 'a canary at a pause',
        rollout: canary,
        does: [
          CANARY,
          'The Rollout is unpaused, and then waits at this pause step until it is promoted. Until then, pods and traffic stay as they are.',
        ],
      },
      {
        of: 'a canary at another step',
        rollout: { ...canary, steps: stepsAt(0), stepIndex: 0 },
        does: [
          CANARY,
          'The Rollout is unpaused, and its current step counts as completed, as with kubectl.',
          'Continues with step 2 of 4: Pause until promoted.',
          'Pods and traffic stay as they are during that step.',
        ],
      },
      {
        of: 'a canary without steps',
        rollout: withoutSteps,
        does: [
          CANARY,
          'The Rollout is unpaused, and continues until the new revision has 4 pods and all traffic.',
        ],
      },
      {
        of: 'an aborted canary',
        rollout: abortedRollout,
        does: [
          CANARY,
          'The Rollout is unpaused, so that the abort can scale down the new revision. The stable revision then has 4 pods and all traffic.',
        ],
      },
      {
        of: 'blue-green',
        rollout: blueGreen,
        does: [
          ...BLUE_GREEN,
          'The Rollout is unpaused. As soon as nothing else holds it, the new revision gets all traffic at once.',
        ],
      },
      {
        of: 'aborted blue-green',
        rollout: { ...blueGreen, aborted: true },
        does: [
          ...BLUE_GREEN,
          'The Rollout is unpaused, so that the stable revision gets all traffic and the abort can scale down the new one.',
        ],
      },
    ])('is said of $of', ({ rollout, does }) => {
      expect(sentencesOf('promote', { ...rollout, ...byHand })).toEqual(does);
    });

    it('is that an abort leaves its pods or its Service as they are', () => {
      expect(sentencesOf('abort', { ...canary, ...byHand })).toEqual([
        CANARY,
        STABLE,
        'The Rollout is paused manually, so its pods stay as they are until you also unpause it.',
        GIT,
      ]);
      expect(sentencesOf('abort', { ...blueGreen, ...byHand })).toContain(
        'The Rollout is paused manually, so its active Service stays as it is until you also unpause it.',
      );
    });
  });

  describe('by the next step', () => {
    const effectOf = (
      content: ContentOf<StepDescription>,
      rollout: RolloutStatus = routed,
    ) => {
      const steps = stepsAt(1);
      const description = toMessage('step', content);
      steps[2] = { ...steps[2], description };
      return sentencesOf('promote', { ...rollout, steps }).at(-1);
    };

    it.each<[ContentOf<StepDescription>, RegExp]>([
      [
        { id: 'analysis', parameters: { templates: ['errors'] } },
        /^Pods and traffic stay as they are during that step\.$/,
      ],
      [
        { id: 'scaleToReplicas', parameters: { count: 3 } },
        /^That changes the number of canary pods, but not how the traffic is split\.$/,
      ],
      [
        { id: 'removeHeaderRoute', parameters: { route: 'testers' } },
        /^That only affects requests that match the route\./,
      ],
      [
        { id: 'experiment', parameters: { templates: ['baseline'] } },
        /^The experiment starts pods of its own .* How many is not known here\.$/,
      ],
      [
        { id: 'plugin', parameters: { name: 'acme/step' } },
        /^What that does to pods and traffic is not known here\.$/,
      ],
      [
        { id: 'setWeight', parameters: { weight: 100 } },
        /^The canary then gets 100% of the traffic, and about 4 pods unless/,
      ],
    ])('is said of %j', (content, sentence) => {
      expect(effectOf(content)).toMatch(sentence);
    });

    it('is not made up for an only replica', () => {
      const replicas = { ...canary.replicas, desired: 1 };
      const weight: ContentOf<StepDescription> = {
        id: 'setWeight',
        parameters: { weight: 50 },
      };
      expect(effectOf(weight, { ...canary, replicas })).toMatch(
        /^With a single replica, /,
      );
    });
  });
});
