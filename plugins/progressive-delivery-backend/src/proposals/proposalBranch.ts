import { createHash } from 'node:crypto';

/** What a proposal wishes for, and where. */
export interface ProposalWish {
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
 * The branch of a proposal: the same for everybody who wishes the same, so that two people, two replicas or a retry
 * end at one pull request, and nothing but Git has to remember it.
 */
export function proposalBranch(wish: ProposalWish): string {
  const hash = createHash('sha256')
    .update(
      JSON.stringify([
        wish.repository,
        wish.base,
        wish.file,
        wish.path,
        wish.enabled,
      ]),
    )
    .digest('hex')
    .slice(0, 12);
  const component = wish.path
    .replace(/\.?progressiveDelivery\.enabled$/, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 40);
  return [
    'progressive-delivery',
    [component, wish.enabled ? 'on' : 'off', hash].filter(Boolean).join('-'),
  ].join('/');
}
