import {
  GithubAppCredentialsMux,
  GithubIntegrationConfig,
} from '@backstage/integration';
import { z } from 'zod/v4';
import { withDeadline } from '../../clusters/withDeadline';
import {
  askHost,
  HOST_LIMITS,
  UNREADABLE,
} from '../../proposals/gitHosts/askHost';
import { credentialsFailure } from '../../proposals/gitHosts/github/credentialsFailure';
import { HostIdentity } from './HostIdentity';

const viewerSchema = z.object({
  data: z.object({ viewer: z.object({ login: z.string() }) }),
});

const installationsSchema = z.array(
  z.object({
    app_slug: z.string(),
    account: z.object({ login: z.string() }).nullish(),
    permissions: z.record(z.string(), z.string()),
  }),
);

/** Who GitHub knows an integration as: a GitHub App wherever it is installed, or the owner of a token. */
export async function githubIdentities(
  config: GithubIntegrationConfig,
): Promise<HostIdentity[]> {
  return config.apps?.length
    ? appIdentities(config)
    : [await tokenIdentity(config)];
}

async function appIdentities(
  config: GithubIntegrationConfig,
): Promise<HostIdentity[]> {
  let answer: unknown;
  try {
    answer = await withDeadline(HOST_LIMITS.milliseconds, () =>
      new GithubAppCredentialsMux(config).getAllInstallations(),
    );
  } catch (error) {
    const failure = credentialsFailure(error);
    return [
      failure.outcome === 'unavailable'
        ? { state: 'unavailable', because: failure.because }
        : { state: 'refused' },
    ];
  }
  const installations = installationsSchema.safeParse(answer).data;
  if (!installations) {
    return [{ state: 'unavailable', because: UNREADABLE.because }];
  }
  return installations.map(({ account, app_slug: app, permissions }) => ({
    state: 'known',
    account: `GitHub App ${app}${account ? ` of ${account.login}` : ''}`,
    scopes: Object.entries(permissions).map(([name, may]) => `${name}: ${may}`),
  }));
}

async function tokenIdentity({
  apiBaseUrl,
  host,
  token,
}: GithubIntegrationConfig): Promise<HostIdentity> {
  if (!token) {
    return { state: 'missing' };
  }
  const baseUrl = apiBaseUrl ?? `https://${host}/api/v3`;
  const asked = await askHost(
    {
      method: 'POST',
      // GitHub Enterprise has the one below /api/v3, the other below /api.
      url: `${baseUrl.replace(/\/api\/v3$/, '/api')}/graphql`,
      headers: {
        accept: 'application/json',
        authorization: `token ${token}`,
        'content-type': 'application/json',
        'user-agent': 'backstage-plugin-progressive-delivery',
      },
      body: JSON.stringify({ query: '{ viewer { login } }' }),
    },
    HOST_LIMITS,
  );
  if (asked.outcome !== 'answered') {
    return { state: 'unavailable', because: asked.because };
  }
  const { body, headers, status } = asked.answer;
  if (status === 401) {
    return { state: 'refused' };
  }
  const viewer = viewerSchema.safeParse(body).data?.data.viewer;
  // Classic tokens have scopes, fine-grained ones and those of Apps have none.
  const scopes = headers.get('x-oauth-scopes');
  return viewer
    ? {
        state: 'known',
        account: viewer.login,
        scopes: scopes === null ? undefined : listOf(scopes),
      }
    : {
        state: 'unavailable',
        because: { id: 'answeredWith', parameters: { status } },
      };
}

function listOf(scopes: string): string[] {
  return scopes
    .split(',')
    .map(each => each.trim())
    .filter(Boolean);
}
