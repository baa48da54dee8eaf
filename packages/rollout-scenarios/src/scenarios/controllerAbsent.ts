import { rolloutManifest } from '../play/rolloutManifest';
import { ABORTED, basic, pauseAt, STEPS, update } from './basicCanary';
import type { Scenario } from './Scenario';
import { services } from './services';
import { nginx, routed, startRouted } from './trafficRouting';

/** What people do while no controller runs that could act on it. */
export const controllerAbsent: Scenario[] = [
  {
    name: 'absent-from-the-start',
    async play() {
      // The Rollout comes when the controller has gone.
    },
    async withoutController(stage) {
      await stage.create({ tag: '1', strategy: basic(STEPS) });
    },
  },
  {
    name: 'absent-from-the-start-of-blue-green',
    play: stage => stage.apply(...services('web')),
    async withoutController(stage) {
      const strategy = { blueGreen: { activeService: 'web' } };
      await stage.create({ tag: '1', strategy });
    },
  },
  {
    name: 'absent-and-nothing-happened',
    play: stage => pauseAt(stage, 1),
    async withoutController() {
      // What is recorded looks like a Rollout that a controller takes care of.
    },
  },
  {
    name: 'absent-new-image',
    play: stage => stage.start({ tag: '1', strategy: basic(STEPS) }),
    withoutController: stage => stage.change({ tag: '2' }),
  },
  {
    name: 'absent-scaled',
    play: stage => stage.start({ tag: '1', strategy: basic(STEPS) }),
    withoutController: stage => stage.change({ replicas: 6 }),
  },
  {
    name: 'absent-paused-by-spec',
    play: stage => pauseAt(stage, 1),
    withoutController: stage => stage.argo('pause'),
  },
  {
    name: 'absent-restart-asked-for',
    play: stage => stage.start({ tag: '1', strategy: basic(STEPS) }),
    withoutController: stage => stage.argo('restart'),
  },
  {
    name: 'absent-promoted',
    play: stage => pauseAt(stage, 1),
    withoutController: stage => stage.argo('promote'),
  },
  {
    name: 'absent-promoted-fully',
    play: stage => pauseAt(stage, 1),
    withoutController: stage => stage.argo('promote', '--full'),
  },
  {
    name: 'absent-skipped-all-steps',
    play: stage => pauseAt(stage, 1),
    withoutController: stage => stage.argo('promote', '--skip-all-steps'),
  },
  {
    name: 'absent-aborted',
    play: stage => pauseAt(stage, 3),
    withoutController: stage => stage.argo('abort'),
  },
  {
    name: 'absent-aborted-routed',
    async play(stage) {
      await startRouted(stage, nginx, STEPS);
      await stage.change({ tag: '2' });
      await stage.settles({ phase: 'Paused', step: 1, weight: 34 });
    },
    withoutController: stage => stage.argo('abort'),
  },
  {
    name: 'absent-aborted-without-steps',
    async play(stage) {
      await update(stage, [], { tag: '2-bad' });
      await stage.settles({ phase: 'Progressing', replicas: 4 });
    },
    withoutController: stage => stage.argo('abort'),
  },
  {
    name: 'absent-retried',
    async play(stage) {
      await pauseAt(stage, 1);
      await stage.argo('abort');
      await stage.settles(ABORTED);
    },
    withoutController: stage => stage.argo('retry rollout'),
  },
  {
    name: 'absent-steps-shortened',
    play: stage => pauseAt(stage, 3),
    withoutController: stage =>
      stage.change({ strategy: basic(STEPS.slice(0, 2)) }),
  },
  {
    name: 'absent-steps-removed',
    play: stage => pauseAt(stage, 3),
    withoutController: stage => stage.change({ strategy: basic([]) }),
  },
  {
    name: 'absent-steps-added',
    async play(stage) {
      await stage.start({ tag: '1', strategy: basic([]) });
    },
    withoutController: stage => stage.change({ strategy: basic(STEPS) }),
  },
  {
    name: 'absent-strategy-changed',
    async play(stage) {
      await stage.apply(...services('web'));
      await pauseAt(stage, 1);
    },
    withoutController: stage =>
      stage.change({ strategy: { blueGreen: { activeService: 'web' } } }),
  },
  {
    name: 'absent-traffic-routing-added',
    async play(stage) {
      await stage.apply(...nginx.objects);
      await pauseAt(stage, 1);
    },
    withoutController: stage =>
      stage.change({ strategy: routed(nginx, STEPS) }),
  },
  {
    name: 'absent-and-created-anew',
    play: stage => pauseAt(stage, 1),
    async withoutController(stage) {
      await stage.kubectl([
        ...['delete', 'rollouts.argoproj.io', 'web'],
        ...['--cascade=orphan', '--wait=true'],
      ]);
      await stage.apply(rolloutManifest({ tag: '2', strategy: basic(STEPS) }));
    },
  },
];
