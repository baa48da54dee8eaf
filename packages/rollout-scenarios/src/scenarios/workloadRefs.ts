import type { Stage } from '../play/Stage';
import { deploymentManifest } from '../play/rolloutManifest';
import { ABORTED, basic, PAUSED, STEPS } from './basicCanary';
import type { Scenario } from './Scenario';

async function start(stage: Stage): Promise<void> {
  await stage.apply(deploymentManifest({ tag: '1' }));
  const strategy = basic(STEPS);
  await stage.start({ tag: '1', strategy, workloadRef: true });
}

/** Rollouts that take their pods from a Deployment. */
export const workloadRefs: Scenario[] = [
  {
    name: 'workload-ref-healthy',
    play: start,
  },
  {
    name: 'workload-ref-paused',
    async play(stage) {
      await start(stage);
      await stage.apply(deploymentManifest({ tag: '2' }));
      await stage.settles({ ...PAUSED, step: 1, available: 3 });
    },
  },
  {
    name: 'workload-ref-aborted',
    async play(stage) {
      await start(stage);
      await stage.apply(deploymentManifest({ tag: '2' }));
      await stage.settles({ ...PAUSED, step: 1, available: 3 });
      await stage.argo('abort');
      await stage.settles(ABORTED);
    },
  },
  {
    name: 'workload-ref-changed-while-invalid',
    async play(stage) {
      await start(stage);
      const steps = [...STEPS.slice(1), { setWeight: 101 }];
      await stage.change({ strategy: basic(steps) });
      await stage.settles({ phase: 'Degraded', message: /^InvalidSpec: / });
      await stage.apply(deploymentManifest({ tag: '2' }));
      await stage.settlesAnnotation(
        'rollout.argoproj.io/workload-generation',
        '2',
      );
    },
  },
  {
    name: 'workload-ref-changed-without-controller',
    play: start,
    async withoutController(stage) {
      await stage.apply(deploymentManifest({ tag: '2' }));
    },
  },
];
