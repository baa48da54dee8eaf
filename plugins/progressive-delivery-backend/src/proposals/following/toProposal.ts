import {
  JourneyStop,
  Proposal,
  ProposalOverride,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { PullRequest } from '../gitHosts/GitHost';
import { journey } from '../journey/journey';
import { SwitchPullRequest, unread } from './ProposalJourneys';
import { requesterOf } from '../text/requester';

export function toProposal(
  {
    enabled,
    pullRequest,
    switch: switchId,
  }: Omit<SwitchPullRequest, 'repository'>,
  stops: JourneyStop[],
  override: ProposalOverride,
): Proposal {
  return {
    number: pullRequest.number,
    url: pullRequest.url,
    title: pullRequest.title,
    branch: pullRequest.head.branch,
    state: pullRequest.state,
    draft: pullRequest.draft,
    switch: switchId,
    enabled,
    requestedBy: requesterOf(pullRequest.body),
    createdAt: pullRequest.createdAt,
    override,
    journey: stops,
  };
}

/** An open one has a journey that depends on nothing that would have to be read. */
export function toOpenProposal(
  pullRequest: PullRequest,
  { enabled, switch: switchId }: { switch: string; enabled: boolean },
  override: ProposalOverride,
): Proposal {
  return toProposal(
    { pullRequest, switch: switchId, enabled },
    journey(unread({ pullRequest, enabled })),
    override,
  );
}
