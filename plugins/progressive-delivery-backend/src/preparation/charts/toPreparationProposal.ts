import { PreparationProposal } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { PullRequest } from '../../proposals/gitHosts/GitHost';
import { requesterOf } from '../../proposals/text/requester';

export function toPreparationProposal({
  body,
  createdAt,
  draft,
  head,
  number,
  state,
  title,
  url,
}: PullRequest): PreparationProposal {
  return {
    number,
    url,
    title,
    branch: head.branch,
    state,
    draft,
    requestedBy: requesterOf(body),
    createdAt,
  };
}
