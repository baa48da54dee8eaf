import { z } from 'zod/v4';
import { listOf } from '../../../clusters/listOf';
import { liveMetadata } from './liveMetadata';

/** Those of the Deployment of the controller, in Argo Rollouts' manifests and in its chart. */
export const CONTROLLER_LABEL = 'app.kubernetes.io/name=argo-rollouts';

/** The Lease that the controller holds (argo-rollouts v1.10 controller/controller.go), unless it has an instance id. */
export const CONTROLLER_LEASE = 'argo-rollouts-controller-lock';

/** The Deployment of an Argo Rollouts controller. */
export const controllerDeploymentSchema = z
  .object({
    metadata: liveMetadata,
    spec: z.object({
      template: z.object({
        spec: z.object({
          containers: listOf(
            z.object({
              image: z.string().optional(),
              args: listOf(z.string()),
              command: listOf(z.string()),
            }),
          ),
        }),
      }),
    }),
    status: z.object({ availableReplicas: z.number().nullish() }).nullish(),
  })
  .transform(({ metadata, spec, status }) => ({
    metadata,
    available: (status?.availableReplicas ?? 0) > 0,
    /** As they are given, such as `--instance-id=a` or `--instance-id`, `a`. */
    arguments: spec.template.spec.containers.flatMap(({ args, command }) => [
      ...command,
      ...args,
    ]),
  }));

export const controllerLeaseSchema = z
  .object({
    metadata: liveMetadata,
    spec: z.object({
      renewTime: z.string().nullish(),
      leaseDurationSeconds: z.number().nullish(),
    }),
  })
  .transform(({ metadata, spec }) => ({
    metadata,
    renewedAt: spec.renewTime ? Date.parse(spec.renewTime) : undefined,
  }));

/** What tells whether a controller of Argo Rollouts runs. */
export interface RolloutsControllers {
  deployments: z.output<typeof controllerDeploymentSchema>[];
  /** Read only where no controller of `deployments` is available. */
  leases: z.output<typeof controllerLeaseSchema>[];
  /** When they were read, in milliseconds since 1970. */
  readAt: number;
}
