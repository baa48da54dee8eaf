import { createApiRef } from '@backstage/core-plugin-api';
import { DeliveryTargetSummary } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** As the Kubernetes plugin gives a user's token for clusters (`kubernetesAuthProvidersApiRef`). */
export interface ClusterAuthProviders {
  getCredentials(authProvider: string): Promise<{ token?: string }>;
}

/** Who has said no is not asked again at every poll. */
const DECLINED_MILLISECONDS = 5 * 60_000;

/**
 * The user's sign-in at those clusters that Backstage has no credentials of its own for. Tokens are asked for anew each
 * time and kept nowhere: whoever gives them out keeps them.
 */
export class ClusterSignIn {
  static create(): ClusterSignIn {
    return new ClusterSignIn();
  }

  private readonly declined = new Map<string, number>();
  /** Absent where the app has no Kubernetes plugin. */
  private providers: ClusterAuthProviders | undefined;

  private constructor() {}

  /** From now on tokens come from there; the Kubernetes plugin of an app is known to its components only. */
  connect(providers: ClusterAuthProviders | undefined): void {
    this.providers = providers;
  }

  /** The headers that carry the user's tokens; without those that the user does not want to give. */
  async headers(authProviders: string[]): Promise<Record<string, string>> {
    const tokens = await Promise.all(
      Array.from(new Set(authProviders), async authProvider => ({
        authProvider,
        token: await this.token(authProvider),
      })),
    );
    return Object.fromEntries(
      tokens.flatMap(({ authProvider, token }) =>
        token
          ? [
              [
                `Backstage-Kubernetes-Authorization-${authProvider.replace(
                  '.',
                  '-',
                )}`,
                token,
              ],
            ]
          : [],
      ),
    );
  }

  private async token(authProvider: string): Promise<string | undefined> {
    const declinedAt = this.declined.get(authProvider) ?? -Infinity;
    if (!this.providers || Date.now() - declinedAt < DECLINED_MILLISECONDS) {
      return undefined;
    }
    try {
      const { token } = await this.providers.getCredentials(authProvider);
      return token;
    } catch {
      // Declined, or no such provider: the backend then says which sign-in is missing, where it is missed.
      this.declined.set(authProvider, Date.now());
      return undefined;
    }
  }
}

export const clusterSignInApiRef = createApiRef<ClusterSignIn>({
  id: 'plugin.progressive-delivery.cluster-sign-in',
});

/** The providers of the tokens that a target's cluster is asked with; none for most. */
export function authProvidersOf(targets: DeliveryTargetSummary[]): string[] {
  return targets.flatMap(({ destination }) => destination.authProvider ?? []);
}
