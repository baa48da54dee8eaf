import { ScmIntegrationRegistry } from '@backstage/integration';
import { readableRepository } from '@progressive-delivery/engine';

/**
 * The path below which the Git host of a repository lives, without a slash at its end; empty where that is the root of
 * its host, or where no such host is configured. What comes after it begins with an organisation.
 */
export function gitHostBase(
  integrations: ScmIntegrationRegistry,
  repository: string,
): string {
  const readable = readableRepository(repository);
  if (readable === undefined) {
    return '';
  }
  const url = new URL(readable);
  const base =
    integrations.gitea.byUrl(url)?.config.baseUrl ??
    integrations.gitlab.byUrl(url)?.config.baseUrl;
  if (base && URL.canParse(base)) {
    return new URL(base).pathname.replace(/\/+$/, '').toLowerCase();
  }
  // Where Bitbucket Server serves clones from.
  return integrations.bitbucketServer.byUrl(url) ? '/scm' : '';
}
