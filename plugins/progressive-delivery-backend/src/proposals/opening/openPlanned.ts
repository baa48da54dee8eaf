import {
  ContentOf,
  ProposalNote,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { completePullRequest, wantedCompletions } from './completePullRequest';
import { PullRequest } from '../gitHosts/GitHost';
import { openPullRequest } from './openPullRequest';
import {
  MadePullRequest,
  MakingOptions,
  PlannedPullRequest,
} from './PlannedPullRequest';
import { publishProposal } from '../branches/publishProposal';
import { outstandingIn, withOutstanding } from '../text/outstanding';

/**
 * Publishes a change and opens its pull request.
 *
 * @param there.earlier - pull requests of its branch that have ended
 * @param there.head - the commit that its branch is at; `undefined` where there is none
 * @returns `moved` where the branch is no longer there
 */
export async function openPlanned(
  { branch, by, draft, host, proposed, write }: PlannedPullRequest,
  { earlier, head }: { earlier: PullRequest[]; head: string | undefined },
  { author, config, logger, people, repositories }: MakingOptions,
): Promise<MadePullRequest | 'moved'> {
  const { repository } = proposed;
  const involved = await people.involvedIn(by, host.account);
  const { body, commitMessage, title } = write(involved);
  const published = await publishProposal(
    {
      proposed,
      branch,
      message: commitMessage,
      author,
      earlier,
      head,
    },
    { host, repositories },
  );
  if (published === 'moved') {
    return published;
  }
  const wanted = wantedCompletions({ ...involved, labels: config.labels });
  const { how, pullRequest } = await openPullRequest(host, {
    repository,
    base: proposed.base.branch,
    branch,
    title,
    body: withOutstanding(body, wanted),
    draft: draft ?? config.draft,
  });
  const { notes } = await completePullRequest(
    host,
    {
      ...involved,
      repository,
      pullRequest,
      labels: config.labels,
      outstanding: how === 'opened' ? wanted : outstandingIn(pullRequest.body),
    },
    { logger },
  );
  const isUnreviewed = involved.reviewed && !wanted.includes('reviews');
  const noReviewer: ContentOf<ProposalNote>[] = isUnreviewed
    ? [{ id: 'noOtherReviewer', parameters: {} }]
    : [];
  return {
    how: how === 'exists' ? 'exists' : 'opened',
    pullRequest,
    commit: { message: commitMessage, own: true },
    notes: [...closedBefore(earlier), ...notes, ...noReviewer].map(note =>
      toMessage('proposalNote', note),
    ),
  };
}

/** Somebody did not want the last one. */
function closedBefore([last]: PullRequest[]): ContentOf<ProposalNote>[] {
  if (last?.state !== 'closed') {
    return [];
  }
  const { endedBy: by, number } = last;
  return [
    by === undefined
      ? { id: 'closedBefore', parameters: { number } }
      : { id: 'closedBeforeBy', parameters: { number, by } },
  ];
}
