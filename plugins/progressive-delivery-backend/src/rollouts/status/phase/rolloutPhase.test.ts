import { objectsOf } from '../../__testUtils__/scenario';
import {
  RolloutObject,
  rolloutObjectSchema,
} from '../../objects/kinds/rolloutObject';
import { rolloutPhase } from './rolloutPhase';

/** The scenarios whose status the controller has written for the spec that is there. */
const OBSERVED = [
  'initial-deploy',
  'step-0',
  'paused-at-step',
  'finishing',
  'done',
  'aborted',
  'progress-deadline-exceeded',
  'invalid-spec',
  'paused-by-spec',
  'inconclusive-analysis',
  'scaled-to-zero',
  'restarting',
  'blue-green-paused',
  'blue-green-promoted',
  'blue-green-without-preview',
  'traffic-routed',
];

const rolloutOf = (scenario: string) =>
  rolloutObjectSchema.parse(objectsOf(scenario)[0]);

const withStatus = (
  rollout: RolloutObject,
  status: Partial<RolloutObject['status']>,
): RolloutObject => ({ ...rollout, status: { ...rollout.status, ...status } });

describe('rolloutPhase', () => {
  it.each(OBSERVED)(
    'comes to the same without the phase of the controller: %s',
    scenario => {
      const rollout = rolloutOf(scenario);
      const { message, phase } = rollout.status;
      expect(
        rolloutPhase(
          withStatus(rollout, { phase: undefined, message: undefined }),
        ),
      ).toEqual({ phase, ...(message && { message }) });
    },
  );

  it('waits for the analysis after a promotion in blue-green', () => {
    const rollout = withStatus(rolloutOf('blue-green-promoted'), {
      phase: undefined,
      stableRS: '6c8f9d7b54',
    });
    expect(rolloutPhase(rollout).message).toBe(
      'waiting for post-promotion verification to complete',
    );
    const analysed: RolloutObject = {
      ...rollout,
      spec: {
        ...rollout.spec,
        strategy: {
          canary: undefined,
          blueGreen: {
            activeService: undefined,
            previewService: undefined,
            autoPromotionEnabled: undefined,
            autoPromotionSeconds: undefined,
            postPromotionAnalysis: {},
          },
        },
      },
    };
    expect(rolloutPhase(analysed).message).toBe(
      'waiting for analysis to complete',
    );
  });

  it('waits for the steps that are left', () => {
    const rollout = withStatus(rolloutOf('done'), {
      phase: undefined,
      stableRS: '6c8f9d7b54',
    });
    expect(rolloutPhase(rollout)).toEqual({
      phase: 'Progressing',
      message: 'waiting for all steps to complete',
    });
  });

  it('takes what is no generation for observed, as kubectl does', () => {
    const done = rolloutOf('done');
    for (const observedGeneration of ['5f6d4b7c88', '99999', undefined]) {
      expect(rolloutPhase(withStatus(done, { observedGeneration }))).toEqual({
        phase: 'Healthy',
      });
    }
  });

  it('does not know a phase that it does not know', () => {
    expect(
      rolloutPhase(
        withStatus(rolloutOf('done'), { phase: 'Dreaming', message: 'of you' }),
      ),
    ).toEqual({ phase: 'Unknown', message: 'of you' });
  });
});
