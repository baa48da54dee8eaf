import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  GithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { problemError } from '@progressive-delivery/engine';
import { RepositoryService } from '../git/RepositoryService';
import { CustomGitHosts } from './CustomGitHosts';
import { GiteaHost } from './gitHosts/gitea/GiteaHost';
import { GithubHost } from './gitHosts/github/GithubHost';
import { GitHost } from './gitHosts/GitHost';
import { GitlabHost } from './gitHosts/gitlab/GitlabHost';

/**
 * The Git host of a repository: of a module, or a known one with the credentials that `integrations` configures for it.
 *
 * @throws InputError where no pull request can be opened there
 */
export function gitHostFor(
  repository: string,
  {
    custom,
    integrations,
    github,
    logger,
    repositories,
  }: {
    custom: CustomGitHosts;
    logger: LoggerService;
    integrations: ScmIntegrations;
    /** Keeps the tokens of GitHub Apps. */
    github: GithubCredentialsProvider;
    repositories: Pick<RepositoryService, 'publish' | 'refresh' | 'treeWith'>;
  },
): GitHost {
  const ofModule = custom.of(repository, { repositories, logger });
  if (ofModule) {
    return ofModule;
  }
  const gitea = integrations.gitea.byUrl(repository);
  if (gitea) {
    return GiteaHost.create({ config: gitea.config, repositories });
  }
  const gitlab = integrations.gitlab.byUrl(repository);
  if (gitlab) {
    return GitlabHost.create({ config: gitlab.config, repositories });
  }
  const integration = integrations.github.byUrl(repository);
  if (integration) {
    const { config } = integration;
    return GithubHost.create({ config, credentials: github, repositories });
  }
  const host = new URL(repository).host;
  const type = integrations.byUrl(repository)?.type;
  throw problemError(
    InputError,
    type
      ? { id: 'hostNotSupported', parameters: { host, type } }
      : { id: 'hostNotConfigured', parameters: { host } },
  );
}
