import { RolloutStreamMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { problem } from '../__testUtils__/problem';
import {
  deploymentStatus,
  pausedRollout,
} from '../__testUtils__/rolloutStatus';
import {
  applyMessage,
  expectAllAgain,
  KnownRollouts,
  nothingKnown,
  toMessages,
} from './KnownRollouts';

const target = (
  id: string,
  state: 'live' | 'stale' = 'live',
): RolloutStreamMessage => ({
  type: 'target',
  target: id,
  state,
  observedAt: '2026-01-01T00:00:00Z',
  problems: [],
});
const workload = (
  id: string,
  status = pausedRollout,
): RolloutStreamMessage => ({ type: 'workload', target: id, status });
const complete: RolloutStreamMessage = { type: 'complete' };

const after = (known: KnownRollouts, ...messages: RolloutStreamMessage[]) =>
  messages.reduce(applyMessage, known);

const namesOf = (known: KnownRollouts, id: string) =>
  known.targets.get(id)?.rollouts.map(({ kind, name }) => `${kind} ${name}`);

const everything = after(
  nothingKnown,
  target('eu'),
  workload('eu'),
  workload('eu', deploymentStatus),
  target('us'),
  workload('us'),
  complete,
);

describe('KnownRollouts', () => {
  it('keeps the workloads of each target, in order whatever the order they come in', () => {
    expect(namesOf(everything, 'eu')).toEqual([
      'Deployment agents',
      'Rollout agents-controllers',
    ]);
    expect(namesOf(everything, 'us')).toEqual(['Rollout agents-controllers']);
    expect(everything.complete).toBe(true);
  });

  it('takes the latest of a workload, and leaves all else the same object', () => {
    const healthy = { ...pausedRollout, phase: 'Healthy' as const };
    const known = after(everything, workload('eu', healthy));

    expect(known.targets.get('eu')?.rollouts[1]).toBe(healthy);
    expect(known.targets.get('eu')?.rollouts[0]).toBe(deploymentStatus);
    expect(known.targets.get('us')).toBe(everything.targets.get('us'));
  });

  it('stays the same object when nothing is new', () => {
    const again = after(
      everything,
      target('us'),
      workload('us', structuredClone(pausedRollout)),
      complete,
    );
    expect(again).toBe(everything);
  });

  it('keeps the workloads of a target whose state changes', () => {
    const known = after(everything, target('eu', 'stale'));

    expect(known.targets.get('eu')?.state).toBe('stale');
    expect(namesOf(known, 'eu')).toHaveLength(2);
  });

  it('forgets what is gone', () => {
    const { kind, namespace, name } = pausedRollout;
    const gone = { type: 'gone' as const, kind, namespace, name };

    expect(namesOf(after(everything, { ...gone, target: 'eu' }), 'eu')).toEqual(
      ['Deployment agents'],
    );
    expect(after(everything, { ...gone, target: 'elsewhere' })).toBe(
      everything,
    );
  });

  it('forgets what a new connection does not send, but not before it has sent everything', () => {
    const sending = after(
      expectAllAgain(everything),
      target('eu'),
      workload('eu'),
    );
    expect(namesOf(sending, 'eu')).toHaveLength(2);
    expect(namesOf(sending, 'us')).toHaveLength(1);

    const known = after(sending, complete);
    expect(namesOf(known, 'eu')).toEqual(['Rollout agents-controllers']);
    expect(known.targets.has('us')).toBe(false);
  });

  it('can be told to somebody who knows nothing', () => {
    expect(after(nothingKnown, ...toMessages(everything))).toEqual(everything);
  });

  it('tells only what the present connection has sent', () => {
    const sending = after(
      expectAllAgain(everything),
      target('eu'),
      workload('eu'),
    );
    const told = after(nothingKnown, ...toMessages(sending));

    expect(namesOf(told, 'eu')).toEqual(['Rollout agents-controllers']);
    expect(told.targets.has('us')).toBe(false);
    expect(told.complete).toBe(false);
  });

  describe('of a target that the backend cannot read after a new connection', () => {
    const unread: RolloutStreamMessage = {
      type: 'target',
      target: 'us',
      state: 'stale',
      problems: [problem('The cluster does not answer')],
    };
    const known = after(
      expectAllAgain(everything),
      target('eu'),
      workload('eu'),
      unread,
      complete,
    );

    it('keeps what was known, and as of when', () => {
      expect(known.complete).toBe(true);
      expect(namesOf(known, 'us')).toEqual(['Rollout agents-controllers']);
      expect(known.targets.get('us')).toMatchObject({
        state: 'stale',
        observedAt: '2026-01-01T00:00:00Z',
        problems: [problem('The cluster does not answer')],
      });
      expect(namesOf(known, 'eu')).toEqual(['Rollout agents-controllers']);
    });

    it('lets go of it once the target is read and does not have it', () => {
      expect(namesOf(after(known, target('us')), 'us')).toEqual([]);
      expect(namesOf(after(known, workload('us'), target('us')), 'us')).toEqual(
        ['Rollout agents-controllers'],
      );
    });

    it('does not pass it on as if it had been sent', () => {
      expect(
        toMessages(known).filter(
          each => each.type === 'workload' && each.target === 'us',
        ),
      ).toEqual([]);
    });
  });
});
