import { pauseAt, STEPS, update } from './basicCanary';
import type { Scenario } from './Scenario';

/** The Rollout of the same namespace and name in two clusters, which are not equally far. */
export const twoClusters: Scenario[] = [
  {
    name: 'two-clusters-first',
    namespace: 'shop',
    play: stage => pauseAt(stage, 1),
  },
  {
    name: 'two-clusters-second',
    namespace: 'shop',
    cluster: 'second',
    async play(stage) {
      await update(stage, STEPS, { tag: '2-bad' });
      await stage.settlesPods('2-bad', 1);
      await stage.settles({ phase: 'Progressing', step: 0, replicas: 4 });
    },
  },
];
