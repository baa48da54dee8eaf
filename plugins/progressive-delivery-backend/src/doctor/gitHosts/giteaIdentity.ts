import {
  getGiteaRequestOptions,
  GiteaIntegrationConfig,
} from '@backstage/integration';
import { z } from 'zod/v4';
import { askHost, HOST_LIMITS } from '../../proposals/gitHosts/askHost';
import { HostIdentity } from './HostIdentity';

const userSchema = z.object({ login: z.string() });

/** Who Gitea knows an integration as. It tells nobody the scopes of a token. */
export async function giteaIdentity(
  config: GiteaIntegrationConfig,
): Promise<HostIdentity> {
  const { headers } = getGiteaRequestOptions(config);
  if (!headers || Object.keys(headers).length === 0) {
    return { state: 'missing' };
  }
  const baseUrl = config.baseUrl ?? `https://${config.host}`;
  const asked = await askHost(
    {
      method: 'GET',
      url: `${baseUrl.replace(/\/+$/, '')}/api/v1/user`,
      headers: { ...headers, Accept: 'application/json' },
    },
    HOST_LIMITS,
  );
  if (asked.outcome !== 'answered') {
    return { state: 'unavailable', because: asked.because };
  }
  const { body, status } = asked.answer;
  switch (status) {
    case 401:
      return { state: 'refused' };
    case 403:
      // A token without the scope read:user, which nothing needs.
      return {
        state: 'known',
        account: config.username ?? 'owner of the token',
      };
    default: {
      const login = userSchema.safeParse(body).data?.login;
      return login === undefined
        ? {
            state: 'unavailable',
            because: { id: 'answeredWith', parameters: { status } },
          }
        : { state: 'known', account: login };
    }
  }
}
