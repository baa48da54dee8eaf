import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import {
  Proposal,
  ProposalRequest,
  ProposalResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ClusterCaller } from '../clusters/ClusterService';
import { RepositoryService } from '../git/RepositoryService';
import { RolloutService } from '../rollouts/live/RolloutService';
import { applicationState } from '../targets/applications/applicationState';
import { DeliveryTarget } from '../targets/applications/DeliveryTarget';
import { TargetDescription } from '../variants/TargetDescription';
import { ValuesEdit, VariantService } from '../variants/VariantService';
import { GitHost, PullRequest } from './gitHosts/GitHost';
import { gitHostFor } from './gitHosts/gitHostFor';
import { journey } from './journey';
import { proposalBranch, ProposedChange } from './proposalBranch';
import {
  commitMessage,
  pullRequestBody,
  pullRequestTitle,
  requesterOf,
} from './pullRequestText';

export interface ProposalServiceOptions {
  integrations: ScmIntegrations;
  repositories: RepositoryService;
  variants: VariantService;
  rollouts: RolloutService;
  /** Who makes the commits. */
  author: { name: string; email: string };
  logger: LoggerService;
}

/** Opens the pull requests that flip switches, and follows them. Git is all its memory. */
export class ProposalService {
  static create(options: ProposalServiceOptions): ProposalService {
    return new ProposalService(options);
  }

  private constructor(private readonly options: ProposalServiceOptions) {}

  /** The pull requests for the switches of a target, newest first, each with its journey. */
  async list(
    target: DeliveryTarget,
    caller: ClusterCaller = {},
  ): Promise<Proposal[]> {
    const description = await this.options.variants.describe(target, {
      signal: caller.signal,
    });
    const changes = new Map<
      string,
      { switch: string; change: ProposedChange }
    >();
    for (const place of description.editPlaces) {
      for (const enabled of [true, false]) {
        const change = { ...place, enabled };
        changes.set(proposalBranch(change), { switch: place.switch, change });
      }
    }
    const perBase = new Map<string, ProposedChange>();
    for (const { change } of changes.values()) {
      perBase.set(`${change.repository} ${change.base}`, change);
    }
    const found = await Promise.all(
      Array.from(perBase.values(), async ({ repository, base }) =>
        gitHostFor(this.options.integrations, repository).find({
          repository,
          base,
          branches: new Set(changes.keys()),
        }),
      ),
    );
    const pullRequests = found
      .flat()
      .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
    if (pullRequests.length === 0) {
      return [];
    }
    const surroundings = await this.surroundings(target, description, caller);
    const latestMerged = new Set<string>();
    return pullRequests.map(pullRequest => {
      const { switch: switchId, change } = changes.get(
        pullRequest.head.branch,
      )!;
      const superseded =
        pullRequest.state === 'merged' && latestMerged.has(switchId);
      if (pullRequest.state === 'merged') {
        latestMerged.add(switchId);
      }
      const stages = journey({
        ...surroundings(switchId),
        pullRequest,
        enabled: change.enabled,
      });
      return this.toProposal(
        pullRequest,
        { switch: switchId, enabled: change.enabled },
        // What came of it can no longer be told from what is live: a later one decided that.
        superseded ? stages.slice(0, 2) : stages,
      );
    });
  }

  /**
   * Opens the pull request that flips a switch, or finds the one that is open for the same change.
   *
   * @throws ConflictError where what would change is not what the person saw, where a pull request for the opposite is
   * open, or where somebody else's commits are on the branch
   * @throws InputError where Git holds the requested value already
   */
  async propose(
    target: DeliveryTarget,
    request: ProposalRequest,
    by: { entityRef: string; userEntityRef: string } & ClusterCaller,
  ): Promise<ProposalResponse> {
    const { comparison, edit } = await this.options.variants.compare(
      target,
      { switch: request.switch, enabled: request.enabled },
      { signal: by.signal },
    );
    if (comparison.alreadySet) {
      throw new InputError(
        `${request.switch} is ${onOrOff(request.enabled)} in ${
          edit.file
        } already, at ${edit.commit.slice(0, 8)}: nothing to propose`,
      );
    }
    if (
      comparison.digest !== request.digest ||
      comparison.profile.id !== request.profile
    ) {
      throw new ConflictError(
        `What ${request.switch} would change is no longer what you saw: the overlay, its chart or the tools changed since. Preview it again.`,
      );
    }
    const change: ProposedChange = {
      repository: edit.repository,
      base: edit.branch,
      file: edit.file,
      path: edit.path,
      enabled: request.enabled,
    };
    const host = gitHostFor(this.options.integrations, edit.repository);
    const branch = proposalBranch(change);
    const opposite = proposalBranch({ ...change, enabled: !change.enabled });
    const pullRequests = await host.find({
      repository: edit.repository,
      base: edit.branch,
      branches: new Set([branch, opposite]),
    });
    const open = pullRequests.find(each => each.state === 'open');
    if (open && open.head.branch === opposite) {
      throw new ConflictError(
        `Pull request #${open.number} is open and turns ${
          request.switch
        } ${onOrOff(!request.enabled)}: merge or close it first (${open.url})`,
      );
    }
    const asked = { switch: request.switch, enabled: request.enabled };
    if (open) {
      return {
        outcome: 'existing',
        proposal: this.toProposal(
          open,
          asked,
          await this.journeyOf(target, open, asked, by),
        ),
      };
    }

    const text = {
      comparison,
      targetTitle: target.title,
      entityRef: by.entityRef,
      requestedBy: by.userEntityRef,
      description: request.description,
    };
    await this.publish(host, edit, branch, pullRequests, commitMessage(text));
    const opened = await host.open({
      repository: edit.repository,
      base: edit.branch,
      branch,
      title: pullRequestTitle(text),
      body: pullRequestBody(text),
    });
    this.options.logger.info('Opened a pull request', {
      target: target.id,
      switch: request.switch,
      enabled: String(request.enabled),
      pullRequest: opened.url,
    });
    return {
      outcome: 'created',
      proposal: this.toProposal(
        opened,
        asked,
        await this.journeyOf(target, opened, asked, by),
      ),
    };
  }

  /** Pushes the edited file, over nothing but what an earlier proposal of ours left behind. */
  private async publish(
    host: GitHost,
    edit: ValuesEdit,
    branch: string,
    earlier: PullRequest[],
    message: string,
  ): Promise<void> {
    const { repositories, author } = this.options;
    const head = await repositories.remoteHead(edit.repository, branch);
    if (head) {
      const ended = earlier.some(
        each => each.head.branch === branch && each.head.commit === head,
      );
      const left =
        ended ||
        (await host.commit({ repository: edit.repository, commit: head }))
          ?.authorEmail === author.email;
      if (!left) {
        throw new ConflictError(
          `Branch ${branch} of ${
            edit.repository
          } has commits by somebody else (${head.slice(
            0,
            8,
          )}); they are left alone. Merge or delete that branch first.`,
        );
      }
    }
    await repositories.publish({
      repository: edit.repository,
      branch,
      base: { commit: edit.commit },
      expectedHead: head,
      files: new Map([[edit.file, edit.after]]),
      message,
      author,
    });
  }

  private async journeyOf(
    target: DeliveryTarget,
    pullRequest: PullRequest,
    change: { switch: string; enabled: boolean },
    caller: ClusterCaller,
  ) {
    const surroundings = await this.surroundings(
      target,
      await this.options.variants.describe(target),
      caller,
    );
    return journey({
      ...surroundings(change.switch),
      pullRequest,
      enabled: change.enabled,
    });
  }

  private async surroundings(
    target: DeliveryTarget,
    description: TargetDescription,
    { signal, userTokens }: ClusterCaller,
  ) {
    const { rollouts, problems } = await this.options.rollouts.statuses(
      target,
      { signal, userTokens },
    );
    const state =
      target.kind === 'application' ? applicationState(target) : undefined;
    const syncProblem =
      state && state.sync !== 'Synced' ? state.message : undefined;
    return (switchId: string) => ({
      rollouts,
      syncProblem,
      liveUnknown: problems.at(0),
      workloads: description.workloads
        .filter(workload => workload.switches.includes(switchId))
        .map(({ name, namespace }) => ({
          name,
          kindsLive: rollouts
            .filter(each => each.name === name && each.namespace === namespace)
            .map(({ kind }) => kind),
        })),
    });
  }

  private toProposal(
    pullRequest: PullRequest,
    change: { switch: string; enabled: boolean },
    stages: Proposal['journey'],
  ): Proposal {
    return {
      number: pullRequest.number,
      url: pullRequest.url,
      title: pullRequest.title,
      branch: pullRequest.head.branch,
      state: pullRequest.state,
      switch: change.switch,
      enabled: change.enabled,
      requestedBy: requesterOf(pullRequest.body),
      createdAt: pullRequest.createdAt,
      journey: stages,
    };
  }
}

function onOrOff(enabled: boolean): string {
  return enabled ? 'on' : 'off';
}
