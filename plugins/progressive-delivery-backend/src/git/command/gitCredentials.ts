import { ServiceUnavailableError } from '@backstage/errors';
import {
  BitbucketCloudIntegrationConfig,
  DefaultAzureDevOpsCredentialsProvider,
  DefaultGithubCredentialsProvider,
  getBitbucketCloudOAuthToken,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { gitUnreadable } from '../../gitUnreadable';
import { GitRemote } from './gitRemote';

/** Finds the `Authorization` header for a remote; `undefined` where the integration has no credentials. */
export class GitCredentials {
  static create(options: {
    integrations: ScmIntegrationRegistry;
  }): GitCredentials {
    return new GitCredentials(options.integrations);
  }

  private readonly github: DefaultGithubCredentialsProvider;
  private readonly azure: DefaultAzureDevOpsCredentialsProvider;

  private constructor(private readonly integrations: ScmIntegrationRegistry) {
    this.github =
      DefaultGithubCredentialsProvider.fromIntegrations(integrations);
    this.azure =
      DefaultAzureDevOpsCredentialsProvider.fromIntegrations(integrations);
  }

  /** @throws ServiceUnavailableError where the host, or who signs in for it, does not give a token */
  async authorization(remote: GitRemote): Promise<string | undefined> {
    try {
      return await this.find(remote);
    } catch (error) {
      // Without the error itself, which can carry the request and its secrets.
      throw gitUnreadable(
        {
          id: 'repositoryWithoutCredentials',
          parameters: {
            repository: remote.url,
            type: remote.type,
            message: (error as Error).message,
          },
        },
        ServiceUnavailableError,
      );
    }
  }

  private async find({ type, url }: GitRemote): Promise<string | undefined> {
    const { host } = new URL(url);
    switch (type) {
      case 'gitea': {
        const config = this.integrations.gitea.byHost(host)?.config;
        if (!config?.password) {
          return undefined;
        }
        // Without a user the password is a token, which Gitea takes as the user's name.
        return config.username
          ? basic(config.username, config.password)
          : basic(config.password, 'x-oauth-basic');
      }
      case 'github': {
        const { token } = await this.github.getCredentials({ url });
        return token && basic('x-access-token', token);
      }
      case 'gitlab': {
        const token = this.integrations.gitlab.byHost(host)?.config.token;
        return token && basic('oauth2', token);
      }
      case 'bitbucketCloud': {
        const config = this.integrations.bitbucketCloud.byHost(host)?.config;
        return config && bitbucketCloud(config);
      }
      case 'bitbucketServer': {
        const config = this.integrations.bitbucketServer.byHost(host)?.config;
        if (config?.token) {
          return `Bearer ${config.token}`;
        }
        return config?.username && config.password
          ? basic(config.username, config.password)
          : undefined;
      }
      case 'azure': {
        const credentials = await this.azure.getCredentials({ url });
        return credentials?.headers.Authorization;
      }
      default:
        return type satisfies never;
    }
  }
}

/** Which name goes with a token says what kind it is: one of OAuth or of a workspace, or an API token of a user. */
async function bitbucketCloud(
  config: BitbucketCloudIntegrationConfig,
): Promise<string | undefined> {
  const { appPassword, clientId, clientSecret, token, username } = config;
  if (clientId && clientSecret) {
    return basic(
      'x-token-auth',
      await getBitbucketCloudOAuthToken(clientId, clientSecret),
    );
  }
  if (token) {
    return basic(
      username ? 'x-bitbucket-api-token-auth' : 'x-token-auth',
      token,
    );
  }
  return username && appPassword ? basic(username, appPassword) : undefined;
}

function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}
