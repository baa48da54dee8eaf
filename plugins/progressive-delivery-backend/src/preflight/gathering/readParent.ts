import {
  applicationSchema,
  DeliveryTarget,
  flatMapKnown,
  Known,
  known,
  ParentApplication,
  parentName,
  unknown,
} from '@progressive-delivery/engine';
import { ProgressiveDeliveryConfig } from '../../config';
import { installationOf } from './installationOf';
import { LiveReader } from './LiveReader';

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
