import type { Stage } from '../play/Stage';
import { PAUSED } from './basicCanary';
import type { Scenario } from './Scenario';
import { alb, istio, nginx, routed, startRouted } from './trafficRouting';

const STEPS = [
  { setWeight: 10 },
  { pause: {} },
  { setWeight: 50 },
  { pause: { duration: '1h' } },
];

const withMatch = {
  setHeaderRoute: {
    name: 'testers',
    match: [{ headerName: 'X-Tester', headerValue: { exact: 'yes' } }],
  },
};
const withMirror = {
  setMirrorRoute: {
    name: 'shadow',
    percentage: 35,
    match: [{ method: { exact: 'GET' }, path: { prefix: '/' } }],
  },
};

/** The second revision has come to the first stop. */
async function pauseAtFirstStop(
  stage: Stage,
  more: Record<string, unknown> = {},
): Promise<void> {
  await startRouted(stage, nginx, STEPS, more);
  await stage.change({ tag: '2' });
  await stage.settles({ ...PAUSED, step: 1, weight: 10, available: 4 });
}

/** The second revision has more pods than the first, since that is scaled down with its weight. */
async function pauseScaled(stage: Stage): Promise<void> {
  const steps = [{ setWeight: 67 }, { pause: {} }];
  await startRouted(stage, nginx, steps, { dynamicStableScale: true });
  await stage.change({ tag: '2' });
  await stage.settles({
    ...PAUSED,
    step: 1,
    weight: 67,
    replicas: 4,
    updated: 3,
  });
}

const scaleSteps = (setCanaryScale: Record<string, unknown>) => [
  { setCanaryScale },
  { setWeight: 10 },
  { pause: {} },
];

/** Canaries whose weight a traffic router sets. */
export const routedCanaries: Scenario[] = [
  {
    name: 'routed-initial-deploy',
    async play(stage) {
      await stage.apply(...nginx.objects);
      const strategy = routed(nginx, STEPS);
      await stage.create({ tag: '1-bad', strategy });
      await stage.settlesPods('1-bad', 3);
      await stage.settles({ phase: 'Progressing', updated: 3, available: 0 });
    },
  },
  {
    name: 'routed-step-0-waiting-for-pods',
    async play(stage) {
      await startRouted(stage, nginx, STEPS);
      await stage.change({ tag: '2-bad' });
      await stage.settlesPods('2-bad', 1);
      await stage.settles({ phase: 'Progressing', step: 0, replicas: 4 });
    },
  },
  {
    name: 'routed-paused',
    play: stage => pauseAtFirstStop(stage),
  },
  {
    name: 'routed-paused-of-a-thousand',
    async play(stage) {
      const trafficRouting = {
        ...nginx.strategy.trafficRouting,
        maxTrafficWeight: 1000,
      };
      const steps = [{ setWeight: 25 }, { pause: {} }];
      await startRouted(stage, nginx, steps, { trafficRouting });
      await stage.change({ tag: '2' });
      await stage.settles({ ...PAUSED, step: 1, weight: 25, available: 4 });
    },
  },
  {
    name: 'routed-weight-behind-the-step',
    async play(stage) {
      await pauseAtFirstStop(stage);
      await stage.limitPods(4);
      await stage.argo('promote');
      await stage.settles({ phase: 'Progressing', step: 2, weight: 10 });
    },
  },
  {
    name: 'routed-promoted',
    async play(stage) {
      const more = { scaleDownDelaySeconds: 3600 };
      await startRouted(stage, nginx, STEPS.slice(0, 2), more);
      await stage.change({ tag: '2' });
      await stage.settles({ ...PAUSED, step: 1, weight: 10 });
      await stage.argo('promote');
      await stage.settles({ phase: 'Healthy', replicas: 6, available: 6 });
    },
  },
  {
    name: 'routed-aborted',
    async play(stage) {
      const more = { abortScaleDownDelaySeconds: 3600 };
      await pauseAtFirstStop(stage, more);
      await stage.argo('abort');
      await stage.settles({ phase: 'Degraded', aborted: true, weight: 0 });
    },
  },
  {
    name: 'routed-aborted-and-scaled-down',
    async play(stage) {
      const more = { abortScaleDownDelaySeconds: 1 };
      await pauseAtFirstStop(stage, more);
      await stage.argo('abort');
      await stage.settles({
        phase: 'Degraded',
        aborted: true,
        replicas: 3,
        updated: 0,
        weight: 0,
      });
    },
  },
  {
    name: 'routed-dynamic-stable-scale',
    play: stage => pauseScaled(stage),
  },
  {
    name: 'routed-dynamic-stable-scale-aborting',
    async play(stage) {
      await pauseScaled(stage);
      await stage.limitPods(4);
      await stage.argo('abort');
      await stage.settles({ phase: 'Degraded', aborted: true, weight: 67 });
    },
  },
  {
    name: 'canary-scale-in-replicas',
    async play(stage) {
      await startRouted(stage, nginx, scaleSteps({ replicas: 2 }));
      await stage.change({ tag: '2-bad' });
      await stage.settlesPods('2-bad', 2);
      await stage.settles({ phase: 'Progressing', step: 0, updated: 2 });
    },
  },
  {
    name: 'canary-scale-in-percent',
    async play(stage) {
      await startRouted(stage, nginx, scaleSteps({ weight: 67 }));
      await stage.change({ tag: '2' });
      await stage.settles({ ...PAUSED, step: 2, weight: 10, available: 6 });
    },
  },
  {
    name: 'canary-scale-matches-weight',
    async play(stage) {
      await startRouted(stage, nginx, [
        { setCanaryScale: { replicas: 3 } },
        { setWeight: 10 },
        { setCanaryScale: { matchTrafficWeight: true } },
        { pause: {} },
      ]);
      await stage.change({ tag: '2' });
      await stage.settles({ ...PAUSED, step: 3, weight: 10 });
    },
  },
  {
    name: 'header-route',
    async play(stage) {
      await startRouted(stage, alb, [
        { setCanaryScale: { replicas: 1 } },
        withMatch,
        { pause: {} },
        { setHeaderRoute: { name: 'testers' } },
      ]);
      await stage.change({ tag: '2' });
      await stage.settles({ ...PAUSED, step: 2, available: 4 });
    },
  },
  {
    name: 'header-route-removed',
    async play(stage) {
      await startRouted(stage, istio, [
        { setCanaryScale: { replicas: 1 } },
        withMatch,
        { setHeaderRoute: { name: 'testers' } },
        { pause: {} },
      ]);
      await stage.change({ tag: '2' });
      await stage.settles({ ...PAUSED, step: 3, available: 4 });
    },
  },
  {
    name: 'mirror-route',
    async play(stage) {
      await startRouted(stage, istio, [
        { setCanaryScale: { replicas: 1 } },
        withMirror,
        { pause: {} },
        { setMirrorRoute: { name: 'shadow' } },
      ]);
      await stage.change({ tag: '2' });
      await stage.settles({ ...PAUSED, step: 2, available: 4 });
    },
  },
  {
    name: 'mesh-paused',
    async play(stage) {
      await startRouted(stage, istio, STEPS);
      await stage.change({ tag: '2' });
      await stage.settles({ ...PAUSED, step: 1, weight: 10, available: 4 });
      await stage.argo('promote');
      await stage.settles({ ...PAUSED, step: 3, weight: 50, available: 5 });
    },
  },
  {
    name: 'ping-pong-paused',
    async play(stage) {
      const more = {
        stableService: undefined,
        canaryService: undefined,
        pingPong: { pingService: 'web-stable', pongService: 'web-canary' },
      };
      await startRouted(stage, alb, STEPS, more);
      await stage.change({ tag: '2' });
      await stage.settles({ ...PAUSED, step: 1, weight: 10, available: 4 });
    },
  },
];
