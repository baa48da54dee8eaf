import { InputError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { GitHost } from './GitHost';
import { GiteaHost } from './GiteaHost';

/**
 * The Git host of a repository, with the credentials that `integrations` configures for it.
 *
 * @throws InputError where no pull request can be opened there
 */
export function gitHostFor(
  integrations: ScmIntegrations,
  repository: string,
): GitHost {
  const gitea = integrations.gitea.byUrl(repository);
  if (gitea) {
    return GiteaHost.create({ config: gitea.config });
  }
  const host = new URL(repository).host;
  const type = integrations.byUrl(repository)?.type;
  throw new InputError(
    type
      ? `Pull requests cannot be opened at ${host}: its type, ${type}, is not supported yet; supported: gitea. Change the value by hand, the tab follows it all the same.`
      : `Pull requests cannot be opened at ${host}: it is not configured. Add it to integrations.gitea.`,
  );
}
