import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import {
  JourneyStop,
  Proposal,
  ProposalOverride,
  ProposalRequest,
  ProposalResponse,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ProposalsConfig } from '../config';
import { ClusterCaller } from '../clusters/ClusterService';
import {
  OpenProposal,
  PreflightAsker,
} from '../preflight/gathering/PreflightAsker';
import { overrideFindings } from '../preflight/overrideFindings';
import { PreflightService } from '../preflight/PreflightService';
import { RepositoryService } from '../git/RepositoryService';
import { DeliveryTarget } from '../targets/applications/DeliveryTarget';
import { TargetDescription } from '../variants/TargetDescription';
import { VariantService } from '../variants/VariantService';
import { completePullRequest } from './completePullRequest';
import { foundOrThrow } from './foundOrThrow';
import { GitHost, PullRequest } from './gitHosts/GitHost';
import { journey } from './journey';
import { openPullRequest } from './openPullRequest';
import { proposalBranch, ProposedChange } from './proposalBranch';
import { ProposalJourneys, SwitchPullRequest } from './ProposalJourneys';
import { ProposalOverrides } from './ProposalOverrides';
import { publishProposal } from './publishProposal';
import { ProposalPeople, ProposalRequester } from './people/ProposalPeople';
import { ProposalTexts } from './text/ProposalTexts';
import { requesterOf } from './text/requester';

/** What opening and following pull requests takes of a Git host. */
type ProposalHost = Pick<
  GitHost,
  'account' | 'find' | 'publish' | 'open' | 'addLabels' | 'requestReviews'
>;

export interface ProposalServiceOptions {
  /** The Git host of a repository; throws InputError where no pull request can be opened there. */
  gitHostOf: (repository: string) => ProposalHost;
  repositories: Pick<RepositoryService, 'commit' | 'remoteHead'>;
  variants: Pick<VariantService, 'describe'>;
  preflight: Pick<PreflightService, 'compare'>;
  journeys: ProposalJourneys;
  texts: ProposalTexts;
  people: Pick<ProposalPeople, 'involvedIn'>;
  config: Pick<ProposalsConfig, 'branchPrefix' | 'draft' | 'labels'>;
  /** Who makes the commits. */
  author: { name: string; email: string };
  logger: LoggerService;
}

/** Opens the pull requests that flip switches, and follows them. Git is all its memory. */
export class ProposalService {
  static create(options: ProposalServiceOptions): ProposalService {
    return new ProposalService(options);
  }

  private readonly overrides: ProposalOverrides;

  private constructor(private readonly options: ProposalServiceOptions) {
    this.overrides = ProposalOverrides.create(options);
  }

  /** The pull requests for the switches of a target, newest first, each with its journey. */
  async list(
    target: DeliveryTarget,
    caller: ClusterCaller = {},
  ): Promise<Proposal[]> {
    const { journeys, variants } = this.options;
    const description = await variants.describe(target, {
      signal: caller.signal,
    });
    const proposals = await this.find(description.editPlaces);
    const [stops, overrides] = await Promise.all([
      journeys.of(proposals, target, description, caller),
      Promise.all(
        proposals.map(({ pullRequest, repository }) =>
          this.overrides.of(repository, pullRequest),
        ),
      ),
    ]);
    return proposals.map((proposal, index) =>
      toProposal(proposal, stops[index], overrides[index]),
    );
  }

  /** The open ones among those for the switches that are edited in some places. */
  async openAmong(
    editPlaces: TargetDescription['editPlaces'],
  ): Promise<OpenProposal[]> {
    const proposals = await this.find(editPlaces);
    return proposals.flatMap(({ enabled, pullRequest, ...proposal }) => {
      const place = editPlaces.find(each => each.switch === proposal.switch);
      return place && pullRequest.state === 'open'
        ? [
            {
              number: pullRequest.number,
              url: pullRequest.url,
              switch: proposal.switch,
              enabled,
              repository: place.repository,
              file: place.file,
            },
          ]
        : [];
    });
  }

  private async find(
    editPlaces: TargetDescription['editPlaces'],
  ): Promise<SwitchPullRequest[]> {
    const changes = new Map<
      string,
      { switch: string; change: ProposedChange }
    >();
    for (const place of editPlaces) {
      for (const enabled of [true, false]) {
        const change = { ...place, enabled };
        changes.set(this.branchOf(change), { switch: place.switch, change });
      }
    }
    const perBase = new Map(
      editPlaces.map(place => [`${place.repository} ${place.base}`, place]),
    );
    const found = await Promise.all(
      Array.from(perBase.values(), ({ repository, base }) =>
        findPullRequests(this.options.gitHostOf(repository), {
          repository,
          base,
          branches: new Set(changes.keys()),
        }),
      ),
    );
    return found
      .flat()
      .sort((a, b) => b.createdAt.localeCompare(a.createdAt))
      .flatMap(pullRequest => {
        const proposed = changes.get(pullRequest.head.branch);
        return proposed
          ? [
              {
                pullRequest,
                repository: proposed.change.repository,
                switch: proposed.switch,
                enabled: proposed.change.enabled,
              },
            ]
          : [];
      });
  }

  /**
   * Opens the pull request that flips a switch, or finds the one that is open for the same change.
   *
   * @throws ConflictError where what would change is not what the person saw, where preflight has found what is not
   * overridden (`preflight`), where a pull request for the opposite is open, or where somebody else's commits are on the
   * branch
   * @throws InputError where Git holds the requested value already
   */
  async propose(
    target: DeliveryTarget,
    request: ProposalRequest,
    by: ProposalRequester,
    caller: ClusterCaller & { asker?: PreflightAsker } = {},
  ): Promise<ProposalResponse> {
    const { comparison, edit } = await this.options.preflight.compare(
      target,
      { switch: request.switch, enabled: request.enabled },
      caller,
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
    const overridden = comparison.preflight
      ? overrideFindings(comparison.preflight, request.override)
      : [];
    const change: ProposedChange = {
      repository: edit.repository,
      base: edit.branch,
      file: edit.file,
      path: edit.path,
      enabled: request.enabled,
    };
    const host = this.options.gitHostOf(edit.repository);
    const branch = this.branchOf(change);
    const opposite = this.branchOf({ ...change, enabled: !change.enabled });
    const pullRequests = await findPullRequests(host, {
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
    if (open) {
      return {
        outcome: 'existing',
        proposal: proposalOf(
          open,
          request,
          await this.overrides.of(edit.repository, open),
        ),
      };
    }

    const { author, config, logger, people, repositories, texts } =
      this.options;
    const involved = await people.involvedIn(by, host.account);
    const content = {
      comparison,
      targetTitle: target.title,
      entityRef: by.entityRef,
      requestedBy: by.userEntityRef,
      coAuthor: involved.coAuthor,
      title: request.title,
      description: request.description,
      override:
        request.override && overridden.length > 0
          ? { findings: overridden, reason: request.override.reason }
          : undefined,
    };
    await publishProposal(
      {
        edit,
        branch,
        message: texts.commitMessage(content),
        author,
        earlier: pullRequests.filter(each => each.head.branch === branch),
      },
      { host, repositories },
    );
    const opened = await openPullRequest(host, {
      repository: edit.repository,
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
        repository: edit.repository,
        number: opened.number,
        labels: config.labels,
      },
      { logger },
    );
    logger.info('Opened a pull request', {
      target: target.id,
      switch: request.switch,
      enabled: String(request.enabled),
      pullRequest: opened.url,
    });
    return {
      outcome: 'created',
      proposal: proposalOf(
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
      notes: notes.map(note => toMessage('proposalNote', note)),
    };
  }

  private branchOf(change: ProposedChange): string {
    return proposalBranch(change, this.options.config.branchPrefix);
  }
}

async function findPullRequests(
  host: ProposalHost,
  search: Parameters<GitHost['find']>[0],
): Promise<PullRequest[]> {
  return foundOrThrow(
    host,
    { action: 'list pull requests', repository: search.repository },
    await host.find(search),
  );
}

/** An open one has a journey that depends on nothing that would have to be read. */
function proposalOf(
  pullRequest: PullRequest,
  { enabled, switch: switchId }: { switch: string; enabled: boolean },
  override: ProposalOverride,
): Proposal {
  return toProposal(
    { pullRequest, switch: switchId, enabled },
    journey({
      pullRequest,
      enabled,
      live: [],
      moved: { state: 'known', workloads: [] },
    }),
    override,
  );
}

function toProposal(
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

function onOrOff(enabled: boolean): string {
  return enabled ? 'on' : 'off';
}
