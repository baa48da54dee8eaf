import { ApplicationTarget } from '@progressive-delivery/engine';
import { ArgoCdConfig } from '../../config';

/** Where people have the Application of a target in Argo CD; absent where the configuration does not say. */
export function applicationUrl(
  {
    application: { metadata },
    argocd,
  }: Pick<ApplicationTarget, 'application' | 'argocd'>,
  installations: Pick<ArgoCdConfig, 'name' | 'url'>[],
): string | undefined {
  const { url } = installations.find(({ name }) => name === argocd) ?? {};
  const path = [metadata.namespace, metadata.name].map(encodeURIComponent);
  return url && `${url}/applications/${path.join('/')}`;
}
