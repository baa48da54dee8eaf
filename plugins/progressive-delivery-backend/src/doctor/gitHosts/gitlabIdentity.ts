import { GitLabIntegrationConfig } from '@backstage/integration';
import { z } from 'zod/v4';
import { Asked, askHost, HOST_LIMITS } from '../../proposals/gitHosts/askHost';
import { HostIdentity } from './HostIdentity';

const tokenSchema = z.object({ scopes: z.array(z.string()) });
const userSchema = z.object({ username: z.string() });

/** Who GitLab knows an integration as, and the scopes of its token, be it of a user, a group or a project. */
export async function gitlabIdentity(
  config: GitLabIntegrationConfig,
): Promise<HostIdentity> {
  if (!config.token) {
    return { state: 'missing' };
  }
  const [user, token] = await Promise.all([
    ask(config, 'user'),
    ask(config, 'personal_access_tokens/self'),
  ]);
  if (user.outcome !== 'answered') {
    return { state: 'unavailable', because: user.because };
  }
  if (user.answer.status === 401) {
    return { state: 'refused' };
  }
  const username = userSchema.safeParse(user.answer.body).data?.username;
  if (username === undefined) {
    return {
      state: 'unavailable',
      because: {
        id: 'answeredWith',
        parameters: { status: user.answer.status },
      },
    };
  }
  const scopes =
    token.outcome === 'answered'
      ? tokenSchema.safeParse(token.answer.body).data?.scopes
      : undefined;
  return { state: 'known', account: username, scopes };
}

async function ask(
  { apiBaseUrl, token }: GitLabIntegrationConfig,
  path: string,
): Promise<Asked> {
  return askHost(
    {
      method: 'GET',
      url: `${apiBaseUrl.replace(/\/+$/, '')}/${path}`,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
      },
    },
    HOST_LIMITS,
  );
}
