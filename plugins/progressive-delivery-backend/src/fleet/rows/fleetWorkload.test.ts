import {
  RolloutStatus,
  toMessage,
  unreadableRolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { fleetWorkload } from './fleetWorkload';

const place = { target: 'web', cluster: 'main' };

const step = (state: 'done' | 'current' | 'waiting') => ({
  type: 'pause',
  state,
  description: toMessage('step', { id: 'pause', parameters: {} }),
});

const status = (more: Partial<RolloutStatus> = {}): RolloutStatus => ({
  ...unreadableRolloutStatus(
    { kind: 'Rollout', namespace: 'shop', name: 'web' },
    toMessage('problem', { id: 'overlayNotWatched', parameters: {} }),
  ),
  unreadable: undefined,
  observation: { state: 'observed' },
  phase: 'Healthy',
  strategy: 'canary',
  ...more,
});

describe('fleetWorkload', () => {
  it.each<[string, Partial<RolloutStatus>]>([
    ['settled', {}],
    ['moving', { phase: 'Progressing' }],
    ['moving', { observation: { state: 'waiting', generation: 2 } }],
    ['failing', { phase: 'Degraded' }],
    ['failing', { aborted: true }],
    [
      'failing',
      {
        observation: {
          state: 'silent',
          generation: 2,
          since: '2026-01-01T00:00:00Z',
          message: toMessage('silence', {
            id: 'spec',
            parameters: { generation: 2 },
          }),
        },
      },
    ],
    ['unknown', { phase: 'Unknown' }],
    ['waiting', { phase: 'Paused', pauses: [{ reason: 'CanaryPauseStep' }] }],
    [
      'moving',
      {
        phase: 'Paused',
        pauses: [{ reason: 'CanaryPauseStep', until: '2026-01-01T00:05:00Z' }],
      },
    ],
  ])('is %s', (attention, more) => {
    expect(fleetWorkload(status(more), place).attention).toBe(attention);
  });

  it('takes what cannot be read for unknown, and says why', () => {
    const unreadable = toMessage('problem', {
      id: 'workloadUnreadable',
      parameters: {
        kind: 'Rollout',
        name: 'web',
        namespace: 'shop',
        message: 'spec: missing',
      },
    });
    expect(
      fleetWorkload(
        unreadableRolloutStatus(
          { kind: 'Rollout', namespace: 'shop', name: 'web' },
          unreadable,
        ),
        place,
      ),
    ).toMatchObject({
      attention: 'unknown',
      unreadable,
      message: unreadable.text,
    });
  });

  it('says how an update ended', () => {
    const failure = toMessage('failure', {
      id: 'abortedAtStep',
      parameters: { step: 2, steps: 5 },
    });
    expect(
      fleetWorkload(
        status({
          phase: 'Degraded',
          aborted: true,
          message: 'RolloutAborted: Rollout aborted update to revision 2',
          failure,
        }),
        place,
      ),
    ).toMatchObject({
      failure,
      message: 'RolloutAborted: Rollout aborted update to revision 2',
    });
  });

  it('is stalled where nothing has moved for too long, unless its controller is silent', () => {
    const times = {
      phaseSince: '2026-01-01T00:00:00Z',
      stalledSince: '2026-01-01T00:01:00Z',
    };
    expect(
      fleetWorkload(status({ phase: 'Progressing' }), place, times),
    ).toMatchObject({ attention: 'stalled', since: '2026-01-01T00:01:00Z' });
    expect(
      fleetWorkload(
        status({
          phase: 'Progressing',
          observation: {
            state: 'silent',
            generation: 2,
            since: '2026-01-01T00:02:00Z',
            message: toMessage('silence', {
              id: 'spec',
              parameters: { generation: 2 },
            }),
          },
        }),
        place,
        times,
      ),
    ).toMatchObject({ attention: 'failing', since: '2026-01-01T00:02:00Z' });
  });

  it('says since when it is being rolled out, and when a pause is over', () => {
    expect(
      fleetWorkload(status({ phase: 'Progressing' }), place, {
        phaseSince: '2026-01-01T00:00:00Z',
      }),
    ).toMatchObject({ attention: 'moving', since: '2026-01-01T00:00:00Z' });
    expect(
      fleetWorkload(
        status({
          phase: 'Paused',
          pausedSince: '2026-01-01T00:00:00Z',
          pauses: [
            {
              reason: 'CanaryPauseStep',
              since: '2026-01-01T00:00:00Z',
              until: '2026-01-01T00:05:00Z',
            },
          ],
        }),
        place,
      ),
    ).toMatchObject({
      attention: 'moving',
      since: '2026-01-01T00:00:00Z',
      until: '2026-01-01T00:05:00Z',
    });
  });

  it('says which of the steps it is at, what for, and since when', () => {
    const waitsFor = toMessage('wait', { id: 'promotion', parameters: {} });
    expect(
      fleetWorkload(
        status({
          phase: 'Paused',
          pauses: [
            { reason: 'CanaryPauseStep', since: '2026-01-01T00:00:00Z' },
          ],
          pausedSince: '2026-01-01T00:00:00Z',
          steps: [
            step('done'),
            { ...step('current'), waitsFor },
            step('waiting'),
          ],
          stepIndex: 1,
          weight: { set: 25 },
        }),
        place,
      ),
    ).toMatchObject({
      step: { number: 2, count: 3 },
      weight: 25,
      waitsFor,
      since: '2026-01-01T00:00:00Z',
      until: undefined,
    });
  });

  it('is at no step after the last, and once aborted', () => {
    const steps = [step('done'), step('done')];
    expect(
      fleetWorkload(status({ steps, stepIndex: 2 }), place).step,
    ).toBeUndefined();
    expect(
      fleetWorkload(
        status({
          steps,
          stepIndex: 0,
          aborted: true,
          abort: { step: 'unknown', at: '2026-01-01T00:00:10Z' },
        }),
        place,
      ),
    ).toMatchObject({ step: undefined, since: '2026-01-01T00:00:10Z' });
  });

  it('does not claim to know how far an analysis is that it has not read', () => {
    const waitsFor = toMessage('wait', {
      id: 'analysisStarted',
      parameters: {},
    });
    expect(
      fleetWorkload(
        status({ steps: [{ ...step('current'), waitsFor }], stepIndex: 0 }),
        place,
      ).waitsFor,
    ).toBeUndefined();
  });
});
