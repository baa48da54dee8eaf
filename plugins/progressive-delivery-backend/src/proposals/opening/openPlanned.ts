import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ContentOf,
  ProposalNote,
  ProposalResponse,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ProposalsConfig } from '../../config';
import { RepositoryService } from '../../git/RepositoryService';
import { ApprovedChange, contentOf } from './approveChange';
import { completePullRequest, wantedCompletions } from './completePullRequest';
import { PullRequest } from '../gitHosts/GitHost';
import { openPullRequest } from './openPullRequest';
import { ProposalPeople } from '../people/ProposalPeople';
import { publishProposal } from '../branches/publishProposal';
import { outstandingIn, withOutstanding } from '../text/outstanding';
import { ProposalTexts } from '../text/ProposalTexts';
import { toOpenProposal } from '../following/toProposal';

export interface MakingOptions {
  repositories: Pick<RepositoryService, 'commit'>;
  texts: ProposalTexts;
  people: Pick<ProposalPeople, 'involvedIn'>;
  config: Pick<ProposalsConfig, 'draft' | 'labels'>;
  /** Who makes the commits. */
  author: { name: string; email: string };
  logger: LoggerService;
}

/**
 * Publishes a change and opens its pull request.
 *
 * @param there.earlier - pull requests of its branch that have ended
 * @param there.head - the commit that its branch is at; `undefined` where there is none
 * @returns `moved` where the branch is no longer there
 */
export async function openProposal(
  change: ApprovedChange,
  { earlier, head }: { earlier: PullRequest[]; head: string | undefined },
  { author, config, logger, people, repositories, texts }: MakingOptions,
): Promise<ProposalResponse | 'moved'> {
  const { branch, by, edit, host, overridden, request } = change;
  const { repository } = edit;
  const involved = await people.involvedIn(by, host.account);
  const content = contentOf(change, involved);
  const published = await publishProposal(
    {
      edit,
      branch,
      message: texts.commitMessage(content),
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
    base: edit.branch,
    branch,
    title: texts.title(content),
    body: withOutstanding(texts.body(content), wanted),
    draft: request.draft ?? config.draft,
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
    outcome: how === 'exists' ? 'existing' : 'created',
    proposal: toOpenProposal(
      pullRequest,
      request,
      content.override
        ? {
            state: 'overridden',
            reason: content.override.reason,
            findings: overridden.map(({ id, object }) => ({ id, object })),
          }
        : { state: 'none' },
    ),
    overridden,
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
