import { fieldOf, partsOf } from '../../../variants/manifests/fields';
import { Manifest } from '../../../variants/manifests/manifests';
import { movedObject } from '../foundObject';
import { preflightCheck } from '../preflightCheck';

/**
 * Without a traffic router a weight is a number of pods: one that is less than half a pod, or the same pods as the step before,
 * is not what it says.
 */
export const weightsFitReplicas = preflightCheck({
  id: 'weights-fit-replicas',
  severity: 'warn',
  pieces: [],
  run: ({ moved }) =>
    moved.flatMap(each => {
      const replicas = fieldOf(each.after.spec, 'replicas');
      const steps =
        each.becomes === 'Rollout' && typeof replicas === 'number'
          ? coarseSteps(each.after, replicas)
          : [];
      return steps.length === 0
        ? []
        : [
            {
              object: movedObject(each),
              message: 'weightsTooFine' as const,
              parameters: {
                workload: each.name,
                replicas: Number(replicas),
                steps,
              },
            },
          ];
    }),
});

function coarseSteps({ spec }: Manifest, replicas: number): string[] {
  const canary = fieldOf(fieldOf(spec, 'strategy'), 'canary');
  if (replicas < 1 || fieldOf(canary, 'trafficRouting') !== undefined) {
    return [];
  }
  const surges = !['0', '0%'].includes(String(fieldOf(canary, 'maxSurge')));
  let last = 0;
  return partsOf(fieldOf(canary, 'steps')).flatMap(([, step]) => {
    const weight = fieldOf(step, 'setWeight');
    if (typeof weight !== 'number') {
      return [];
    }
    const { pods, total } = canaryPods(replicas, weight, surges);
    const coarse =
      weight > 0 &&
      weight < 100 &&
      (pods === last || (replicas * weight) / 100 < 0.5);
    last = pods;
    return coarse
      ? [
          `setWeight ${weight}: ${pods}/${total} (${Math.round(
            (pods * 100) / total,
          )}%)`,
        ]
      : [];
  });
}

/** As the controller rounds (argo-rollouts v1.10 utils/replicaset/canary.go approximateWeightedCanaryStableReplicaCounts). */
function canaryPods(
  replicas: number,
  weight: number,
  surges: boolean,
): { pods: number; total: number } {
  const exact = (replicas * weight) / 100;
  const [ceiling, floor] = [Math.ceil(exact), Math.floor(exact)];
  const isTied = (total: number) => ((total * weight) / 100) % 1 === 0.5;
  const zeroAllowed =
    weight === 100 || weight === 0 || (replicas === 1 && !surges);
  const options: { pods: number; total: number }[] = [];
  if (ceiling < replicas || zeroAllowed) {
    options.push({ pods: ceiling, total: replicas });
  }
  if (!isTied(replicas) && (floor !== 0 || zeroAllowed)) {
    options.push({ pods: floor, total: replicas });
  }
  if (surges) {
    const total = replicas + 1;
    options.push({ pods: ceiling, total });
    if (!isTied(total) && (floor !== 0 || zeroAllowed)) {
      options.push({ pods: floor, total });
    }
  }
  const off = ({ pods, total }: { pods: number; total: number }) =>
    Math.abs((pods * 100) / total - weight);
  return options.reduce(
    (best, option) => (off(option) < off(best) ? option : best),
    options[0] ?? { pods: 0, total: replicas },
  );
}
