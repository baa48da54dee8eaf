import { z } from 'zod/v4';

/** Strategies of the Kubernetes plugin (1.55 plugin-kubernetes-backend src/auth) that need the user's own token. */
const OF_USER = ['aks', 'google', 'oidc'];

/** What the Kubernetes plugin tells of its clusters, as far as it is read. */
export const clustersSchema = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      authProvider: z.string(),
      oidcTokenProvider: z.string().optional(),
    }),
  ),
});

/**
 * Whose credentials a cluster is asked with.
 *
 * - `own`: those that the Kubernetes plugin has
 * - `user`: the user's own, from the provider of `kubernetesAuthProvidersApi` of that name, carried by that header
 */
export type ClusterCredentials =
  | { of: 'own' }
  | { of: 'user'; provider: string; header: string };

export function clusterCredentials({
  authProvider,
  oidcTokenProvider,
}: z.output<typeof clustersSchema>['items'][number]): ClusterCredentials {
  if (!OF_USER.includes(authProvider)) {
    return { of: 'own' };
  }
  const parts = oidcTokenProvider
    ? [authProvider, oidcTokenProvider]
    : [authProvider];
  return {
    of: 'user',
    provider: parts.join('.'),
    header: ['backstage-kubernetes-authorization', ...parts]
      .join('-')
      .toLowerCase(),
  };
}
