import { differences, observedRolloutSchema } from './observedRollout';

const paused = observedRolloutSchema.parse({
  metadata: { generation: 3 },
  status: {
    observedGeneration: '3',
    phase: 'Paused',
    message: 'CanaryPauseStep',
    currentStepIndex: 0,
    abort: true,
  },
});

describe('differences', () => {
  it('are none when all that is expected is so', () => {
    expect(
      differences(paused, { phase: 'Paused', message: /Pause/, step: 0 }),
    ).toEqual([]);
  });

  it('say what is not so', () => {
    expect(differences(paused, { step: 1, updated: 2 })).toEqual([
      'step is 0, not 1',
      'updated is 0, not 2',
    ]);
  });

  it('say that the latest spec is not observed, whatever the status says', () => {
    expect(
      differences({ ...paused, metadata: { generation: 4 } }, { step: 0 }),
    ).toEqual(['generation 4 is not observed yet']);
  });

  it('say that an abort was asked for and not acted on', () => {
    expect(differences(paused, { aborted: true })).toEqual([
      'aborted is false, not true',
    ]);
  });
});
