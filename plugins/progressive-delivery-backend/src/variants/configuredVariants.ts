import {
  VariantService,
  VariantServiceOptions,
} from '@progressive-delivery/engine';
import { ProgressiveDeliveryConfig } from '../config';

/** Renders with the tools and limits of the configuration. */
export function configuredVariants({
  config: { argocd, rendering, tools },
  ...parts
}: Pick<VariantServiceOptions, 'repositories' | 'charts' | 'capabilities'> & {
  config: Pick<ProgressiveDeliveryConfig, 'argocd' | 'rendering' | 'tools'>;
}): VariantService {
  return VariantService.create({
    ...parts,
    ...rendering,
    helm: tools.helm,
    kustomize: tools.kustomize,
    argocdTools: new Map(
      argocd.flatMap(({ name, tools: own }) =>
        own ? [[name, { ...tools, ...own }]] : [],
      ),
    ),
  });
}
