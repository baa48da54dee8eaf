import {
  ProposalResponse,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ApprovedChange, contentOf } from './approveChange';
import { completePullRequest, wantedCompletions } from './completePullRequest';
import { failureSentence } from '../pullRequests/foundOrThrow';
import { PullRequest } from '../gitHosts/GitHost';
import { headOf } from '../branches/headOf';
import { MakingOptions } from './openProposal';
import { renewProposal } from '../branches/renewProposal';
import { descriptionSectionIn } from '../text/descriptionSection';
import { outstandingIn, withOutstanding } from '../text/outstanding';
import { overrideOf } from '../text/overrideTrailer';
import { requesterOf } from '../text/requester';
import { toOpenProposal } from '../following/toProposal';

/**
 * Does what is yet to be done to the pull request that is open for a change: labels and reviewers that an interrupted
 * request has left out, and the change on top of the present base. Whatever of that cannot be done, the pull request stays
 * open, and is the answer.
 *
 * @param head - the commit that its branch is at
 * @returns `moved` where the branch is no longer there
 */
export async function goOnWithProposal(
  open: PullRequest,
  change: ApprovedChange,
  head: string | undefined,
  options: MakingOptions,
): Promise<ProposalResponse | 'moved'> {
  const { edit, host, request } = change;
  const { author, logger, people, repositories, texts } = options;
  const { repository } = edit;
  const last = await headOf(open, { logger, repositories, repository });
  const { left, notes } = await complete(open, change, last, options);
  // Only what is ours, and is not on the present base, is made anew.
  if (
    head !== open.head.commit ||
    !last?.own ||
    last.parents[0] === edit.commit
  ) {
    return {
      outcome: 'existing',
      proposal: toOpenProposal(
        open,
        request,
        last ? overrideOf(last) : { state: 'unknown' },
      ),
      notes: notes.map(note => toMessage('proposalNote', note)),
    };
  }
  const involved = await people.involvedIn(change.by, host.account);
  const content = {
    ...contentOf(change, involved),
    keptDescription: descriptionSectionIn(open.body),
  };
  const message = texts.commitMessage(content);
  const updated = await renewProposal(
    {
      pullRequest: open,
      head,
      edit,
      message,
      body: withOutstanding(texts.body(content), left),
    },
    { author, host, repositories },
  );
  if (updated === 'moved') {
    return updated;
  }
  if (updated.outcome !== 'found') {
    const question = { action: 'change pull requests', repository };
    notes.push({
      id: 'descriptionNotUpdated',
      parameters: { message: failureSentence(updated, host.account, question) },
    });
  }
  return {
    outcome: 'updated',
    proposal: toOpenProposal(
      updated.outcome === 'found' ? updated.value : open,
      request,
      overrideOf({ own: true, message }),
    ),
    overridden: change.overridden,
    notes: notes.map(note => toMessage('proposalNote', note)),
  };
}

/** Labels and reviewers are those of the configuration, without who has asked for it first. */
async function complete(
  pullRequest: PullRequest,
  { by, edit, host }: ApprovedChange,
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
      repository: edit.repository,
      pullRequest,
      outstanding: outstanding.filter(each => wanted.includes(each)),
      labels,
      reviewers,
    },
    { logger },
  );
}
