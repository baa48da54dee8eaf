import {
  Failure,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { cleanup, screen, within } from '@testing-library/react';
import { failedAnalysis } from '../../../__testUtils__/analysisRun';
import {
  abortedRollout,
  blueGreenRollout,
  failedMetric,
  inSeconds,
  movingRollout,
  silentRollout,
  stepsAt,
  timedPause,
  withFailingPods,
} from '../../../__testUtils__/rolloutStatus';
import { itIs, showRollout } from '../../../__testUtils__/showRollout';

describe('Troubles tell why a workload fails, without a click:', () => {
  beforeEach(() => {
    itIs(0);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('a controller that is silent, what to look at, and that the rest is old', async () => {
    const region = await showRollout(silentRollout);
    expect(
      within(region).getByText('The controller has not responded for 2m 5s'),
    ).toBeInTheDocument();
    expect(region).toHaveTextContent(
      'has not observed generation 3 of this Rollout. Check that its pods are running',
    );
    expect(region).toHaveTextContent(
      'Everything else shown here is what the controller last reported.',
    );
  });

  it('the step it was aborted at, when, and the metric that failed', async () => {
    const region = await showRollout({
      ...abortedRollout,
      abort: {
        step: 1,
        at: inSeconds(-65),
        because: `Step-based analysis phase error/failed: ${failedAnalysis.message}`,
      },
      failure: failedMetric,
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
    expect(
      within(region).getByText(
        'Canary failed: metric error-rate was 7.1, expected < 5.',
      ),
    ).toBeInTheDocument();
    expect(within(region).queryByText(/failureLimit/)).toBeNull();
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
      /latest value \[0\.8\]\s*fails if result\[0\] > 0\.5/,
    );
    expect(first).toHaveTextContent(
      '2 of 5 measurements, 2 failed (limit 1), measured by prometheus, every 30s',
    );
    expect(second).toHaveTextContent(/^Running\s*success-rate/);
  });

  it.each<[string, Failure | undefined]>([
    [
      'has no words of ours',
      toMessage('failure', {
        id: 'canaryAtStep',
        parameters: {
          step: 2,
          steps: 4,
          cause: toMessage('failureCause', {
            id: 'other',
            parameters: { message: 'Step Plugin 2 (shop/step) failed' },
          }),
        },
      }),
    ],
    ['is told by an earlier backend', undefined],
  ])(
    'what the controller says, as its words, where that %s',
    async (_where, failure) => {
      const because = 'Step Plugin 2 (shop/step) failed: no.';
      const region = await showRollout({
        ...abortedRollout,
        abort: { step: 1, at: inSeconds(-65), because },
        failure,
      });
      const quote = within(region).getByText(because);
      expect(quote.tagName).toBe('BLOCKQUOTE');
      expect(quote.parentElement).toHaveTextContent(/^The controller says:/);
    },
  );

  it('that it was aborted when all its steps were done', async () => {
    const steps = stepsAt(4);
    const region = await showRollout({
      ...abortedRollout,
      abort: { step: steps.length, at: inSeconds(-65) },
      steps,
    });
    expect(
      within(region).getByText('Aborted after step 4 of 4, 1m 5s ago'),
    ).toBeInTheDocument();
  });

  it('that somebody has aborted it, where nothing has failed', async () => {
    const region = await showRollout({ ...abortedRollout, abort: {} });
    expect(region).toHaveTextContent(
      /Aborted manually\.\s*The controller has not acted on it yet\./,
    );
  });

  it('does not go on by itself where it is to be aborted, or its controller is silent', async () => {
    const pauses = timedPause(60).pauses;
    for (const held of [
      { ...abortedRollout, abort: {}, pauses },
      { ...silentRollout, pauses },
    ]) {
      const region = await showRollout(held);
      expect(region).not.toHaveTextContent(
        /automatically in|All steps done in/,
      );
      cleanup();
    }
  });

  it('pods that fail, the same reason once', async () => {
    const region = await showRollout(
      withFailingPods(3, {
        reason: 'ImagePullBackOff',
        message: 'Back-off pulling image "agents:2-bad"',
        container: 'agents',
      }),
    );
    expect(
      within(region).getByText(
        '3 canary pods are failing: the image cannot be pulled (ImagePullBackOff)',
      ),
    ).toBeInTheDocument();
    expect(
      within(region).getAllByText('Back-off pulling image "agents:2-bad"'),
    ).toHaveLength(1);
  });

  it('how a container that crashes has ended', async () => {
    const region = await showRollout(
      withFailingPods(1, {
        reason: 'CrashLoopBackOff',
        lastEnd: { exitCode: 137, reason: 'OOMKilled', message: 'too big' },
      }),
    );
    expect(region).toHaveTextContent(
      '1 canary pod is failing: crash loop (CrashLoopBackOff)',
    );
    expect(region).toHaveTextContent(
      'Exited with code 137 (OOMKilled): too big',
    );
  });

  it('pods that cannot be created, which only the cluster tells', async () => {
    const region = await showRollout({
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
      within(region).getByText('Warnings from the cluster: FailedCreate'),
    ).toBeInTheDocument();
    expect(region).toHaveTextContent(
      'ReplicaSet agents-controllers-7f6b: exceeded quota (4 times)',
    );
  });

  it.each([
    [
      'InvalidSpec: The Rollout is invalid',
      'The spec is invalid. Nothing happens until it is fixed',
    ],
    [
      'ProgressDeadlineExceeded: ReplicaSet has timed out progressing.',
      'It exceeded its progress deadline',
    ],
    ['something new', 'It failed'],
  ])('%s', async (message, title) => {
    const region = await showRollout({
      ...movingRollout,
      phase: 'Degraded',
      message,
    });
    expect(within(region).getByText(title)).toBeInTheDocument();
    expect(within(region).getByText(message)).toBeInTheDocument();
  });

  it('a Service that is missing', async () => {
    await showRollout({
      ...blueGreenRollout,
      services: [{ role: 'active', name: 'agents', selects: 'missing' }],
    });
    expect(
      screen.getByText('A Service is missing: agents'),
    ).toBeInTheDocument();
    expect(screen.getByText(/without it: add it/)).toBeInTheDocument();
  });

  it('Services that are missing', async () => {
    await showRollout({
      ...blueGreenRollout,
      services: [
        { role: 'active', name: 'agents', selects: 'missing' },
        { role: 'preview', name: 'agents-preview', selects: 'missing' },
      ],
    });
    expect(
      screen.getByText('Services are missing: agents and agents-preview'),
    ).toBeInTheDocument();
    expect(screen.getByText(/without them: add them/)).toBeInTheDocument();
  });

  it('an old condition of a healthy Rollout, as a note with its age', async () => {
    const region = await showRollout({
      ...movingRollout,
      phase: 'Healthy',
      pastInvalidSpec: {
        message: 'The Rollout "agents" is invalid: spec.replicas',
        since: inSeconds(-3_600),
      },
    });
    expect(
      within(region).getByText(
        /^Healthy; its status still has an InvalidSpec condition from 1h/,
      ),
    ).toBeInTheDocument();
    expect(region).toHaveTextContent('is invalid: spec.replicas');
  });

  it("recent warnings, also where the browser's clock is ahead of the backend's", async () => {
    const warned = {
      ...movingRollout,
      events: [
        {
          kind: 'Rollout',
          name: movingRollout.name,
          type: 'Warning' as const,
          reason: 'FailedCreate',
          message: 'exceeded quota',
          count: 1,
          at: inSeconds(-30),
        },
      ],
    };
    itIs(11 * 60);
    const hidden = await showRollout(warned);
    expect(within(hidden).queryByText(/FailedCreate/)).toBeNull();
    cleanup();
    const region = await showRollout(warned, { clockAhead: 11 * 60_000 });
    expect(region).toHaveTextContent('FailedCreate');
  });
});
