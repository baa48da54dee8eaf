import { z } from 'zod/v4';
import { listOf } from '@progressive-delivery/engine';

/** Answer of `/version` (k8s.io/apimachinery pkg/version). */
export const versionSchema = z.object({
  /** Such as `v1.37.2` or `v1.36.4-gke.100`. */
  gitVersion: z
    .string()
    .regex(/\d+\.\d+\.\d+/)
    .transform(text => /\d+\.\d+\.\d+/.exec(text)![0]),
});

/** Answer of `/api` and `/apis`, aggregated (k8s.io/api apidiscovery/v2). */
export const discoverySchema = z.object({
  kind: z.literal('APIGroupDiscoveryList'),
  items: listOf(
    z.object({
      /** Without a name, the core group. */
      metadata: z
        .object({ name: z.string().default('') })
        .default({ name: '' }),
      /** The preferred one first. */
      versions: listOf(
        z.object({
          version: z.string(),
          resources: listOf(
            z.object({
              resource: z.string(),
              responseKind: z.object({ kind: z.string() }).nullish(),
              verbs: listOf(z.string()),
            }),
          ),
        }),
      ),
    }),
  ),
});

/**
 * Of each resource the preferred version, or the first that has it, where it can be listed and watched (argo-cd v3.6
 * gitops-engine pkg/utils/kube `GetAPIResources`, util/argo `APIResourcesToStrings`). Argo CD leaves out what its
 * `resource.exclusions` name as well, which nobody but itself can read.
 */
export function apiVersionsFrom(
  lists: z.output<typeof discoverySchema>[],
): string[] {
  const versions = new Set<string>();
  for (const { metadata, versions: ofGroup } of lists.flatMap(
    ({ items }) => items,
  )) {
    const seen = new Set<string>();
    for (const { resources, version } of ofGroup) {
      const groupVersion = [metadata.name, version].filter(Boolean).join('/');
      for (const { resource, responseKind, verbs } of resources) {
        if (seen.has(resource) || !responseKind?.kind) {
          continue;
        }
        seen.add(resource);
        if (verbs.includes('list') && verbs.includes('watch')) {
          versions.add(groupVersion);
          versions.add(`${groupVersion}/${responseKind.kind}`);
        }
      }
    }
  }
  return Array.from(versions).sort();
}
