import { TRACKING_ID } from '../../rollouts/objects/kinds/kubernetesObject';
import { ProgressiveDeliveryConfig } from '../../config';
import {
  Application,
  applicationSchema,
} from '../../targets/applications/application';
import { DeliveryTarget } from '../../targets/applications/DeliveryTarget';
import { flatMapKnown, known, Known, unknown } from './Known';
import { installationOf } from './installationOf';
import { LiveReader } from './LiveReader';

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

/** Reads what delivers the Application of a target. */
export async function readParent(
  target: DeliveryTarget,
  config: Pick<ProgressiveDeliveryConfig, 'argocd'>,
  reader: LiveReader,
): Promise<Known<ParentApplication | undefined>> {
  const delivered = installationOf(target, config);
  if (delivered.state === 'unknown') {
    return delivered;
  }
  const { application, installation } = delivered.value;
  const instanceName = parentName(application);
  if (instanceName === undefined) {
    return known(undefined);
  }
  // With its namespace where it is in another than Argo CD's own.
  const [name, namespace = installation.namespace] = instanceName
    .split('_')
    .reverse();
  if (
    namespace !== installation.namespace &&
    !installation.applicationNamespaces.includes(namespace)
  ) {
    return unknown({
      message: 'namespaceNotOurs',
      parameters: { application: instanceName },
    });
  }
  const { metadata } = application;
  return flatMapKnown(
    await reader.read(
      {
        cluster: installation.cluster,
        resource: 'applications',
        namespace,
        name,
      },
      applicationSchema,
    ),
    parent => {
      const own = parent?.status?.resources?.find(
        each =>
          each.kind === 'Application' &&
          each.name === metadata.name &&
          each.namespace === metadata.namespace,
      );
      return known(own && { instanceName, status: own.status });
    },
  );
}
