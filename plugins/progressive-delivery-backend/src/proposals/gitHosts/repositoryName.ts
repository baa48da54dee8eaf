import { NotFoundError } from '@backstage/errors';
import { problemError } from '@progressive-delivery/engine';

export interface RepositoryName {
  owner: string;
  name: string;
}

/**
 * Owner and name in the address of a repository.
 *
 * @param baseUrl - of the Git host's pages
 * @throws NotFoundError where it is none of that host
 */
export function repositoryName(
  repository: string,
  host: { baseUrl: string; product: string },
): RepositoryName {
  const form = '<owner>/<name>';
  const path = repositoryPath(repository, { ...host, form });
  if (path.length > 2) {
    throw notThere(repository, { ...host, form });
  }
  const [owner, name] = path;
  return { owner, name };
}

/**
 * The path in the address of a repository, two segments at least.
 *
 * @param form - of such a path
 * @throws NotFoundError where it is none of that host
 */
export function repositoryPath(
  repository: string,
  host: { baseUrl: string; product: string; form: string },
): string[] {
  const base = host.baseUrl.replace(/\/+$/, '');
  const path = repository.startsWith(`${base}/`)
    ? repository.slice(base.length + 1)
    : new URL(repository).pathname.slice(1);
  const segments = path
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .split('/')
    .map(decodeURIComponent);
  if (segments.length < 2 || segments.includes('')) {
    throw notThere(repository, host);
  }
  return segments;
}

function notThere(
  repository: string,
  {
    baseUrl,
    form,
    product,
  }: { baseUrl: string; product: string; form: string },
): NotFoundError {
  const base = baseUrl.replace(/\/+$/, '');
  return problemError(NotFoundError, {
    id: 'repositoryNotOfHost',
    parameters: {
      repository,
      product,
      host: new URL(base).host,
      expected: `${base}/${form}.git`,
    },
  });
}
