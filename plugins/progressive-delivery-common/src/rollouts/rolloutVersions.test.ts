import { z } from 'zod/v4';
import { openArray } from '../openEnum';
import { rolloutsResponseSchema } from './rolloutStatus';
import { rolloutStreamMessageSchema } from './rolloutStream';

/** What this version sends of a canary that is paused at a step. */
const rollout = {
  kind: 'Rollout',
  namespace: 'agents',
  name: 'agents',
  phase: 'Paused',
  message: 'CanaryPauseStep',
  strategy: 'canary',
  observation: { state: 'observed' },
  unread: [],
  aborted: false,
  actions: [
    { action: 'promote', state: 'possible' },
    {
      action: 'retry',
      state: 'impossible',
      because: {
        id: 'notAborted',
        parameters: {},
        text: 'It is not aborted.',
      },
    },
  ],
  pauses: [{ reason: 'CanaryPauseStep', since: '2026-03-01T10:00:00Z' }],
  steps: [
    {
      type: 'pause',
      description: {
        id: 'pause',
        parameters: {},
        text: 'Pause until promoted',
      },
      state: 'current',
      waitsFor: {
        id: 'promotion',
        parameters: {},
        text: 'Waiting for promotion',
      },
    },
  ],
  stepIndex: 0,
  replicas: { desired: 2, current: 2, updated: 1, ready: 2, available: 2 },
  revisions: [
    {
      name: 'agents-5d9c',
      role: 'stable',
      images: ['registry.example.com/agents:1'],
      desired: 1,
      ready: 1,
      available: 1,
      pods: [],
    },
  ],
};

const answer = (...rollouts: unknown[]) =>
  rolloutsResponseSchema.parse({
    observedAt: '2026-03-01T10:00:20Z',
    rollouts,
    problems: [],
  }).rollouts;

const [step] = rollout.steps;
const [revision] = rollout.revisions;
const laterVersion = expect.objectContaining({ id: 'statusOfLaterVersion' });
const unknown = (text: string) => ({ id: 'unknown', parameters: {}, text });

describe('an answer of this version', () => {
  it('is read as it was sent', () => {
    expect(answer(rollout)).toEqual([rollout]);
  });
});

describe('an answer of the next minor version', () => {
  const later = {
    ...rollout,
    hibernation: { since: '2026-03-01T10:00:00Z' },
    phase: 'Hibernating',
    strategy: 'rainbow',
    observation: { state: 'delegated', to: 'another controller' },
    unread: ['pods', 'moons'],
    actions: [
      ...rollout.actions,
      { action: 'hibernate', state: 'possible' },
      { action: 'abort', state: 'scheduled', at: '2026-03-01T11:00:00Z' },
    ],
    steps: [
      {
        ...step,
        description: {
          id: 'eclipse',
          parameters: { of: 'the moon' },
          text: 'Wait for an eclipse',
        },
        state: 'dreaming',
        waitsFor: {
          id: 'promotion',
          parameters: { by: ['owners'] },
          text: 'Waiting for promotion by owners',
        },
      },
    ],
    revisions: [{ ...revision, role: 'shadow' }],
    analysisRuns: [
      {
        name: 'a',
        kind: 'nightly',
        current: true,
        phase: 'Dreaming',
        metrics: [],
      },
      { name: 'b', of: 'another shape' },
    ],
    events: [
      {
        kind: 'Pod',
        name: 'agents-5d9c-x',
        type: 'Notice',
        reason: 'Slept',
        message: 'It slept',
        count: 1,
      },
    ],
    services: [
      { role: 'aurora', name: 'agents', selects: 'all' },
      { role: 'stable', name: 'agents', selects: 'some' },
    ],
  };

  it('is shown as far as it is known, and the rest as unknown', () => {
    expect(answer(later)).toEqual([
      {
        ...rollout,
        phase: 'Unknown',
        strategy: 'unknown',
        observation: { state: 'unknown' },
        unread: ['pods'],
        steps: [
          {
            ...step,
            description: unknown('Wait for an eclipse'),
            state: 'unknown',
            waitsFor: {
              ...step.waitsFor,
              text: 'Waiting for promotion by owners',
            },
          },
        ],
        revisions: [{ ...revision, role: 'unknown' }],
        analysisRuns: [
          {
            name: 'a',
            kind: 'other',
            current: true,
            phase: 'Unknown',
            metrics: [],
          },
        ],
        events: [{ ...later.events[0], type: 'Unknown' }],
        services: [{ role: 'unknown', name: 'agents', selects: 'all' }],
      },
    ]);
  });

  it('shows a workload that cannot be read as one that is there, and all others', () => {
    expect(answer({ ...rollout, replicas: 'many' }, rollout)).toEqual([
      expect.objectContaining({
        name: 'agents',
        phase: 'Unknown',
        unreadable: laterVersion,
      }),
      rollout,
    ]);
  });

  it('shows a workload of another kind by the name of that kind', () => {
    expect(answer({ ...rollout, kind: 'StatefulSet' }, rollout)).toEqual([
      expect.objectContaining({
        kind: 'StatefulSet',
        name: 'agents',
        phase: 'Unknown',
        unreadable: laterVersion,
      }),
      rollout,
    ]);
  });

  it('says why the backend itself could not read a workload, also for a reason of that version', () => {
    const identity = { kind: 'Rollout', namespace: 'agents', name: 'agents' };
    const why = {
      id: 'workloadUnreadable',
      parameters: { ...identity, message: 'status.replicas: not a number' },
      text: 'It cannot be read',
    };
    expect(
      answer(
        { ...identity, unreadable: why },
        { ...identity, unreadable: { id: 'eclipsed', text: 'It is eclipsed' } },
        { ...identity, unreadable: true },
      ).map(({ unreadable }) => unreadable),
    ).toEqual([why, unknown('It is eclipsed'), laterVersion]);
  });

  it('does not end a stream', () => {
    const statefulSet = {
      kind: 'StatefulSet',
      namespace: 'agents',
      name: 'agents',
    };
    const messages = [
      { type: 'target', target: 'a', state: 'dreaming', problems: [] },
      { type: 'eclipse' },
      { type: 'workload', target: 'a', status: { ...later, steps: 3 } },
      { type: 'gone', target: 'a', ...statefulSet },
      { type: 'complete' },
    ];
    expect(openArray(rolloutStreamMessageSchema).parse(messages)).toEqual([
      { type: 'target', target: 'a', state: 'stale', problems: [] },
      {
        type: 'workload',
        target: 'a',
        status: expect.objectContaining({
          name: 'agents',
          unreadable: laterVersion,
        }),
      },
      { type: 'gone', target: 'a', ...statefulSet },
      { type: 'complete' },
    ]);
  });

  it('is the same when a tab tells it to another one', () => {
    const told: unknown = JSON.parse(
      JSON.stringify(answer(later, { ...rollout, kind: 'StatefulSet' })),
    );
    expect(
      z.array(z.unknown()).parse(answer(...z.array(z.unknown()).parse(told))),
    ).toEqual(told);
  });
});

describe('an answer of the previous minor version', () => {
  it('has English sentences where ids are now', () => {
    const [status] = answer({
      ...rollout,
      observation: {
        state: 'silent',
        generation: 2,
        since: '2026-03-01T10:00:00Z',
        message: 'It does nothing.',
      },
      actions: [
        { action: 'retry', state: 'impossible', because: 'It is not aborted.' },
      ],
      steps: [
        {
          ...step,
          description: 'Pause until promoted',
          waitsFor: 'somebody to promote it',
        },
      ],
    });
    expect(status).toMatchObject({
      observation: { message: unknown('It does nothing.') },
      actions: [{ because: unknown('It is not aborted.') }],
      steps: [
        {
          description: unknown('Pause until promoted'),
          waitsFor: unknown('somebody to promote it'),
        },
      ],
    });
  });
});
