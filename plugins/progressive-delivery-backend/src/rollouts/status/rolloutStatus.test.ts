import { readableRolloutStatusSchema } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { rolloutWith } from '../__testUtils__/objects';
import {
  objectsOf,
  ownedAmong,
  scenarios,
  statusAmong,
  statusOf,
} from '../__testUtils__/scenario';
import { sentences, steps } from '../__testUtils__/sentences';
import { OwnedObjects } from '../objects/ownedObjects';
import { rolloutObjectSchema } from '../objects/kinds/rolloutObject';
import { rolloutStatus } from './rolloutStatus';
import { trafficRouters } from './trafficRouters';

const sentencesOf = (scenario: string) => sentences(statusOf(scenario));

describe('rolloutStatus', () => {
  it.each(scenarios())(
    'says what the wire schema allows, and nothing else: %s',
    scenario => {
      const status = statusOf(scenario);
      expect(readableRolloutStatusSchema.strict().parse(status)).toEqual(
        status,
      );
    },
  );

  describe('on its way', () => {
    it('starts with a first revision, which skips all steps', () => {
      expect(sentencesOf('initial-deploy')).toEqual([
        'Progressing: updated replicas are still becoming available',
        'step 4/4 (skipped skipped skipped skipped) weight 100 set, 100 actual',
        '3 desired, 3 there, 3 updated, 0 ready, 0 available',
        'stable revision 1 with web:1: 0 of 3 ready (2 ContainerCreating, not ready; 1 Pending, not ready)',
      ]);
    });

    it('waits for a controller that has not seen it yet', () => {
      expect(sentencesOf('not-seen-by-controller')).toEqual([
        'Progressing: more replicas need to be updated',
        'step ?/4 (skipped skipped skipped skipped) weight 34 set, 0 actual',
        '3 desired, 0 there, 0 updated, 0 ready, 0 available',
      ]);
    });

    it('is at its first step, not past its last, at index 0', () => {
      expect(sentencesOf('step-0')).toEqual([
        'Progressing: more replicas need to be updated',
        'step 0/4 (current waiting waiting waiting) weight 34 set, 0 actual',
        '3 desired, 4 there, 1 updated, 3 ready, 3 available',
        'canary revision 2 with web:2: 0 of 1 ready (1 ContainerCreating, not ready)',
        'stable revision 1 with web:1: 3 of 3 ready (3 Running)',
      ]);
    });

    it('pauses at a step', () => {
      expect(sentencesOf('paused-at-step')).toEqual([
        'Paused: CanaryPauseStep, since 2026-03-01T10:00:12Z',
        'step 1/4 (done current waiting waiting) weight 34 set, 33 actual',
        '3 desired, 3 there, 1 updated, 3 ready, 3 available',
        'canary revision 2 with web:2: 1 of 1 ready (1 Running)',
        'stable revision 1 with web:1: 2 of 2 ready (2 Running)',
      ]);
    });

    it('moves again once it was promoted, before the controller has noticed', () => {
      expect(sentencesOf('unpausing').slice(0, 2)).toEqual([
        'Progressing: waiting for rollout to unpause',
        'step 1/4 (done current waiting waiting) weight 34 set, 33 actual',
      ]);
    });

    it('pauses at its last step', () => {
      expect(sentencesOf('second-pause').slice(0, 2)).toEqual([
        'Paused: CanaryPauseStep, since 2026-03-01T10:00:12Z',
        'step 3/4 (done done done current) weight 67 set, 66 actual',
      ]);
    });

    it('has done all steps and removes what is old', () => {
      expect(sentencesOf('finishing')).toEqual([
        'Progressing: old replicas are pending termination',
        'step 4/4 (done done done done) weight 100 set, 100 actual',
        '3 desired, 4 there, 3 updated, 4 ready, 4 available',
        'canary revision 2 with web:2: 3 of 3 ready (3 Running)',
        'stable revision 1 with web:1: 1 of 1 ready (1 Terminating, not ready)',
      ]);
    });

    it('is done; old ReplicaSets without pods are left out', () => {
      expect(sentencesOf('done')).toEqual([
        'Healthy',
        'step 4/4 (done done done done) weight 100 set, 100 actual',
        '3 desired, 3 there, 3 updated, 3 ready, 3 available',
        'stable revision 2 with web:2: 3 of 3 ready (3 Running)',
      ]);
    });

    it('is back at an earlier template, under a new revision', () => {
      expect(sentencesOf('rolled-back')).toEqual([
        'Healthy',
        'step 4/4 (done done done done) weight 100 set, 100 actual',
        '3 desired, 3 there, 3 updated, 3 ready, 3 available',
        'stable revision 3 with web:1: 3 of 3 ready (3 Running)',
      ]);
    });

    it('restarts', () => {
      expect(sentencesOf('restarting')).toEqual([
        'Progressing: rollout is restarting',
        'step 4/4 (done done done done) weight 100 set, 100 actual',
        '3 desired, 3 there, 3 updated, 3 ready, 3 available',
        'stable revision 2 with web:2: 3 of 3 ready (1 Terminating, not ready; 2 Running)',
      ]);
    });

    it('is scaled to zero', () => {
      expect(sentencesOf('scaled-to-zero')).toEqual([
        'Healthy',
        'step 4/4 (done done done done) weight 100 set, 100 actual',
        '0 desired, 0 there, 0 updated, 0 ready, 0 available',
        'stable revision 2 with web:2: 0 of 0 ready',
      ]);
    });
  });

  describe('held or failed', () => {
    it('is aborted, at no step and not finished', () => {
      expect(sentencesOf('aborted')).toEqual([
        'Degraded: RolloutAborted: Rollout aborted update to revision 2, aborted',
        'step 0/4 (waiting waiting waiting waiting) weight 0 set, 0 actual',
        '3 desired, 3 there, 0 updated, 3 ready, 3 available',
        'canary revision 2 with web:2: 0 of 0 ready',
        'stable revision 1 with web:1: 3 of 3 ready (3 Running)',
      ]);
    });

    it('is aborted without steps, and gets no traffic there either', () => {
      expect(sentencesOf('aborted-without-steps').slice(0, 2)).toEqual([
        'Degraded: RolloutAborted: Rollout aborted update to revision 2, aborted',
        'weight 0 set, 0 actual',
      ]);
    });

    it('exceeds its progress deadline', () => {
      expect(sentencesOf('progress-deadline-exceeded')).toEqual([
        'Degraded: ProgressDeadlineExceeded: ReplicaSet "web-7d4b9c6f85" has timed out progressing.',
        'step 0/4 (current waiting waiting waiting) weight 34 set, 0 actual',
        '3 desired, 4 there, 1 updated, 3 ready, 3 available',
        'canary revision 2 with web:2: 0 of 1 ready (1 ImagePullBackOff, not ready)',
        'stable revision 1 with web:1: 3 of 3 ready (3 Running)',
      ]);
    });

    it('has a spec that makes no sense', () => {
      expect(sentencesOf('invalid-spec')).toEqual([
        'Degraded: InvalidSpec: The Rollout "web" is invalid: spec.strategy.maxSurge: Invalid value: 0: MaxSurge and MaxUnavailable both can not be zero',
        'step ?/4 (skipped skipped skipped skipped) weight 34 set, 0 actual',
        '3 desired, 0 there, 0 updated, 0 ready, 0 available',
      ]);
    });

    it('is not healthy while its spec is not observed, whatever its status says', () => {
      expect(sentencesOf('spec-not-observed')[0]).toBe(
        'Progressing: waiting for rollout spec update to be observed',
      );
      expect(sentencesOf('workload-ref-not-observed')[0]).toBe(
        'Progressing: waiting for rollout spec update to be observed for the reference workload',
      );
    });

    it('is paused by its spec', () => {
      expect(sentencesOf('paused-by-spec').slice(0, 2)).toEqual([
        'Paused: manually paused, since 2026-03-01T10:00:12Z',
        'step 0/4 (current waiting waiting waiting) weight 34 set, 0 actual',
      ]);
    });

    it('waits for somebody to judge an inconclusive analysis', () => {
      const status = statusOf('inconclusive-analysis');
      expect(sentences(status)[0]).toBe(
        'Paused: InconclusiveAnalysisRun, since 2026-03-01T10:00:12Z',
      );
      expect(steps(status)).toEqual([
        'Set weight to 34% (done)',
        'Run analysis success-rate (current)',
        'Set weight to 67% (waiting)',
      ]);
    });
  });

  describe('by strategy', () => {
    it('waits in blue-green until it is promoted', () => {
      expect(sentencesOf('blue-green-paused')).toEqual([
        'Paused: BlueGreenPause, since 2026-03-01T10:00:12Z',
        '3 desired, 6 there, 3 updated, 6 ready, 3 available',
        'preview revision 2 with web:2: 3 of 3 ready (3 Running)',
        'active revision 1 with web:1: 3 of 3 ready (3 Running)',
      ]);
      expect(statusOf('blue-green-paused').strategy).toBe('blueGreen');
    });

    it('keeps what was active before, for as long as its pods run', () => {
      expect(sentencesOf('blue-green-promoted')).toEqual([
        'Healthy',
        '3 desired, 6 there, 3 updated, 6 ready, 3 available',
        'active revision 2 with web:2: 3 of 3 ready (3 Running)',
        'old revision 1 with web:1: 3 of 3 ready (3 Running)',
      ]);
    });

    it('calls the new revision the preview, also without a service for it', () => {
      expect(sentencesOf('blue-green-without-preview').slice(2)).toEqual([
        'preview revision 2 with web:2: 0 of 3 ready',
        'active revision 1 with web:1: 3 of 3 ready (3 Running)',
      ]);
    });

    it('gets the weight that the traffic router has', () => {
      expect(sentencesOf('traffic-routed')[1]).toBe(
        'step 1/4 (done current waiting waiting) weight 10 set, 10 actual',
      );
    });

    it('names what routes the traffic, and whose pods it takes', () => {
      expect(statusOf('traffic-routed').trafficRouters).toEqual(['nginx']);
      expect(statusOf('paused-at-step').trafficRouters).toBeUndefined();
      expect(statusOf('workload-ref-not-observed').workloadRef).toEqual({
        kind: 'Deployment',
        name: 'web',
      });
      expect(
        trafficRouters(
          rolloutWith({
            strategy: {
              canary: {
                trafficRouting: {
                  istio: { virtualService: { name: 'web' } },
                  plugins: { 'example/router': {} },
                  managedRoutes: [{ name: 'testers' }],
                  maxTrafficWeight: 1000,
                },
              },
            },
          }),
        ),
      ).toEqual(['istio', 'example/router']);
    });

    it('says until when what is not needed any more is kept', () => {
      const status = statusOf('blue-green-promoted');
      expect(
        status.revisions.map(({ podHash, scaleDownAt }) => [
          podHash,
          scaleDownAt,
        ]),
      ).toEqual([
        ['7d4b9c6f85', undefined],
        ['6c8f9d7b54', '2026-03-01T10:00:42Z'],
      ]);
    });

    it('tells weights of another maximum in percent', () => {
      const status = statusOf('traffic-routed-of-a-thousand');
      expect(sentences(status)[1]).toBe(
        'step 2/3 (done done current) weight 33.3 set, 2.5 actual',
      );
      expect(steps(status)).toEqual([
        'Set weight to 2.5% (done)',
        'Scale the canary to 50% of the replicas (done)',
        'Set weight to 33.3% (current)',
      ]);
    });

    it('says every kind of step in words, and one that it does not know by its key', () => {
      expect(steps(statusOf('every-step-kind'))).toEqual([
        'Scale the canary to 1 replica (done)',
        'Send requests with X-Tester: "yes", User-Agent: "Mobile"* to the canary (done)',
        'Mirror 35% of the requests of route shadow to the canary (done)',
        'Set weight to 5% (done)',
        'Pause for 1m30s (done)',
        'Pause for 10s (done)',
        'Run an experiment with baseline, canary for 1h (current)',
        'Run analysis success-rate, latency, errors (waiting)',
        'Run plugin example/step (waiting)',
        'Remove mirror route shadow (waiting)',
        'Remove header route testers (waiting)',
        'Scale the canary to 50% of the replicas (waiting)',
        'Scale the canary to match its traffic weight (waiting)',
        'Pause for 1h30m (waiting)',
        'somethingNew (waiting)',
        'Pause until promoted (waiting)',
      ]);
    });
  });

  describe('with what could not be read', () => {
    const objects = objectsOf('paused-at-step');
    const without = (...parts: (keyof OwnedObjects)[]) =>
      statusAmong(objects, undefined, ...parts);

    it('does not know how much a canary gets without its ReplicaSets', () => {
      expect(sentences(without('replicaSets', 'pods'))).toEqual([
        'Paused: CanaryPauseStep, since 2026-03-01T10:00:12Z',
        'step 1/4 (done current waiting waiting) weight 34 set, ? actual',
        '3 desired, 3 there, 1 updated, 3 ready, 3 available',
      ]);
    });

    it('tells the revisions without their pods', () => {
      expect(sentences(without('pods'))).toEqual([
        'Paused: CanaryPauseStep, since 2026-03-01T10:00:12Z',
        'step 1/4 (done current waiting waiting) weight 34 set, 33 actual',
        '3 desired, 3 there, 1 updated, 3 ready, 3 available',
        'canary revision 2 with web:2: 1 of 1 ready',
        'stable revision 1 with web:1: 2 of 2 ready',
      ]);
    });

    it('says which parts these are', () => {
      expect(without('pods', 'events')).toMatchObject({
        unread: ['pods', 'events'],
        events: undefined,
        analysisRuns: [],
        experiments: [],
        services: [],
      });
      expect(without('analysisRuns', 'experiments')).toMatchObject({
        unread: ['analysisRuns', 'experiments'],
        analysisRuns: undefined,
        experiments: undefined,
        events: [],
      });
      expect(without().unread).toEqual([]);
    });

    it('does not know at which step it was aborted', () => {
      expect(statusOf('aborted')).toMatchObject({
        abort: { step: 'unknown' },
      });
    });

    it('takes ReplicaSets and pods of other owners for none of its own', () => {
      const other = rolloutObjectSchema.parse({
        ...objects[0],
        metadata: { name: 'other', namespace: 'shop', uid: 'other' },
      });
      expect(
        rolloutStatus(other, ownedAmong(objects), { now: new Date() })
          .revisions,
      ).toEqual([]);
    });
  });
});
