import { renderInTestApp } from '@backstage/test-utils';
import {
  FleetWorkload,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen } from '@testing-library/react';
import { fleetWorkload } from '../../__testUtils__/fleet';
import { FleetSentence } from './FleetSentence';

const NOW = Date.parse('2026-03-01T10:00:00Z');

const secondsAgo = (seconds: number) =>
  new Date(NOW - seconds * 1000).toISOString();

const rollout: FleetWorkload = { ...fleetWorkload, kind: 'Rollout' };

const said = async (more: Partial<FleetWorkload>) => {
  await renderInTestApp(
    <main>
      <FleetSentence workload={{ ...rollout, ...more }} />
    </main>,
  );
  return screen.getByRole('main').textContent;
};

describe('FleetSentence', () => {
  beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(NOW);
  });
  afterEach(() => jest.restoreAllMocks());

  const aborted = {
    attention: 'failing',
    phase: 'Degraded',
    aborted: true,
    message: 'RolloutAborted: Rollout aborted update to revision 2',
  } as const;

  it('says how an update ended in the words of the tab', async () => {
    expect(
      await said({
        ...aborted,
        failure: toMessage('failure', {
          id: 'abortedAtStep',
          parameters: { step: 2, steps: 5 },
        }),
      }),
    ).toBe('Aborted manually at step 2 of 5.');
  });

  it('quotes the controller where an earlier backend says no more', async () => {
    expect(await said(aborted)).toBe(aborted.message);
  });

  it('says why a workload cannot be read', async () => {
    const unreadable = toMessage('problem', {
      id: 'clusterTimedOut',
      parameters: { cluster: 'main', seconds: 10 },
    });
    expect(
      await said({
        attention: 'unknown',
        phase: 'Unknown',
        unreadable,
        message: 'in English',
      }),
    ).toBe(unreadable.text);
  });

  it('says for how long nothing has moved', async () => {
    expect(
      await said({
        attention: 'stalled',
        phase: 'Progressing',
        message: 'more replicas need to be updated',
        since: secondsAgo(192),
      }),
    ).toBe('No progress for 3m 12s');
  });

  it.each([
    [
      'CanaryPauseStep',
      -90,
      /^Continues automatically in 1m 30s, at \d+:01:30/,
    ],
    [
      'BlueGreenPause',
      -90,
      /^The new revision becomes active automatically in 1m 30s, at \d+:01:30/,
    ],
    ['CanaryPauseStep', 1, /^The pause has ended\. About to continue\.$/],
  ])('says when a pause is over: %s, %s seconds ago', async (...given) => {
    const [message, ago, sentence] = given;
    expect(
      await said({
        attention: 'moving',
        phase: 'Paused',
        message,
        waitsFor: toMessage('wait', { id: 'pauseEnd', parameters: {} }),
        until: secondsAgo(ago),
      }),
    ).toMatch(sentence);
  });

  it('says nothing of what is healthy', async () => {
    expect(await said({ message: 'whatever' })).toBe('');
  });
});
