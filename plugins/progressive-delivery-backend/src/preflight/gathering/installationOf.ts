import {
  ApplicationTarget,
  DeliveryTarget,
  Known,
  known,
  unknown,
} from '@progressive-delivery/engine';
import { ArgoCdConfig, ProgressiveDeliveryConfig } from '../../config';

/** The Application that delivers a target, and the Argo CD that it is of; unknown where none delivers it. */
export function installationOf(
  target: DeliveryTarget,
  { argocd }: Pick<ProgressiveDeliveryConfig, 'argocd'>,
): Known<{
  application: ApplicationTarget['application'];
  installation: ArgoCdConfig;
}> {
  const installation =
    target.kind === 'application'
      ? argocd.find(({ name }) => name === target.argocd)
      : undefined;
  return target.kind === 'application' && installation
    ? known({ application: target.application, installation })
    : unknown({ message: 'noApplication', parameters: {} });
}
