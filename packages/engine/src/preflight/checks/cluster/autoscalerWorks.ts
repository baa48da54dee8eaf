import { liveObject } from '../foundObject';
import { preflightCheck } from '../preflightCheck';

/** What Argo CD takes for Degraded (argo-cd v3.6 gitops-engine/pkg/health/health_hpa.go). */
const DEGRADED = [
  'AbleToScale FailedGetScale',
  'AbleToScale FailedUpdateScale',
  'ScalingActive FailedGetResourceMetric',
  'ScalingActive InvalidSelector',
];

/** Measured: an autoscaler without metrics is Degraded, and keeps Argo CD from pruning: the switch hangs at double capacity. */
export const autoscalerWorks = preflightCheck({
  id: 'autoscaler-works',
  severity: 'block',
  pieces: ['scalers'],
  run: ({ moved, target }, { scalers }) =>
    scalers.value.flatMap(scaler => {
      const scaled = moved.find(
        each =>
          scaler.metadata.namespace === each.namespace &&
          scaler.target.kind === each.kind &&
          scaler.target.name === each.name,
      );
      const failing =
        scaler.kind === 'HorizontalPodAutoscaler'
          ? scaler.conditions.find(({ reason, type }) =>
              DEGRADED.includes(`${type} ${reason}`),
            )
          : undefined;
      return scaled && failing
        ? [
            {
              object: liveObject(scaler, target),
              message: 'autoscalerFails',
              parameters: {
                autoscaler: scaler.metadata.name,
                namespace: scaler.metadata.namespace ?? '',
                workload: scaled.name,
                condition: failing.type,
                reason: failing.reason ?? '',
                said: failing.message ?? '',
              },
            },
          ]
        : [];
    }),
});
