import { createHash } from 'node:crypto';

/** What a proposal changes, and where. */
export interface ProposedChange {
  repository: string;
  /** Branch that the pull request is merged into. */
  base: string;
  /** The values file, from the repository's root. */
  file: string;
  /** Full values path of the switch. */
  path: string;
  enabled: boolean;
}

/**
 * The branch of a proposal: the same for everybody who proposes the same, so that two people, two replicas or a retry
 * end at one pull request, and nothing but Git has to remember it.
 *
 * @param prefix - that of all of them, such as `progressive-delivery/`
 */
export function proposalBranch(change: ProposedChange, prefix: string): string {
  return `${branchesOfChange(change, prefix)}${hash([change.base]).slice(
    0,
    6,
  )}`;
}

/** How the branches of a change begin, whatever their base is called: with what a person can read, and a hash. */
export function branchesOfChange(
  { enabled, file, path, repository }: Omit<ProposedChange, 'base'>,
  prefix: string,
): string {
  const component = path
    .replace(/\.?progressiveDelivery\.enabled$/, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 40);
  const name = [
    component,
    enabled ? 'on' : 'off',
    hash([repository, file, path, enabled]).slice(0, 10),
  ]
    .filter(Boolean)
    .join('-');
  return `${prefix}${name}`;
}

function hash(of: (string | boolean)[]): string {
  return createHash('sha256').update(JSON.stringify(of)).digest('hex');
}
