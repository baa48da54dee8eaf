import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  ContentOf,
  ProposalNote,
  ProposalRequest,
  ProposalResponse,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ProposalsConfig } from '../config';
import { ClusterCaller } from '../clusters/ClusterService';
import { PreflightAsker } from '../preflight/gathering/PreflightAsker';
import { RepositoryService } from '../git/RepositoryService';
import { DeliveryTarget } from '../targets/applications/DeliveryTarget';
import {
  ApprovalOptions,
  approveChange,
  ApprovedChange,
  contentOf,
} from './approveChange';
import { completePullRequest } from './completePullRequest';
import { failureSentence } from './foundOrThrow';
import { PullRequest } from './gitHosts/GitHost';
import { headOf } from './headOf';
import { openPullRequest } from './openPullRequest';
import { ProposalPeople, ProposalRequester } from './people/ProposalPeople';
import { publishProposal } from './publishProposal';
import { pullRequestsOf } from './pullRequestsOf';
import { ProposalContent, ProposalTexts } from './text/ProposalTexts';
import { overrideOf } from './text/overrideTrailer';
import { toOpenProposal } from './toProposal';
import { Turns } from './Turns';

/** How often it is begun again because something has moved meanwhile: another replica may do the same at that moment. */
const MOST_ATTEMPTS = 5;

export interface ProposalOpenerOptions extends ApprovalOptions {
  repositories: Pick<RepositoryService, 'commit' | 'remoteHeads' | 'refresh'>;
  texts: ProposalTexts;
  people: Pick<ProposalPeople, 'involvedIn'>;
  config: Pick<ProposalsConfig, 'branchPrefix' | 'draft' | 'labels'>;
  /** Who makes the commits. */
  author: { name: string; email: string };
  logger: LoggerService;
}

/** Opens the pull requests that flip switches. Whatever it has done when it is interrupted, the next request goes on from. */
export class ProposalOpener {
  static create(options: ProposalOpenerOptions): ProposalOpener {
    return new ProposalOpener(options);
  }

  private readonly turns = new Turns();

  private constructor(private readonly options: ProposalOpenerOptions) {}

  /**
   * Opens the pull request that flips a switch, or finds the one that is open for the same change. Where the base has
   * moved since, and what would change is the same, that one is brought up to date.
   *
   * @throws ConflictError where what would change is not what the person saw, where preflight has found what is not
   * overridden (`preflight`), where a pull request for the opposite is open, where somebody else's commits are on the
   * branch, or where the base is gone
   * @throws InputError where Git holds the requested value already
   */
  async propose(
    target: DeliveryTarget,
    request: ProposalRequest,
    by: ProposalRequester,
    caller: ClusterCaller & { asker?: PreflightAsker } = {},
  ): Promise<ProposalResponse> {
    for (let left = MOST_ATTEMPTS; left > 0; left--) {
      const change = await approveChange(
        { target, request, by },
        this.options,
        caller,
      );
      const { branch, edit } = change;
      const response = await this.turns.take(
        `${edit.repository} ${branch}`,
        () => this.make(change),
      );
      if (response !== 'moved') {
        return response;
      }
      this.options.repositories.refresh(edit.repository);
    }
    throw new ConflictError(
      `The repository was changed again and again while ${request.switch} was proposed: try again`,
    );
  }

  /** @returns `moved` where the base or the branch is no longer where it was, so that it has to be approved again */
  private async make(
    change: ApprovedChange,
  ): Promise<ProposalResponse | 'moved'> {
    const { branch, edit, host, opposite, request } = change;
    const { repository } = edit;
    const pullRequests = await pullRequestsOf(host, {
      repository,
      base: edit.branch,
      branches: new Set([branch, opposite]),
    });
    const open = pullRequests.find(each => each.state === 'open');
    if (open && open.head.branch === opposite) {
      throw new ConflictError(
        `Pull request #${open.number} is open and turns ${request.switch} ${
          request.enabled ? 'off' : 'on'
        }: merge or close it first (${open.url})`,
      );
    }
    const heads = await this.options.repositories.remoteHeads(repository, [
      branch,
      edit.branch,
    ]);
    const base = heads.get(edit.branch);
    if (base === undefined) {
      throw new ConflictError(
        `Branch ${edit.branch} of ${repository}, which the pull request would be merged into, was deleted or renamed: deliver from a branch that exists, and preview it again`,
      );
    }
    if (base !== edit.commit) {
      return 'moved';
    }
    return open
      ? this.goOnWith(open, change, heads.get(branch))
      : this.open(
          change,
          pullRequests.filter(each => each.head.branch === branch),
          heads.get(branch),
        );
  }

  private async open(
    change: ApprovedChange,
    earlier: PullRequest[],
    head: string | undefined,
  ): Promise<ProposalResponse | 'moved'> {
    const { branch, by, edit, host, overridden, request } = change;
    const { config, logger, people, texts } = this.options;
    const { repository } = edit;
    const involved = await people.involvedIn(by, host.account);
    const content = contentOf(change, involved);
    const published = await this.publish(change, content, { earlier, head });
    if (published === 'moved') {
      return published;
    }
    const opened = await openPullRequest(host, {
      repository,
      base: edit.branch,
      branch,
      title: texts.title(content),
      body: texts.body(content),
      draft: request.draft ?? config.draft,
    });
    const notes = await completePullRequest(
      host,
      {
        ...involved,
        repository,
        number: opened.number,
        labels: config.labels,
      },
      { logger },
    );
    this.log('Opened a pull request', change, opened);
    return {
      outcome: 'created',
      proposal: toOpenProposal(
        opened,
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
      notes: [...closedBefore(earlier), ...notes].map(note =>
        toMessage('proposalNote', note),
      ),
    };
  }

  /** Whatever cannot be done for one that is open, it stays open, and is the answer. */
  private async goOnWith(
    open: PullRequest,
    change: ApprovedChange,
    head: string | undefined,
  ): Promise<ProposalResponse | 'moved'> {
    const { by, edit, host, request } = change;
    const { logger, people, repositories, texts } = this.options;
    const { repository } = edit;
    const last = await headOf(open, { logger, repositories, repository });
    const existing: ProposalResponse = {
      outcome: 'existing',
      proposal: toOpenProposal(
        open,
        request,
        last ? overrideOf(last) : { state: 'unknown' },
      ),
    };
    // Only what is ours, and is not on the present base, is made anew.
    if (
      head !== open.head.commit ||
      !last?.own ||
      last.parents[0] === edit.commit
    ) {
      return existing;
    }
    const involved = await people.involvedIn(by, host.account);
    const content = contentOf(change, involved);
    const published = await this.publish(change, content, {
      earlier: [],
      head,
    });
    if (published === 'moved') {
      return published;
    }
    const body = texts.body(content);
    const updated = await host.update({
      repository,
      number: open.number,
      body,
    });
    this.log('Brought a pull request up to date', change, open);
    const question = { action: 'change pull requests', repository };
    const notes: ContentOf<ProposalNote>[] =
      updated.outcome === 'found'
        ? []
        : [
            {
              id: 'descriptionNotUpdated',
              parameters: {
                message: failureSentence(updated, host.account, question),
              },
            },
          ];
    return {
      outcome: 'updated',
      proposal: toOpenProposal(
        updated.outcome === 'found' ? updated.value : open,
        request,
        overrideOf({ own: true, message: texts.commitMessage(content) }),
      ),
      overridden: change.overridden,
      notes: notes.map(note => toMessage('proposalNote', note)),
    };
  }

  private async publish(
    { branch, edit, host }: ApprovedChange,
    content: ProposalContent,
    there: { earlier: PullRequest[]; head: string | undefined },
  ): Promise<'published' | 'moved'> {
    const { author, repositories, texts } = this.options;
    return publishProposal(
      {
        ...there,
        edit,
        branch,
        message: texts.commitMessage(content),
        author,
      },
      { host, repositories },
    );
  }

  private log(
    message: string,
    { request, target }: ApprovedChange,
    { url }: PullRequest,
  ): void {
    this.options.logger.info(message, {
      target: target.id,
      switch: request.switch,
      enabled: String(request.enabled),
      pullRequest: url,
    });
  }
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
