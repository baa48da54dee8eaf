import { Config } from '@backstage/config';
import { z } from 'zod/v4';

/** The configuration of the Kubernetes plugin, as far as it is read here. */
const kubernetesSchema = z.object({
  clusterLocatorMethods: z.array(
    z.object({
      type: z.string(),
      clusters: z.array(z.object({ name: z.string() })).optional(),
    }),
  ),
});

/**
 * Which clusters the Kubernetes plugin has.
 *
 * - `none`: it has nowhere to look for any
 * - `listed`: all of them stand in the app-config
 * - `found`: it finds them elsewhere, such as in the catalog
 */
export type KubernetesClusters =
  | { state: 'none' }
  | { state: 'listed'; names: string[] }
  | { state: 'found' };

/** Reads what of the Kubernetes plugin's configuration says so; what is wrong with it, the plugin itself reports. */
export function kubernetesClusters(config: Config): KubernetesClusters {
  const { data } = kubernetesSchema.safeParse(config.getOptional('kubernetes'));
  const locators = data?.clusterLocatorMethods ?? [];
  if (locators.some(({ type }) => type !== 'config')) {
    return { state: 'found' };
  }
  const names = locators.flatMap(({ clusters = [] }) =>
    clusters.map(({ name }) => name),
  );
  return names.length > 0 ? { state: 'listed', names } : { state: 'none' };
}
