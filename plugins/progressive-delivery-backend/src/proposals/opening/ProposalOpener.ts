import { ConflictError } from '@backstage/errors';
import {
  ProposalRequest,
  ProposalResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  DeliveryTarget,
  PreflightAsker,
  problemError,
} from '@progressive-delivery/engine';
import { ProposalsConfig } from '../../config';
import { ClusterCaller } from '../../clusters/ClusterService';
import { RepositoryService } from '../../git/RepositoryService';
import {
  ApprovalOptions,
  approveChange,
  ApprovedChange,
  plannedFor,
} from './approveChange';
import { beforeRenaming, beginningsOf } from './beforeRenaming';
import { PullRequest } from '../gitHosts/GitHost';
import { makePullRequest } from './makePullRequest';
import { MakingOptions, outcomeOf } from './PlannedPullRequest';
import { ProposalRequester } from '../people/ProposalPeople';
import { overrideOf } from '../text/overrideTrailer';
import { ProposalTexts } from '../text/ProposalTexts';
import { toOpenProposal } from '../following/toProposal';
import { pullRequestsOf } from '../pullRequests/pullRequestsOf';
import { Turns } from './Turns';

/** How often it is begun again because something has moved meanwhile: another replica may do the same at that moment. */
const MOST_ATTEMPTS = 5;

export interface ProposalOpenerOptions extends ApprovalOptions, MakingOptions {
  repositories: Pick<RepositoryService, 'commit' | 'remoteHeads' | 'refresh'>;
  config: Pick<ProposalsConfig, 'branchPrefix' | 'draft' | 'labels'>;
  texts: ProposalTexts;
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
   * branch, where the base is gone, or where a pull request is open from before it was renamed
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
    throw problemError(ConflictError, {
      id: 'changedAgainAndAgain',
      parameters: {},
    });
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
      throw problemError(ConflictError, {
        id: 'oppositeOpen',
        parameters: {
          switch: request.switch,
          value: String(!request.enabled),
          number: open.number,
          url: open.url,
        },
      });
    }
    const { repositories } = this.options;
    const heads = await repositories.remoteHeads(
      repository,
      [branch, edit.branch],
      beginningsOf(change),
    );
    const base = heads.get(edit.branch);
    if (base === undefined) {
      repositories.refresh(repository);
      throw problemError(ConflictError, {
        id: 'baseGone',
        parameters: { branch: edit.branch, repository },
      });
    }
    if (base !== edit.commit) {
      return 'moved';
    }
    if (!open) {
      await this.refuseRenamed(change, heads);
    }
    return this.makeOn(
      change,
      pullRequests.filter(each => each.head.branch === branch),
      heads.get(branch),
    );
  }

  /** @throws ConflictError where a pull request is open from before the base was renamed */
  private async refuseRenamed(
    change: ApprovedChange,
    heads: ReadonlyMap<string, string>,
  ): Promise<void> {
    const { edit, request } = change;
    const found = await beforeRenaming(change, heads, this.options);
    if (found) {
      const { base, number, url } = found.pullRequest;
      const parameters = {
        switch: request.switch,
        value: String(found.enabled),
        number,
        url,
        branch: edit.branch,
      };
      throw problemError(
        ConflictError,
        base.branch === edit.branch
          ? { id: 'openBeforeRenaming', parameters }
          : {
              id: 'openOntoFormerName',
              parameters: { ...parameters, base: base.branch },
            },
      );
    }
  }

  private async makeOn(
    change: ApprovedChange,
    pullRequests: PullRequest[],
    head: string | undefined,
  ): Promise<ProposalResponse | 'moved'> {
    const { overridden, request } = change;
    const made = await makePullRequest(
      plannedFor(change, this.options.texts),
      { pullRequests, head },
      this.options,
    );
    if (made === 'moved') {
      return made;
    }
    const { commit, how, notes, pullRequest } = made;
    const response: ProposalResponse = {
      outcome: outcomeOf(made),
      proposal: toOpenProposal(
        pullRequest,
        request,
        commit ? overrideOf(commit) : { state: 'unknown' },
      ),
      overridden: how === 'there' ? undefined : overridden,
      notes,
    };
    if (response.outcome !== 'existing') {
      this.log(response, change);
    }
    return response;
  }

  private log(
    { outcome, proposal }: ProposalResponse,
    { request, target }: ApprovedChange,
  ): void {
    this.options.logger.info(
      outcome === 'created'
        ? 'Opened a pull request'
        : 'Brought a pull request up to date',
      {
        target: target.id,
        switch: request.switch,
        enabled: String(request.enabled),
        pullRequest: proposal.url,
      },
    );
  }
}
