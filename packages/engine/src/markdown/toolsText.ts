import { RenderProfile } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** The tools that something was rendered with, with their versions. */
export function toolsText({
  helm,
  kustomize,
}: Pick<RenderProfile, 'helm' | 'kustomize'>): string {
  return kustomize === undefined
    ? `Helm ${helm}`
    : `Helm ${helm} and Kustomize ${kustomize}`;
}
