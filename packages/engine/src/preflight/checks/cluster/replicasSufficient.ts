import { fieldOf } from '../../../variants/manifests/fields';
import { movedObject } from '../foundObject';
import { liveWorkload, replicasOf } from '../liveWorkload';
import { preflightCheck } from '../preflightCheck';

/**
 * The new workload starts with at least what runs. Measured: replicas that are left out, 5 running: 5, 6, then 1 for
 * good. Where an autoscaler works, it keeps what it wants, and there was no dip.
 */
export const replicasSufficient = preflightCheck({
  id: 'replicas-sufficient',
  severity: 'block',
  pieces: ['workloads', 'scalers'],
  run: ({ moved }, { scalers, workloads }) =>
    moved.flatMap(each => {
      const live = liveWorkload(each, workloads.value);
      const rendered = fieldOf(each.after.spec, 'replicas');
      const starting = typeof rendered === 'number' ? rendered : 1;
      if (!live || starting >= replicasOf(live)) {
        return [];
      }
      const scaled = scalers.value.some(
        ({ kind, metadata, target }) =>
          kind !== 'VerticalPodAutoscaler' &&
          metadata.namespace === each.namespace &&
          target.kind === each.kind &&
          target.name === each.name,
      );
      const parameters = {
        workload: each.name,
        becomes: each.becomes,
        running: replicasOf(live),
        starting,
      };
      return [
        {
          object: movedObject(each),
          ...(scaled
            ? ({
                severity: 'warn',
                message: 'fewerReplicasScaled',
                parameters,
              } as const)
            : ({ message: 'fewerReplicas', parameters } as const)),
        },
      ];
    }),
});
