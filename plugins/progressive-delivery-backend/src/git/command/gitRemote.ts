import { InputError, NotAllowedError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { fetchedUrl } from '@progressive-delivery/engine';
import { gitUnreadable } from '../../gitUnreadable';

/** The Git hosts whose credentials we know how to hand to git. */
export type GitHostType =
  | 'gitea'
  | 'github'
  | 'gitlab'
  | 'bitbucketCloud'
  | 'bitbucketServer'
  | 'azure';

/** A repository that may be contacted. */
export interface GitRemote {
  /** Clone URL by http(s), without credentials, `.git` or trailing slash as given. */
  url: string;
  type: GitHostType;
}

const TYPES: readonly GitHostType[] = [
  'gitea',
  'github',
  'gitlab',
  'bitbucketCloud',
  'bitbucketServer',
  'azure',
];

/**
 * Decides whether a repository may be contacted: only at hosts of `integrations` in the configuration, by https; by
 * http where the integration's own base URL says so. SSH URLs of such hosts are read by https, with the same path.
 *
 * @throws InputError where it is no URL of a repository
 * @throws NotAllowedError where its host is not configured
 */
export function gitRemote(
  integrations: ScmIntegrationRegistry,
  hosts: ReadonlySet<string>,
  repository: string,
): GitRemote {
  const url = parse(repository);
  for (const type of TYPES) {
    const integration = integrations[type].byHost(url.host);
    if (integration && hosts.has(url.host)) {
      if (url.protocol === 'http:' && !isPlain(integration.config, url.host)) {
        throw gitUnreadable(
          {
            id: 'repositoryUnencrypted',
            parameters: {
              repository: url.href,
              setting: type === 'github' ? 'apiBaseUrl' : 'baseUrl',
              type,
              host: url.host,
            },
          },
          NotAllowedError,
        );
      }
      return { url: url.href, type };
    }
  }
  throw gitUnreadable(
    {
      id: 'repositoryHostNotConfigured',
      parameters: { host: url.host, repository: url.href },
    },
    NotAllowedError,
  );
}

function parse(repository: string): URL {
  const url = fetchedUrl(repository);
  if (!url) {
    throw gitUnreadable(
      { id: 'repositoryInvalid', parameters: { repository } },
      InputError,
    );
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw gitUnreadable(
      {
        id: 'repositoryNotHttps',
        parameters: { repository: withoutCredentials(url) },
      },
      NotAllowedError,
    );
  }
  if (url.search || url.hash || url.pathname.length < 2) {
    throw gitUnreadable(
      {
        id: 'repositoryInvalid',
        parameters: { repository: withoutCredentials(url) },
      },
      InputError,
    );
  }
  return new URL(withoutCredentials(url));
}

/** Credentials belong into the configuration of the integration; those of a URL could be anybody's. */
function withoutCredentials(url: URL): string {
  const copy = new URL(url);
  copy.username = '';
  copy.password = '';
  copy.search = '';
  copy.hash = '';
  return copy.href.replace(/\/+$/, '');
}

function isPlain(config: object, host: string): boolean {
  const configured = baseUrlOf(config);
  const base = URL.canParse(configured) && new URL(configured);
  return base && base.protocol === 'http:' && base.host === host;
}

/** GitHub's integration has no base URL but that of its API. */
function baseUrlOf(config: object): string {
  if ('baseUrl' in config) {
    return String(config.baseUrl);
  }
  return 'apiBaseUrl' in config ? String(config.apiBaseUrl) : '';
}
