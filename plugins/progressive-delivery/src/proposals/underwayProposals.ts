import { Proposal } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** Whether all that a proposal has led to is there. */
export function hasArrived({ journey, state }: Proposal): boolean {
  return state === 'merged' && journey.every(stop => stop.state === 'done');
}

/**
 * The proposals that still have a way to go: open ones, and those merged whose change is not healthy yet. Only the
 * newest merged one of a switch counts, since a later one took over from it.
 *
 * @param proposals - newest first
 */
export function underwayProposals(proposals: Proposal[]): Proposal[] {
  const settled = new Set<string>();
  return proposals.filter(proposal => {
    if (proposal.state === 'open') {
      return true;
    }
    if (proposal.state === 'closed' || settled.has(proposal.switch)) {
      return false;
    }
    settled.add(proposal.switch);
    return !hasArrived(proposal);
  });
}
