import {
  RolloutStatus,
  rolloutStatusSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  KubectlText,
  kubectlText,
  recordedScenarios,
} from '../__testUtils__/kubectlText';
import { objectsOf, statusAmong } from '../__testUtils__/scenario';
import { percentOf } from './steps/describeStep';
import { rolloutObjectSchema } from '../objects/kinds/rolloutObject';
import { rolloutPhase } from './phase/rolloutPhase';

const SCENARIOS = recordedScenarios();

const RECORDS = SCENARIOS.map(name => {
  const objects = objectsOf(`recorded/${name}`);
  const rollout = rolloutObjectSchema.parse(
    objects.find(({ kind }) => kind === 'Rollout'),
  );
  return { name, objects, rollout, status: statusAmong(objects) };
});

type Recorded = (typeof RECORDS)[number];

function recorded(name: string): Recorded {
  const found = RECORDS.find(each => each.name === name);
  if (!found) {
    throw new Error(`There is no record of ${name}`);
  }
  return found;
}

type Said = Omit<KubectlText, 'replicaSets'>;

/** Where ours says something else than the plugin, and means to. */
const OTHERWISE: Record<string, Partial<Said>> = {
  // Aborted, it gets no traffic without steps either.
  'aborted-without-steps': { actualWeight: '0' },
  'absent-aborted-without-steps': { actualWeight: '0' },
  // There is no third step any more, which the controller has yet to see.
  'absent-steps-shortened': { step: '2/2' },
  // There is no word for none of both.
  'invalid-without-strategy': { strategy: 'Canary' },
};

/** A status in the plugin's words. */
function inItsWords(status: RolloutStatus): Said {
  const { phase, message, strategy, stepIndex, steps, weight, replicas } =
    status;
  return {
    phase,
    message: message ?? '',
    strategy: strategy === 'canary' ? 'Canary' : 'BlueGreen',
    step: stepIndex === undefined ? '' : `${stepIndex}/${steps.length}`,
    setWeight: weight ? String(weight.set) : '',
    actualWeight: weight ? String(weight.actual) : '',
    replicas: [
      replicas.desired,
      replicas.current,
      replicas.updated,
      replicas.ready,
      replicas.available,
    ].join(' '),
  };
}

/** What the plugin said, but with weights in percent. */
function told(name: string): Said {
  const { replicaSets: _replicaSets, ...text } = kubectlText(name);
  const { maxTrafficWeight = 100 } =
    recorded(name).rollout.spec.strategy.canary?.trafficRouting ?? {};
  const inPercent = (weight: string) =>
    weight && String(percentOf(Number(weight), maxTrafficWeight));
  return {
    ...text,
    setWeight: inPercent(text.setWeight),
    actualWeight: inPercent(text.actualWeight),
  };
}

describe('of what the real controller was recorded to make of a Rollout, ours says what kubectl argo rollouts does', () => {
  it.each(SCENARIOS)('%s', name => {
    expect(inItsWords(recorded(name).status)).toEqual({
      ...told(name),
      ...OTHERWISE[name],
    });
  });

  it.each(Object.entries(OTHERWISE))(
    'which would be wrong of %s',
    (name, otherwise) => {
      expect(told(name)).not.toEqual(expect.objectContaining(otherwise));
    },
  );
});

/** The one that ours tells of those that the plugin has: a ReplicaSet may be both active and stable. */
const ROLES = ['active', 'preview', 'stable', 'canary'];

/** Without a preview service nothing selects what waits to be promoted: the plugin does not tell it from an old one. */
function roleWithoutTags({ rollout }: Recorded, name: string): string {
  const { currentPodHash, blueGreen } = rollout.status;
  return rollout.spec.strategy.blueGreen &&
    !blueGreen?.previewSelector &&
    name.endsWith(`-${currentPodHash}`)
    ? 'preview'
    : 'old';
}

describe('each ReplicaSet is to its Rollout what the plugin says', () => {
  it.each(SCENARIOS)('%s', name => {
    const record = recorded(name);
    const ours = record.status.revisions.map(
      each => `${each.revision} ${each.role} ${each.name}`,
    );
    const its = kubectlText(name).replicaSets.map(each => {
      const role =
        ROLES.find(one => each.tags.includes(one)) ??
        roleWithoutTags(record, each.name);
      return `${each.revision} ${role} ${each.name}`;
    });
    const leftOut = its.filter(each => !ours.includes(each));
    expect(its.filter(each => ours.includes(each))).toEqual(ours);
    // Old, and without pods.
    expect(leftOut.filter(each => !/^\d+ old /.test(each))).toEqual([]);
  });
});

describe('the phase of a Rollout', () => {
  const observed = RECORDS.filter(
    ({ rollout, name }) => rollout.status.phase && !name.startsWith('absent-'),
  );

  it.each(observed.map(({ name }) => name))(
    'comes to the same without the word of the controller: %s',
    name => {
      const { rollout, status } = recorded(name);
      expect(
        rolloutPhase({
          ...rollout,
          status: { ...rollout.status, phase: undefined, message: undefined },
        }),
      ).toEqual({ phase: status.phase, message: status.message });
    },
  );
});

/** The steps that Rollouts were at when they were aborted: their status says no more that it was another than 0. */
const ABORTED_AT: Record<string, number> = {
  'aborted-at-step-0': 0,
  'aborted-at-step-1': 1,
  'aborted-at-step-2': 2,
  'aborted-at-step-3': 3,
  'aborted-at-step-4': 4,
  'aborted-at-step-5': 5,
  'aborted-at-step-0-paused': 0,
  'aborted-by-a-failed-analysis': 1,
  'aborted-by-the-progress-deadline': 0,
  'absent-aborted': 3,
  'absent-aborted-routed': 1,
  'analysis-error': 1,
  'analysis-failed-after-several-measurements': 1,
  'analysis-inconclusive-aborted': 1,
  'background-analysis-failed': 1,
  'experiment-failed': 0,
  'plugin-aborted': 1,
  'plugin-failed': 1,
  'routed-aborted': 1,
  'routed-aborted-and-scaled-down': 1,
  'routed-dynamic-stable-scale-aborting': 1,
  'workload-ref-aborted': 1,
};

describe('the step at which a Rollout was aborted', () => {
  it('is told of all that were', () => {
    const steps = RECORDS.flatMap(({ name, status }) =>
      status.abort?.step === undefined ? [] : [[name, status.abort.step]],
    );
    expect(Object.fromEntries(steps)).toEqual(ABORTED_AT);
  });
});

describe('what is sent of each is what a client reads', () => {
  it.each(RECORDS)('$name', ({ status }) => {
    const sent: unknown = JSON.parse(JSON.stringify(status));
    expect(rolloutStatusSchema.parse(sent)).toEqual(sent);
  });
});

describe('the same Rollout in two clusters', () => {
  it('is not told of by what the other cluster has', () => {
    const first = recorded('two-clusters-first');
    const second = recorded('two-clusters-second');
    for (const [own, other] of [
      [first, second],
      [second, first],
    ]) {
      expect(statusAmong([...own.objects, ...other.objects])).toEqual(
        own.status,
      );
    }
    expect(first.status.phase).not.toBe(second.status.phase);
  });
});

const stepAt = ({ status }: Recorded) =>
  status.stepIndex === undefined ? undefined : status.steps[status.stepIndex];

type Covered = [what: string, isOne: (record: Recorded) => boolean];

/** What there must be a record of. */
const COVERED: Covered[] = [
  ...['Healthy', 'Progressing', 'Paused', 'Degraded'].map(
    (phase): Covered => [
      `the phase ${phase}`,
      ({ status }) => status.phase === phase,
    ],
  ),
  ...[
    'setWeight',
    'pause',
    'experiment',
    'analysis',
    'setCanaryScale',
    'plugin',
  ].map(
    (type): Covered => [
      `a step ${type} that it is at`,
      record => !record.status.aborted && stepAt(record)?.type === type,
    ],
  ),
  // The controller does these at once.
  ...['setHeaderRoute', 'setMirrorRoute'].map(
    (type): Covered => [
      `a step ${type} that is done`,
      ({ status }) =>
        status.steps.some(step => step.type === type && step.state === 'done'),
    ],
  ),
  ...[
    'manually paused',
    'CanaryPauseStep',
    'BlueGreenPause',
    'InconclusiveAnalysisRun',
    'InconclusiveExperiment',
    'rollout is restarting',
    'more replicas need to be updated',
    'updated replicas are still becoming available',
    'old replicas are pending termination',
    'active service cutover pending',
    'waiting for analysis to complete',
    'waiting for all steps to complete',
    'waiting for rollout spec update to be observed',
    'waiting for rollout to unpause',
  ].map(
    (message): Covered => [
      `the message "${message}"`,
      ({ status }) => status.message === message,
    ],
  ),
  ...['InvalidSpec', 'RolloutAborted', 'ProgressDeadlineExceeded'].map(
    (reason): Covered => [
      `the reason ${reason}`,
      ({ status }) => status.message?.startsWith(`${reason}: `) ?? false,
    ],
  ),
  ...['CrashLoopBackOff', 'ImagePullBackOff', 'Pending', 'Terminating'].map(
    (pod): Covered => [
      `a pod that is ${pod}`,
      ({ status }) =>
        status.revisions.some(({ pods }) =>
          pods.some(each => each.status === pod),
        ),
    ],
  ),
  ['blue-green', ({ status }) => status.strategy === 'blueGreen'],
  [
    'a first revision',
    ({ status }) => status.steps.some(each => each.state === 'skipped'),
  ],
  ['one scaled to zero', ({ status }) => status.replicas.desired === 0],
  ['one that no controller has seen', ({ rollout }) => !rollout.status.phase],
  [
    'a rollback to an earlier revision',
    ({ status }) =>
      status.revisions.some(
        ({ images, revision = 0 }) =>
          revision > 2 && images.some(image => image.endsWith(':1')),
      ),
  ],
  [
    'weights of a traffic router',
    ({ rollout }) => rollout.status.canary?.weights !== undefined,
  ],
  ['a workloadRef', ({ rollout }) => rollout.spec.workloadRef !== undefined],
];

describe('there is a record of', () => {
  it.each(COVERED)('%s', (_, isOne) => {
    expect(RECORDS.filter(isOne).map(({ name }) => name)).not.toEqual([]);
  });

  it('an abort at each step of a canary', () => {
    const { steps } = recorded('aborted-at-step-0').status;
    const aborted = steps.map(
      (_, step) => recorded(`aborted-at-step-${step}`).status.aborted,
    );
    expect(new Set(aborted)).toEqual(new Set([true]));
    expect(SCENARIOS).not.toContain(`aborted-at-step-${steps.length}`);
  });

  it('steps that were edited, shortened and removed midway', () => {
    expect(SCENARIOS).toEqual(
      expect.arrayContaining([
        'steps-edited-midway',
        'steps-shortened-midway',
        'steps-removed-midway',
      ]),
    );
  });
});
