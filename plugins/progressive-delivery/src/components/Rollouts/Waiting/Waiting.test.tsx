import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  blueGreenRollout,
  inSeconds,
  movingRollout,
  pausedRollout,
  timedPause,
} from '../../../__testUtils__/rolloutStatus';
import { itIs, showRollout, texts } from '../../../__testUtils__/showRollout';

describe('Waiting tells what a workload waits for:', () => {
  const user = userEvent.setup();
  const open = (name: string) =>
    user.click(screen.getByRole('button', { name }));

  beforeEach(() => {
    itIs(0);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('somebody, and since when', async () => {
    const region = await showRollout({
      ...pausedRollout,
      pauses: [
        {
          reason: 'CanaryPauseStep',
          since: inSeconds(-252),
        },
      ],
    });
    expect(region).toHaveTextContent(/Waiting for promotion\s*for 4m 12s/);
  });

  it('time to pass, counting down', async () => {
    await showRollout(timedPause(63));
    const later = async (seconds: number, sentence: string | RegExp) => {
      itIs(seconds);
      expect(
        await screen.findByText(sentence, undefined, { timeout: 5000 }),
      ).toBeInTheDocument();
    };
    await later(0, /^Continues automatically in 1m 3s, at /);
    await later(4, /^Continues automatically in 59s, at /);
    await later(64, 'The pause has ended. About to continue.');
  });

  it('each of several pauses', async () => {
    await showRollout({
      ...pausedRollout,
      pauses: [
        { reason: 'InconclusiveAnalysisRun' },
        { reason: 'spec.paused' },
      ],
    });
    expect(
      texts(screen.getByRole('list', { name: 'What it waits for' })),
    ).toEqual([
      'An analysis was inconclusive. Check what it measured, then promote or abort',
      'Paused manually, until somebody unpauses it',
    ]);
  });

  it('what the step needs, and by when', async () => {
    await showRollout({
      ...movingRollout,
      progressDeadline: { at: inSeconds(600), aborts: true },
      doneNotBefore: { seconds: 90 },
    });
    expect(
      screen.getByText(
        'Waiting for 1 more canary pod to become available (0 of 1)',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        /^All steps done in 1m 30s at the earliest\. Will be aborted in 10m 0s, at .*, unless it progresses\.$/,
      ),
    ).toBeInTheDocument();
  });

  it('the promotion of blue-green, with neither weight nor steps', async () => {
    const region = await showRollout(blueGreenRollout);
    expect(region).toHaveTextContent(
      'The new revision is ready and waiting for promotion',
    );
    expect(region).not.toHaveTextContent(/weight|Step/);

    await open('2 Services');
    expect(texts(screen.getByRole('list', { name: 'Services' }))).toEqual([
      'agents-active (active) selects revision 1 (active), gets 100% of the traffic',
      'agents-preview (preview) selects revision 2 (preview)',
    ]);
  });

  it('its controller, to act on what was asked for', async () => {
    await showRollout({
      ...movingRollout,
      observation: { state: 'waiting', generation: 4 },
    });
    expect(
      screen.getByText(
        /has not acted on the latest change yet \(generation 4\)/,
      ),
    ).toBeInTheDocument();
  });
});
