import { z } from 'zod/v4';
import { listOf } from '../../../clusters/listOf';
import { liveMetadata } from './liveMetadata';

const target = z.object({
  apiVersion: z.string().optional(),
  kind: z.string().optional(),
  name: z.string(),
});

const conditions = listOf(
  z.object({
    type: z.string(),
    status: z.string(),
    reason: z.string().optional(),
    message: z.string().optional(),
  }),
);

interface ScalerFields {
  metadata: z.output<typeof liveMetadata>;
  target: z.output<typeof target>;
  minReplicas?: number;
  conditions: z.output<typeof conditions>;
}

/** What scales a workload, as far as checks look at it. */
export interface Scaler extends ScalerFields {
  kind: 'HorizontalPodAutoscaler' | 'ScaledObject' | 'VerticalPodAutoscaler';
}

const status = z
  .object({ conditions })
  .nullish()
  .transform(value => value?.conditions ?? []);

const count = z.number().int().nullish();

/** HorizontalPodAutoscaler (autoscaling/v2). */
export const horizontalPodAutoscalerSchema = z
  .object({
    metadata: liveMetadata,
    spec: z.object({ scaleTargetRef: target, minReplicas: count }),
    status,
  })
  .transform(
    (object): Scaler => ({
      kind: 'HorizontalPodAutoscaler',
      metadata: object.metadata,
      target: object.spec.scaleTargetRef,
      minReplicas: object.spec.minReplicas ?? undefined,
      conditions: object.status,
    }),
  );

/** ScaledObject (keda.sh/v1alpha1); where it says no kind, it means a Deployment. */
export const scaledObjectSchema = z
  .object({
    metadata: liveMetadata,
    spec: z.object({ scaleTargetRef: target, minReplicaCount: count }),
    status,
  })
  .transform(
    (object): Scaler => ({
      kind: 'ScaledObject',
      metadata: object.metadata,
      target: { kind: 'Deployment', ...object.spec.scaleTargetRef },
      minReplicas: object.spec.minReplicaCount ?? undefined,
      conditions: object.status,
    }),
  );

/** VerticalPodAutoscaler (autoscaling.k8s.io/v1). */
export const verticalPodAutoscalerSchema = z
  .object({
    metadata: liveMetadata,
    spec: z.object({ targetRef: target }),
    status,
  })
  .transform(
    (object): Scaler => ({
      kind: 'VerticalPodAutoscaler',
      metadata: object.metadata,
      target: object.spec.targetRef,
      conditions: object.status,
    }),
  );
