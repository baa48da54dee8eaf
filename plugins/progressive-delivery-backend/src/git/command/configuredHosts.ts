import { Config } from '@backstage/config';
import { GitHostType } from './gitRemote';

/** What an integration is for where its `host` is left out. */
const DEFAULT_HOSTS: Record<GitHostType, string | undefined> = {
  gitea: undefined,
  github: 'github.com',
  gitlab: 'gitlab.com',
  bitbucketCloud: 'bitbucket.org',
  bitbucketServer: undefined,
  azure: 'dev.azure.com',
};

/**
 * The Git hosts that `integrations` names. `ScmIntegrations` adds the public ones to them, which are not to be contacted
 * unless somebody said so.
 */
export function configuredHosts(config: Config): ReadonlySet<string> {
  return new Set(
    Object.entries(DEFAULT_HOSTS).flatMap(([type, defaultHost]) =>
      (config.getOptionalConfigArray(`integrations.${type}`) ?? []).flatMap(
        integration =>
          (
            integration.getOptionalString('host') ?? defaultHost
          )?.toLowerCase() ?? [],
      ),
    ),
  );
}
