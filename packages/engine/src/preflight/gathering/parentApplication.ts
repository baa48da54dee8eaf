import { Application } from '../../targets/applications/application';
import { TRACKING_ID } from '../../targets/applications/trackingId';

/** An Application that delivers another one, from what Git holds of that. */
export interface ParentApplication {
  /** What Argo CD calls it. */
  instanceName: string;
  /** How the other one compares with Git: `Synced` or `OutOfSync`. */
  status: string | undefined;
}

/**
 * The Application that delivers one, in its tracking id: `<application>:<group>/<kind>:<namespace>/<name>` (argo-cd v3.6
 * util/argo/resource_tracking.go). One that was copied from another object says nothing about this one.
 */
export function parentName({ metadata }: Application): string | undefined {
  const [application, kind, object] =
    metadata.annotations?.[TRACKING_ID]?.split(':') ?? [];
  return kind === 'argoproj.io/Application' &&
    object === `${metadata.namespace}/${metadata.name}`
    ? application || undefined
    : undefined;
}
