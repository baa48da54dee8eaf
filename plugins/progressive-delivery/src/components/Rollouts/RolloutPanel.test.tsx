import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  failedAnalysis,
  runningAnalysis,
} from '../../__testUtils__/analysisRun';
import { FakeProgressiveDeliveryApi } from '../../__testUtils__/FakeProgressiveDeliveryApi';
import { deliveryTarget } from '../../__testUtils__/deliveryTarget';
import { renderOnEntityPage } from '../../__testUtils__/renderOnEntityPage';
import {
  abortedRollout,
  blueGreenRollout,
  deploymentStatus,
  inSeconds,
  movingRollout,
  NOW,
  pausedRollout,
  silentRollout,
  stepsAt,
  timedPause,
  withFailingPods,
} from '../../__testUtils__/rolloutStatus';
import { RolloutPanel } from './RolloutPanel';

const reference = {
  entity: {
    kind: 'Component',
    namespace: 'default',
    name: 'agents-controllers',
  },
  target: 'main.argocd.agents',
};

describe('RolloutPanel', () => {
  const user = userEvent.setup();

  beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(NOW);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const show = async (rollout: RolloutStatus) => {
    await renderOnEntityPage(
      <RolloutPanel
        reference={reference}
        target={deliveryTarget}
        rollout={rollout}
        refresh={() => {}}
      />,
      { api: new FakeProgressiveDeliveryApi() },
    );
    return screen.getByRole('region', {
      name: `${rollout.kind} ${rollout.name}`,
    });
  };
  const open = (name: string) =>
    user.click(screen.getByRole('button', { name }));
  const texts = (list: HTMLElement) =>
    within(list)
      .getAllByRole('listitem')
      .map(item => item.textContent);

  describe('tells what it waits for:', () => {
    it('somebody, and since when', async () => {
      const region = await show({
        ...pausedRollout,
        pauses: [
          {
            reason: 'CanaryPauseStep',
            since: inSeconds(-252),
          },
        ],
      });
      expect(region).toHaveTextContent(
        /Waits for somebody to promote it\s*for 4m 12s/,
      );
    });

    it('time to pass, counting down', async () => {
      await show(timedPause(63));
      const later = async (seconds: number, sentence: string | RegExp) => {
        jest.spyOn(Date, 'now').mockReturnValue(NOW + seconds * 1000);
        expect(
          await screen.findByText(sentence, undefined, { timeout: 5000 }),
        ).toBeInTheDocument();
      };
      await later(0, /^Goes on by itself in 1m 3s, at /);
      await later(4, /^Goes on by itself in 59s, at /);
      await later(64, 'Its pause is over, it is about to go on');
    });

    it('each of several pauses', async () => {
      await show({
        ...pausedRollout,
        pauses: [
          { reason: 'InconclusiveAnalysisRun' },
          { reason: 'spec.paused' },
        ],
      });
      expect(
        texts(screen.getByRole('list', { name: 'What it waits for' })),
      ).toEqual([
        'An analysis was inconclusive: look at what it measured, then promote it or abort it',
        'Paused by hand: stays as it is until somebody unpauses it',
      ]);
    });

    it('what the step needs, and by when', async () => {
      await show({
        ...movingRollout,
        progressDeadline: { at: inSeconds(600), aborts: true },
        doneNotBefore: { seconds: 90 },
      });
      expect(
        screen.getByText(
          'Waits for 1 more pod of the canary to be available (0 of 1)',
        ),
      ).toBeInTheDocument();
      expect(
        screen.getByText(
          /^Through its steps in 1m 30s at the earliest\. Is aborted in 10m 0s, at .*, unless something moves\.$/,
        ),
      ).toBeInTheDocument();
    });

    it('the promotion of blue-green, with neither weight nor steps', async () => {
      const region = await show(blueGreenRollout);
      expect(region).toHaveTextContent(
        'The new revision is ready, and waits for somebody to promote it',
      );
      expect(region).not.toHaveTextContent(/weight|Step/);

      await open('2 Services');
      expect(texts(screen.getByRole('list', { name: 'Services' }))).toEqual([
        'agents-active (active) selects revision 1 (active)',
        'agents-preview (preview) selects revision 2 (preview)',
      ]);
    });

    it('its controller, to act on what was asked for', async () => {
      await show({
        ...movingRollout,
        observation: { state: 'waiting', generation: 4 },
      });
      expect(
        screen.getByText(/has not acted on it yet \(generation 4\)/),
      ).toBeInTheDocument();
    });
  });

  describe('tells why it fails, without a click:', () => {
    it('a controller that is silent, what to look at, and that the rest is old', async () => {
      const region = await show(silentRollout);
      expect(
        within(region).getByText('Its controller has done nothing for 2m 5s'),
      ).toBeInTheDocument();
      expect(region).toHaveTextContent(
        'has not acted on it. All else that is shown here is what the controller wrote last.',
      );
    });

    it('the step it was aborted at, when, and the metric that failed', async () => {
      const region = await show({
        ...abortedRollout,
        abort: {
          step: 1,
          at: inSeconds(-65),
          because: `Step-based analysis phase error/failed: ${failedAnalysis.message}`,
        },
        steps: stepsAt(1).map(step =>
          step.state === 'current' ? { ...step, state: 'failed' } : step,
        ),
        analysisRuns: [{ ...failedAnalysis, current: false }],
      });

      expect(
        within(region).getByText(
          'Aborted at step 2 of 4: Pause until promoted, 1m 5s ago',
        ),
      ).toBeInTheDocument();
      expect(within(region).getAllByText(/failureLimit \(1\)/)).toHaveLength(1);
      expect(
        within(region).getByText('Pause until promoted').closest('li'),
      ).toHaveTextContent('aborted here');
      const [first, second] = within(
        within(region).getByRole('list', {
          name: 'Metrics of agents-controllers-7f6b-2-1',
        }),
      )
        .getAllByRole('listitem')
        .filter(({ textContent }) => /measured,? /.test(textContent ?? ''));
      expect(first).toHaveTextContent(/^Failed\s*latency/);
      expect(first).toHaveTextContent(
        /last measured \[0\.8\]\s*not wanted result\[0\] > 0\.5/,
      );
      expect(first).toHaveTextContent(
        '2 of 5 measured, 2 failed (1 let pass), by prometheus, every 30s',
      );
      expect(second).toHaveTextContent(/^Running\s*success-rate/);
    });

    it('that somebody has aborted it, where nothing has failed', async () => {
      const region = await show({ ...abortedRollout, abort: {} });
      expect(region).toHaveTextContent(
        'Somebody has aborted it: no failure is recorded. Its controller has not acted on it yet.',
      );
    });

    it('does not go on by itself where it is to be aborted, or its controller is silent', async () => {
      const pauses = timedPause(60).pauses;
      for (const held of [
        { ...abortedRollout, abort: {}, pauses },
        { ...silentRollout, pauses },
      ]) {
        const region = await show(held);
        expect(region).not.toHaveTextContent(
          /Goes on by itself|gets everything again/,
        );
        cleanup();
      }
    });

    it('pods that fail, the same reason once', async () => {
      const region = await show(
        withFailingPods(3, {
          reason: 'ImagePullBackOff',
          message: 'Back-off pulling image "agents:2-bad"',
          container: 'agents',
        }),
      );
      expect(
        within(region).getByText('3 canary pods fail: ImagePullBackOff'),
      ).toBeInTheDocument();
      expect(
        within(region).getAllByText('Back-off pulling image "agents:2-bad"'),
      ).toHaveLength(1);
    });

    it('how a container that crashes has ended', async () => {
      const region = await show(
        withFailingPods(1, {
          reason: 'CrashLoopBackOff',
          lastEnd: { exitCode: 137, reason: 'OOMKilled', message: 'too big' },
        }),
      );
      expect(region).toHaveTextContent('1 canary pod fails: CrashLoopBackOff');
      expect(region).toHaveTextContent(
        'Ended with exit code 137 (OOMKilled): too big',
      );
    });

    it('pods that cannot be created, which only the cluster tells', async () => {
      const region = await show({
        ...movingRollout,
        events: [
          {
            kind: 'ReplicaSet',
            name: 'agents-controllers-7f6b',
            type: 'Warning',
            reason: 'FailedCreate',
            message: 'exceeded quota',
            count: 4,
            at: inSeconds(-1),
          },
        ],
      });
      expect(
        within(region).getByText('The cluster warns: FailedCreate'),
      ).toBeInTheDocument();
      expect(region).toHaveTextContent(
        'ReplicaSet agents-controllers-7f6b: exceeded quota (4 times)',
      );
    });

    it.each([
      [
        'InvalidSpec: The Rollout is invalid',
        'Its spec is invalid: nothing happens until it is mended',
      ],
      [
        'ProgressDeadlineExceeded: ReplicaSet has timed out progressing.',
        'It has not moved within its progress deadline',
      ],
      ['something new', 'It has failed'],
    ])('%s', async (message, title) => {
      const region = await show({
        ...movingRollout,
        phase: 'Degraded',
        message,
      });
      expect(within(region).getByText(title)).toBeInTheDocument();
      expect(within(region).getByText(message)).toBeInTheDocument();
    });

    it('a Service that is missing', async () => {
      await show({
        ...blueGreenRollout,
        services: [{ role: 'active', name: 'agents', selects: 'missing' }],
      });
      expect(
        screen.getByText('A Service is missing: agents'),
      ).toBeInTheDocument();
    });
  });

  it('shows an analysis that runs, with what it measures', async () => {
    await show({ ...movingRollout, analysisRuns: [runningAnalysis] });

    const run = screen.getByRole('group', {
      name: 'Analysis run agents-controllers-7f6b-2-1',
    });
    expect(run).toHaveTextContent(/^Running\s*Analysis of step 2/);
    expect(
      texts(
        within(run).getByRole('list', {
          name: 'Last measurements of success-rate',
        }),
      ),
    ).toEqual(['Successful, [0.99]', 'Successful, [0.97]']);
  });

  it.each(['Pending', 'Error', 'Inconclusive'] as const)(
    'has a picture and a word for an analysis that is %s',
    async phase => {
      await show({
        ...movingRollout,
        analysisRuns: [{ ...runningAnalysis, phase, metrics: [] }],
      });
      const word = screen.getByText(phase);
      expect(word.previousElementSibling?.tagName).toBe('svg');
    },
  );

  it('shows an experiment that runs, its versions and its analyses', async () => {
    await show({
      ...movingRollout,
      experiments: [
        {
          name: 'compare',
          current: true,
          stepIndex: 0,
          phase: 'Running',
          until: inSeconds(90),
          templates: [
            {
              name: 'baseline',
              status: 'Running',
              desired: 1,
              ready: 1,
              available: 1,
            },
          ],
          analysisRuns: undefined,
        },
      ],
    });
    const experiment = screen.getByRole('group', {
      name: 'Experiment compare',
    });
    expect(experiment).toHaveTextContent(
      /^Running\s*Experiment of step 1\s*ends in 1m 30s, at /,
    );
    expect(experiment).toHaveTextContent('baseline: 1 of 1 available, Running');
    expect(experiment).toHaveTextContent('Its analyses could not be read');
  });

  it('says once why an experiment has failed', async () => {
    const because = 'Metric "latency" assessed Failed';
    const region = await show({
      ...abortedRollout,
      abort: { ...abortedRollout.abort, because },
      experiments: [
        {
          name: 'compare',
          current: false,
          revision: 2,
          phase: 'Failed',
          message: because,
          templates: [],
          analysisRuns: [{ ...failedAnalysis, message: because }],
        },
      ],
    });
    expect(
      screen.getByRole('group', { name: 'Experiment compare' }),
    ).toBeInTheDocument();
    expect(within(region).getAllByText(because)).toHaveLength(1);
  });

  it('tells what routes the traffic and whose pods it takes', async () => {
    const region = await show({
      ...movingRollout,
      trafficRouters: ['nginx'],
      workloadRef: { kind: 'Deployment', name: 'agents' },
    });
    expect(
      within(region).getByText(
        'canary, traffic by nginx, pods as in Deployment agents',
      ),
    ).toBeInTheDocument();
  });

  it('tells which pods are ready and do not count as available yet, and until when', async () => {
    const [canary, stable] = movingRollout.revisions;
    const region = await show({
      ...movingRollout,
      revisions: [
        {
          ...canary,
          available: 0,
          pods: canary.pods.map(pod => ({
            ...pod,
            availableAt: inSeconds(12),
          })),
        },
        stable,
      ],
    });
    expect(
      within(region).getByText('1 of 1 ready, 0 available, the next in 12s'),
    ).toBeInTheDocument();
    expect(within(region).getByText('3 of 3 ready')).toBeInTheDocument();
  });

  it('names a pod that is not ready yet, its age, and what the cluster says to that', async () => {
    const region = await show({
      ...movingRollout,
      revisions: movingRollout.revisions.map(revision => ({
        ...revision,
        pods: [
          {
            name: `${revision.name}-0`,
            status: 'Running',
            ready: false,
            restarts: 0,
            createdAt: inSeconds(-252),
            problem: {
              reason: 'ContainersNotReady',
              message: 'containers with unready status: [agents]',
            },
          },
        ],
      })),
    });
    expect(
      within(region).getByText(
        'agents-controllers-7f6b-0: Running, not ready, 4m 12s old: containers with unready status: [agents]',
      ),
    ).toBeInTheDocument();
    expect(within(region).queryByText(/pods? fail/)).not.toBeInTheDocument();
  });

  it('tells how much longer an old revision is kept', async () => {
    const region = await show({
      ...pausedRollout,
      revisions: [
        {
          ...pausedRollout.revisions[1],
          role: 'old',
          scaleDownAt: inSeconds(30),
        },
      ],
    });
    expect(region).toHaveTextContent('kept for another 30s');
  });

  it('tells what could not be read from what is not there', async () => {
    const region = await show({
      ...movingRollout,
      unread: ['pods', 'events'],
      revisions: movingRollout.revisions.map(revision => ({
        ...revision,
        pods: [],
      })),
      events: undefined,
    });
    expect(
      within(region).getByText(
        'Could not be read, so there may be more than this shows: pods, events',
      ),
    ).toBeInTheDocument();
    expect(within(region).getAllByText('pods could not be read')).toHaveLength(
      2,
    );
    expect(
      within(region).queryByRole('list', { name: /^Pods of/ }),
    ).not.toBeInTheDocument();
  });

  describe('stays small where all is well:', () => {
    const healthy: RolloutStatus = {
      ...pausedRollout,
      phase: 'Healthy',
      message: undefined,
      pauses: [],
      steps: stepsAt(4),
      stepIndex: 4,
      revisions: [pausedRollout.revisions[1]],
      analysisRuns: [
        { ...runningAnalysis, phase: 'Successful', current: false },
      ],
      events: [
        {
          kind: 'Rollout',
          name: 'agents-controllers',
          type: 'Normal',
          reason: 'RolloutCompleted',
          message: 'Rollout completed update to revision 2',
          count: 1,
        },
      ],
    };

    it('steps, earlier analyses and events are folded away, and are opened by keyboard', async () => {
      const region = await show(healthy);
      expect(region).not.toHaveTextContent(/Set weight|success-rate|completed/);

      const events = screen.getByRole('button', { name: '1 event' });
      expect(events).toHaveAttribute('aria-expanded', 'false');
      events.focus();
      await user.keyboard('{Enter}');
      expect(events).toHaveAttribute('aria-expanded', 'true');
      expect(texts(screen.getByRole('list', { name: 'Events' }))).toEqual([
        'RolloutCompleted Rollout completed update to revision 2',
      ]);

      await open('4 steps');
      expect(
        screen.getByRole('list', { name: 'Canary steps' }),
      ).toBeInTheDocument();
      await open('1 earlier analysis');
      expect(screen.getByText('success-rate')).toBeInTheDocument();
      await open('1 earlier analysis');
      expect(screen.queryByText('success-rate')).not.toBeInTheDocument();
    });

    it('a Deployment is two lines', async () => {
      const region = await show(deploymentStatus);
      expect(region).toHaveTextContent(
        /^Healthy\s*Deployment agents\s*rolling update\s*Stable, revision 1\s*agents:1\.0\.0\s*2 of 2 ready/,
      );
      expect(within(region).queryByRole('button')).not.toBeInTheDocument();
    });
  });
});
