import { RolloutAction } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { objectsOf } from '../__testUtils__/scenario';
import { rolloutObjectSchema } from '../objects/kinds/rolloutObject';
import { actionPatches } from './actionPatches';

const NOW = new Date('2026-03-01T12:00:00.123Z');

const rolloutOf = (scenario: string) =>
  rolloutObjectSchema.parse(
    objectsOf(scenario).find(({ kind }) => kind === 'Rollout'),
  );
const patches = (action: RolloutAction, scenario: string) =>
  actionPatches(action, rolloutOf(scenario), NOW);

describe('actionPatches', () => {
  it('clears the pause of a paused canary, and leaves the step to the controller', () => {
    expect(patches('promote', 'paused-at-step')).toEqual({
      status: { pauseConditions: null },
    });
  });

  it('goes on past an inconclusive analysis', () => {
    expect(patches('promote', 'inconclusive-analysis')).toEqual({
      status: {
        pauseConditions: null,
        controllerPause: false,
        currentStepIndex: 2,
      },
    });
  });

  it('unpauses what is paused by hand, and goes on to the next step', () => {
    expect(patches('promote', 'paused-by-spec')).toEqual({
      status: { pauseConditions: null, currentStepIndex: 1 },
      spec: { paused: false },
    });
  });

  it('only unpauses what is paused at a step and by hand', () => {
    const paused = rolloutOf('paused-at-step');
    paused.spec.paused = true;
    expect(actionPatches('promote', paused, NOW)).toMatchObject({
      status: { pauseConditions: null },
      spec: { paused: false },
    });
  });

  it('goes on to the next step of a canary that is not paused, and never past the last', () => {
    expect(patches('promote', 'step-0').status).toEqual({
      pauseConditions: null,
      currentStepIndex: 1,
    });
    expect(patches('promote', 'finishing').status).toEqual({
      pauseConditions: null,
      currentStepIndex: 4,
    });
  });

  it('sends nothing for blue-green that is not paused', () => {
    expect(patches('promote', 'blue-green-paused').status).toEqual({
      pauseConditions: null,
    });
    expect(patches('promote', 'blue-green-promoted')).toEqual({});
  });

  it('promotes fully, and unpauses for it', () => {
    expect(patches('promote-full', 'paused-at-step')).toEqual({
      status: { promoteFull: true },
    });
    expect(patches('promote-full', 'paused-by-spec')).toEqual({
      status: { promoteFull: true },
      spec: { paused: false },
    });
    expect(patches('promote-full', 'done')).toEqual({});
  });

  it('skips one step', () => {
    const status = { currentStepIndex: 1 };
    expect(patches('skip-step', 'step-0')).toEqual({
      status,
    });
    expect(patches('skip-step', 'blue-green-paused')).toEqual({});
  });

  it.each([
    ['abort', { status: { abort: true } }],
    ['retry', { status: { abort: false } }],
    ['restart', { spec: { restartAt: '2026-03-01T12:00:00Z' } }],
    ['pause', { spec: { paused: true } }],
  ] as const)('sends the same for every state: %s', (action, patch) => {
    expect(patches(action, 'paused-at-step')).toEqual({
      ...patch,
    });
  });
});
