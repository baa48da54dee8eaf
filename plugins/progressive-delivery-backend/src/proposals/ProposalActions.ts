import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { ProposalActionResponse } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  DeliveryTarget,
  PreflightAsker,
  problemError,
  VariantService,
} from '@progressive-delivery/engine';
import { ProposalsConfig } from '../config';
import { ClusterCaller } from '../clusters/ClusterService';
import { RepositoryService } from '../git/RepositoryService';
import { RepositoryCommit } from '../git/trees/parseCommit';
import { overrideFindings } from '../preflight/overrideFindings';
import { PreflightService } from '../preflight/PreflightService';
import { foundOrThrow } from './pullRequests/foundOrThrow';
import { hostProblem } from './pullRequests/hostProblem';
import { GitHost, PullRequest } from './gitHosts/GitHost';
import { KnownPullRequests } from './pullRequests/KnownPullRequests';
import { isOwnCommit, withoutTreeTrailer } from './branches/ownCommit';
import { proposalBranch, ProposedChange } from './branches/proposalBranch';
import { pullRequestsOf } from './pullRequests/pullRequestsOf';
import { renewProposal } from './branches/renewProposal';
import { filesOf } from './opening/filesOf';
import { descriptionSectionIn } from './text/descriptionSection';
import { outstandingIn, withOutstanding } from './text/outstanding';
import { overrideIn } from './text/overrideTrailer';
import { isPreviewIn, previewIdentity } from './text/previewTrailer';
import { ProposalTexts } from './text/ProposalTexts';
import { requesterOf } from './text/requester';

export interface ProposalActionsOptions {
  gitHostOf: (
    repository: string,
  ) => Pick<GitHost, 'account' | 'find' | 'publish' | 'update' | 'close'>;
  repositories: Pick<RepositoryService, 'commit'>;
  variants: Pick<VariantService, 'describe'>;
  preflight: Pick<PreflightService, 'compare'>;
  known: Pick<KnownPullRequests, 'forget'>;
  texts: ProposalTexts;
  config: Pick<ProposalsConfig, 'branchPrefix'>;
  /** Who makes the commits. */
  author: { name: string; email: string };
  logger: LoggerService;
}

/** The pull request that somebody means: its number, and the switch that it flips. */
export interface ProposalReference {
  number: number;
  switch: string;
}

/** An open pull request of ours, whose branch holds our commit and nothing else. */
interface OwnPullRequest {
  change: ProposedChange;
  pullRequest: PullRequest;
  commit: RepositoryCommit;
}

/** What is done with an open pull request: with ours only, as their branches and commits show. */
export class ProposalActions {
  static create(options: ProposalActionsOptions): ProposalActions {
    return new ProposalActions(options);
  }

  private constructor(private readonly options: ProposalActionsOptions) {}

  /**
   * Puts the change on top of what its base holds now, where it is still the one that was previewed, and lets the pull
   * request say so.
   *
   * @throws NotFoundError where the target has no such pull request that is open
   * @throws ConflictError where others have committed to its branch, where it is no longer what was previewed, or where
   * preflight has found what is not overridden (`preflight`)
   */
  async update(
    target: DeliveryTarget,
    reference: ProposalReference & { entityRef: string },
    caller: ClusterCaller & { asker?: PreflightAsker } = {},
  ): Promise<ProposalActionResponse> {
    const { author, gitHostOf, logger, preflight, repositories, texts } =
      this.options;
    const { change, commit, pullRequest } = await this.own(
      target,
      reference,
      caller,
    );
    const { number } = pullRequest;
    const { comparison, edit } = await preflight.compare(
      target,
      { switch: reference.switch, enabled: change.enabled },
      caller,
    );
    if (comparison.alreadySet) {
      throw problemError(ConflictError, {
        id: 'changeHeld',
        parameters: { branch: edit.branch, number },
      });
    }
    if (!isPreviewIn(commit.message, previewIdentity(comparison))) {
      throw problemError(ConflictError, {
        id: 'pullRequestOutdated',
        parameters: { switch: reference.switch, number },
      });
    }
    const override = overrideIn(commit.message);
    const known = override.state === 'overridden' ? override : undefined;
    const overridden = comparison.preflight
      ? overrideFindings(comparison.preflight, known)
      : [];
    if (commit.parents.includes(edit.commit)) {
      return { outcome: 'upToDate' };
    }
    const host = gitHostOf(edit.repository);
    const updated = await renewProposal(
      {
        pullRequest,
        head: pullRequest.head.commit,
        proposed: filesOf(edit),
        message: withoutTreeTrailer(commit.message),
        body: withOutstanding(
          texts.body({
            comparison,
            targetTitle: target.title,
            entityRef: reference.entityRef,
            requestedBy: requesterOf(commit.message) ?? '',
            keptDescription: descriptionSectionIn(pullRequest.body),
            override:
              known && overridden.length > 0
                ? { findings: overridden, reason: known.reason }
                : undefined,
          }),
          outstandingIn(pullRequest.body),
        ),
      },
      { author, host, repositories },
    );
    if (updated === 'moved') {
      throw problemError(ConflictError, {
        id: 'pullRequestMoved',
        parameters: { number },
      });
    }
    if (updated.outcome !== 'found') {
      const { text } = hostProblem(updated, host.account, {
        question: 'changePullRequests',
        repository: edit.repository,
      });
      logger.warn(
        `The branch of pull request #${number} is up to date, but not its description: ${text}`,
      );
    }
    this.options.known.forget({ url: edit.repository });
    logger.info('Updated the branch of a pull request', {
      target: target.id,
      pullRequest: pullRequest.url,
    });
    return { outcome: 'updated' };
  }

  /**
   * Closes a pull request without merging it.
   *
   * @throws NotFoundError, ConflictError as {@link ProposalActions.update}
   */
  async close(
    target: DeliveryTarget,
    reference: ProposalReference,
    caller: ClusterCaller = {},
  ): Promise<ProposalActionResponse> {
    const { gitHostOf, logger } = this.options;
    const { change, pullRequest } = await this.own(target, reference, caller);
    const { repository } = change;
    const host = gitHostOf(repository);
    const { number, url } = pullRequest;
    foundOrThrow(
      host,
      { question: 'closePullRequest', repository },
      await host.close({ repository, number }),
    );
    this.options.known.forget({ url: repository });
    logger.info('Closed a pull request', {
      target: target.id,
      pullRequest: url,
    });
    return { outcome: 'closed' };
  }

  private async own(
    target: DeliveryTarget,
    { number, switch: id }: ProposalReference,
    { signal }: ClusterCaller,
  ): Promise<OwnPullRequest> {
    const { config, gitHostOf, repositories, variants } = this.options;
    const { editPlaces } = await variants.describe(target, { signal });
    const place = editPlaces.find(each => each.switch === id);
    const unknown = () =>
      problemError(NotFoundError, {
        id: 'pullRequestNotOpen',
        parameters: { target: target.title, switch: id, number },
      });
    if (!place) {
      throw unknown();
    }
    const { base, repository } = place;
    const changes = new Map(
      [true, false].map(enabled => {
        const change = { ...place, enabled };
        return [proposalBranch(change, config.branchPrefix), change];
      }),
    );
    const host = gitHostOf(repository);
    const found = await pullRequestsOf(host, {
      repository,
      base,
      branches: new Set(changes.keys()),
    });
    const pullRequest = found.find(
      each => each.number === number && each.state === 'open',
    );
    const change = changes.get(pullRequest?.head.branch ?? '');
    if (!pullRequest || !change) {
      throw unknown();
    }
    const commit = await repositories.commit({
      repository,
      commit: pullRequest.head.commit,
    });
    if (!isOwnCommit(commit)) {
      const { product } = host.account;
      throw problemError(ConflictError, {
        id: 'pullRequestOfOthers',
        parameters: { number, product, url: pullRequest.url },
      });
    }
    return { change, pullRequest, commit };
  }
}
