import { createHash } from 'node:crypto';

/**
 * The branch of the pull request that prepares a chart: the same for everybody, so that two people, two replicas or a retry
 * end at one pull request.
 *
 * @param prefix - that of all branches, such as `progressive-delivery/`
 */
export function preparationBranch(
  chart: {
    name: string;
    repository: string;
    /** From the repository's root. */
    directory: string;
    /** The branch that it is merged into. */
    branch: string;
  },
  prefix: string,
): string {
  const { branch, directory, name, repository } = chart;
  const readable = name.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 40);
  const hash = createHash('sha256')
    .update(JSON.stringify([repository, directory, branch]))
    .digest('hex')
    .slice(0, 16);
  return `${prefix}${['prepare', readable.replace(/^-|-$/g, ''), hash]
    .filter(Boolean)
    .join('-')}`;
}
