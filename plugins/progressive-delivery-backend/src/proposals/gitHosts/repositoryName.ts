import { NotFoundError } from '@backstage/errors';

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
  { baseUrl, product }: { baseUrl: string; product: string },
): RepositoryName {
  const base = baseUrl.replace(/\/+$/, '');
  const path = repository.startsWith(`${base}/`)
    ? repository.slice(base.length + 1)
    : new URL(repository).pathname.slice(1);
  const [owner, name, ...rest] = path
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .split('/');
  if (!owner || !name || rest.length > 0) {
    throw new NotFoundError(
      `${repository} is not the address of a repository at the ${product} of ${
        new URL(base).host
      }: expected ${base}/<owner>/<name>.git`,
    );
  }
  return { owner: decodeURIComponent(owner), name: decodeURIComponent(name) };
}
