import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { recordedScenarios } from '../__testUtils__/kubectlText';
import { objectsOf, statusAmong, statusOf } from '../__testUtils__/scenario';

/** How each ended that the controller has aborted, or that made no progress in time. */
const ENDED: Record<string, string> = {
  'aborted-at-step-0': 'Aborted manually at step 1 of 6.',
  'aborted-at-step-0-paused': 'Aborted manually at step 1 of 2.',
  'aborted-at-step-1': 'Aborted manually at step 2 of 6.',
  'aborted-at-step-2': 'Aborted manually at step 3 of 6.',
  'aborted-at-step-3': 'Aborted manually at step 4 of 6.',
  'aborted-at-step-4': 'Aborted manually at step 5 of 6.',
  'aborted-at-step-5': 'Aborted manually at step 6 of 6.',
  'aborted-by-a-failed-analysis':
    'Canary failed at step 2 of 3: metric success-rate was 0.2, expected >= 0.95.',
  'aborted-by-the-progress-deadline':
    'Canary failed at step 1 of 6: progress deadline exceeded.',
  'aborted-without-steps': 'Aborted manually.',
  'absent-aborted': 'Aborted manually at step 4 of 6.',
  'absent-aborted-routed': 'Aborted manually at step 2 of 6.',
  'absent-aborted-without-steps': 'Aborted manually.',
  'analysis-error':
    'Canary failed at step 2 of 3: metric unknown-metric could not be measured: received non 2xx response code: 500.',
  'analysis-failed-after-several-measurements':
    'Canary failed at step 2 of 3: metric latency was 0.2, expected >= 0.95.',
  'analysis-inconclusive-aborted': 'Aborted manually at step 2 of 3.',
  'background-analysis-failed':
    'Canary failed at step 2 of 2: metric success-rate was 0.2, expected >= 0.95.',
  'blue-green-aborted': 'Aborted manually.',
  'blue-green-aborted-and-scaled-down': 'Aborted manually.',
  'blue-green-analysis-after-failed':
    'Rollout failed: metric success-rate was 0.2, expected >= 0.95.',
  'blue-green-analysis-before-failed':
    'Rollout failed: metric success-rate was 0.2, expected >= 0.95.',
  'experiment-failed':
    'Canary failed at step 1 of 3: metric success-rate was 0.2, expected >= 0.95.',
  'plugin-aborted': 'Aborted manually at step 2 of 3.',
  'plugin-failed':
    'Canary failed at step 2 of 3: Step Plugin 2 (scenarios/step) failed.',
  'progress-deadline-exceeded':
    'Canary failed at step 1 of 6: progress deadline exceeded.',
  'progress-deadline-exceeded-at-the-first-revision':
    'Canary failed: progress deadline exceeded.',
  'routed-aborted': 'Aborted manually at step 2 of 4.',
  'routed-aborted-and-scaled-down': 'Aborted manually at step 2 of 4.',
  'routed-dynamic-stable-scale-aborting': 'Aborted manually at step 2 of 2.',
  'workload-ref-aborted': 'Aborted manually at step 2 of 6.',
};

const NOW = new Date('2026-03-01T10:00:20Z');

/** The objects of a record, with other texts in them. */
const objectsWith = (
  name: string,
  ...changes: [from: string, to: string][]
): ReturnType<typeof objectsOf> =>
  JSON.parse(
    changes.reduce(
      (text, [from, to]) => text.replaceAll(from, to),
      JSON.stringify(objectsOf(`recorded/${name}`)),
    ),
  );

const changed = (
  ...change: Parameters<typeof objectsWith>
): RolloutStatus['failure'] => statusAmong(objectsWith(...change), NOW).failure;

const FAILED = 'aborted-by-a-failed-analysis';
const SUCCESS = '"successCondition":"result >= 0.95"';

/** What the controller says of the metric that failed. */
const SAID =
  'Metric \\"success-rate\\" assessed Failed due to failed (1) > failureLimit (0)';

/** Another metric was inconclusive, and the one that failed had too few successes in a row, of which nothing is said. */
const BESIDE_INCONCLUSIVE = [
  [
    SAID,
    'Metric \\"latency\\" assessed Inconclusive due to inconclusive (1) > inconclusiveLimit (0)',
  ],
  ['"metrics":[{', '"metrics":[{"name":"latency","provider":{"web":{}}},{'],
  [
    '"metricResults":[{',
    '"metricResults":[{"name":"latency","phase":"Inconclusive","count":1,"inconclusive":1},{',
  ],
] satisfies [string, string][];

describe('the failure of a Rollout', () => {
  it('is told of all that were given up', () => {
    const ended = recordedScenarios().flatMap(name => {
      const { failure } = statusOf(`recorded/${name}`);
      return failure ? [[name, failure.text]] : [];
    });
    expect(Object.fromEntries(ended)).toEqual(ENDED);
  });

  it('is an id with the step, the metric, what was measured and what was wanted', () => {
    expect(statusOf(`recorded/${FAILED}`).failure).toEqual({
      id: 'canaryAtStep',
      parameters: {
        step: 2,
        steps: expect.any(Number),
        cause: {
          id: 'metricLimit',
          parameters: {
            metric: 'success-rate',
            value: 0.2,
            operator: '>=',
            limit: 0.95,
          },
          text: 'metric success-rate was 0.2, expected >= 0.95',
        },
      },
      text: expect.any(String),
    });
  });

  it.each([
    [
      'a list of which the first is meant',
      [
        ['"value":"0.2"', '"value":"[7.123456789,1]"'],
        [SUCCESS, '"successCondition":"result[0] < 5"'],
      ],
      'metric success-rate was 7.12346, expected < 5',
    ],
    [
      'a condition of failure alone',
      [[`,${SUCCESS}`, '']],
      'metric success-rate was 0.2, expected >= 0.5',
    ],
    [
      'a condition that does more than to compare',
      [[SUCCESS, '"successCondition":"len(result) > 1 && true"']],
      'metric success-rate was 0.2, expected len(result) > 1 && true',
    ],
    [
      'what is no number',
      [['"value":"0.2"', '"value":"NaN"']],
      'metric success-rate was NaN, expected result >= 0.95',
    ],
    [
      'nothing, as a Job does',
      [['"value":"0.2"', '"value":""']],
      'metric success-rate failed',
    ],
  ] satisfies [string, [string, string][], string][])(
    'is of a metric that measured %s',
    (_what, changes, text) => {
      expect(changed(FAILED, ...changes)?.text).toBe(
        `Canary failed at step 2 of 3: ${text}.`,
      );
    },
  );

  it.each([
    ['names a metric that was inconclusive instead', BESIDE_INCONCLUSIVE],
    ['names none', [[`: ${SAID}`, '']]],
  ] satisfies [string, [string, string][]][])(
    'is of the metric that failed where the controller %s',
    (_what, changes) => {
      expect(changed(FAILED, ...changes)?.text).toBe(
        'Canary failed at step 2 of 3: metric success-rate was 0.2, expected >= 0.95.',
      );
    },
  );

  it('is of the metric that was inconclusive where nothing else is known', () => {
    const { failure } = statusAmong(
      objectsWith(FAILED, ...BESIDE_INCONCLUSIVE),
      NOW,
      'analysisRuns',
    );
    expect(failure?.parameters).toMatchObject({
      cause: { id: 'metricInconclusive', parameters: { metric: 'latency' } },
    });
    expect(failure?.text).toMatch(/: metric latency was inconclusive\.$/);
  });

  it('is looked for at the beginning of what the controller says', () => {
    const endless = 'Metric \\"'.repeat(100_000);
    const failure = changed(FAILED, [
      'Rollout aborted update to revision 2: ',
      `Rollout aborted update to revision 2: ${endless}`,
    ]);
    expect(failure?.id).toBe('canaryAtStep');
    expect(failure?.text).toContain('Metric "Metric "');
    expect(failure?.text.length).toBeLessThan(4_100);
  });

  it('has no value where the analyses are gone', () => {
    expect(
      statusAmong(objectsOf(`recorded/${FAILED}`), NOW, 'analysisRuns').failure
        ?.text,
    ).toMatch(/: metric success-rate failed\.$/);
  });
});
