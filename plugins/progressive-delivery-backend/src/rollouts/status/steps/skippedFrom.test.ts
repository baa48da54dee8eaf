import { CANARY, eventWith, rolloutWith } from '../../__testUtils__/objects';
import { skippedFrom } from './skippedFrom';

const through = (status: object = {}, metadata: object = {}) =>
  rolloutWith({
    metadata,
    steps: [{ setWeight: 10 }, { pause: {} }, { setWeight: 50 }],
    status: { currentStepIndex: 3, stableRS: CANARY, ...status },
  });
const firstSkipped = (
  rollout: ReturnType<typeof through>,
  ...events: ReturnType<typeof eventWith>[]
) => skippedFrom(rollout, { analysisRuns: [], experiments: [], events });

const started = eventWith(
  'RolloutUpdated',
  'Rollout updated to revision 2',
  '10:00:00',
);
const first = eventWith(
  'RolloutStepCompleted',
  'Rollout step 1/3 completed (setWeight: 10)',
  '10:00:05',
);
const completedWith = (reason: string) =>
  eventWith(
    'RolloutCompleted',
    `Rollout completed update to revision 2 (${CANARY}): ${reason}`,
    '10:00:10',
  );

describe('skippedFrom', () => {
  it('is the step at which it was promoted fully', () => {
    expect(
      firstSkipped(
        through(),
        started,
        first,
        completedWith('Full promotion requested'),
      ),
    ).toBe(1);
    expect(
      firstSkipped(
        through({ promoteFull: true, stableRS: 'old' }),
        started,
        first,
      ),
    ).toBe(1);
  });

  it('is the first where it was rolled back', () => {
    const skipped = eventWith(
      'SkipSteps',
      'Rollback to stable ReplicaSets',
      '10:00:00',
    );
    expect(firstSkipped(through(), started, skipped)).toBe(0);
  });

  it.each(['(', '(a|a)+x', '2|.*', 'x'.repeat(400)])(
    'takes what stands for the revision for a text: %.10s',
    revision => {
      const odd = through(
        {},
        { annotations: { 'rollout.argoproj.io/revision': revision } },
      );
      const events = (name: string) => [
        eventWith(
          'RolloutUpdated',
          `Rollout updated to revision ${name}`,
          '10:00:00',
        ),
        eventWith('SkipSteps', 'Rollback to stable ReplicaSets', '10:00:01'),
      ];
      expect(firstSkipped(odd, ...events('a'.repeat(5_000)))).toBeUndefined();
      expect(firstSkipped(odd, ...events(revision))).toBe(0);
    },
  );

  it('is none where it went through all of them', () => {
    expect(
      firstSkipped(
        through(),
        started,
        first,
        completedWith('Completed all 3 canary steps'),
      ),
    ).toBeUndefined();
  });

  it('is none where a rollback was earlier, or nothing is recorded any more', () => {
    const earlier = eventWith(
      'SkipSteps',
      'Rollback to stable ReplicaSets',
      '09:00:00',
    );
    expect(firstSkipped(through(), earlier, started)).toBeUndefined();
    expect(firstSkipped(through(), earlier)).toBeUndefined();
  });

  it('is none while it is at a step', () => {
    expect(
      firstSkipped(
        through({ currentStepIndex: 1, promoteFull: true }),
        started,
      ),
    ).toBeUndefined();
  });
});
