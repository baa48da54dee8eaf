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
  const hash = createHash('sha256')
    .update(
      JSON.stringify([
        change.repository,
        change.base,
        change.file,
        change.path,
        change.enabled,
      ]),
    )
    .digest('hex')
    .slice(0, 12);
  const component = change.path
    .replace(/\.?progressiveDelivery\.enabled$/, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 40);
  const name = [component, change.enabled ? 'on' : 'off', hash]
    .filter(Boolean)
    .join('-');
  return `${prefix}${name}`;
}
