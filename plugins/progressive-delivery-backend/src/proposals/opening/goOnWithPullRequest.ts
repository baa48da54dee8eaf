import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { completePullRequest, wantedCompletions } from './completePullRequest';
import { hostProblem } from '../pullRequests/hostProblem';
import { PullRequest } from '../gitHosts/GitHost';
import { headOf } from '../branches/headOf';
import {
  MadePullRequest,
  MakingOptions,
  PlannedPullRequest,
} from './PlannedPullRequest';
import { renewProposal } from '../branches/renewProposal';
import { descriptionSectionIn } from '../text/descriptionSection';
import { outstandingIn, withOutstanding } from '../text/outstanding';
import { requesterOf } from '../text/requester';

/**
 * Does what is yet to be done to the pull request that is open for a change: labels and reviewers that an interrupted
 * request has left out, and the change on top of the present base. Whatever of that cannot be done, the pull request stays
 * open, and is the answer.
 *
 * @param head - the commit that its branch is at
 * @returns `moved` where the branch is no longer there
 */
export async function goOnWithPullRequest(
  open: PullRequest,
  planned: PlannedPullRequest,
  head: string | undefined,
  options: MakingOptions,
): Promise<MadePullRequest | 'moved'> {
  const { by, host, proposed, write } = planned;
  const { author, logger, people, repositories } = options;
  const { repository } = proposed;
  const last = await headOf(open, { logger, repositories, repository });
  const { left, notes } = await complete(open, planned, last, options);
  // Only what is ours, and is not on the present base, is made anew.
  if (
    head !== open.head.commit ||
    !last?.own ||
    last.parents[0] === proposed.base.commit
  ) {
    return {
      how: 'there',
      pullRequest: open,
      commit: last,
      notes: notes.map(note => toMessage('proposalNote', note)),
    };
  }
  const { coAuthor } = await people.involvedIn(by, host.account);
  const { body, commitMessage } = write({
    coAuthor,
    keptDescription: descriptionSectionIn(open.body),
  });
  const updated = await renewProposal(
    {
      pullRequest: open,
      head,
      proposed,
      message: commitMessage,
      body: withOutstanding(body, left),
    },
    { author, host, repositories },
  );
  if (updated === 'moved') {
    return updated;
  }
  if (updated.outcome !== 'found') {
    const message = hostProblem(updated, host.account, {
      question: 'changePullRequests',
      repository,
    });
    notes.push({ id: 'descriptionNotUpdated', parameters: { message } });
  }
  return {
    how: 'renewed',
    pullRequest: updated.outcome === 'found' ? updated.value : open,
    commit: { message: commitMessage, own: true },
    notes: notes.map(note => toMessage('proposalNote', note)),
  };
}

/** Labels and reviewers are those of the configuration, without who has asked for it first. */
async function complete(
  pullRequest: PullRequest,
  { by, host, proposed }: PlannedPullRequest,
  last: Awaited<ReturnType<typeof headOf>>,
  { config: { labels }, logger, people }: MakingOptions,
): ReturnType<typeof completePullRequest> {
  const outstanding = outstandingIn(pullRequest.body);
  if (outstanding.length === 0) {
    return { notes: [], left: [] };
  }
  const requester = last?.own ? requesterOf(last.message) : undefined;
  const { reviewers } = await people.involvedIn(
    { ...by, userEntityRef: requester ?? by.userEntityRef },
    host.account,
  );
  const wanted = wantedCompletions({ labels, reviewers });
  return completePullRequest(
    host,
    {
      repository: proposed.repository,
      pullRequest,
      outstanding: outstanding.filter(each => wanted.includes(each)),
      labels,
      reviewers,
    },
    { logger },
  );
}
