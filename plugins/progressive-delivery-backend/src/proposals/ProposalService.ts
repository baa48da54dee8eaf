import {
  Proposal,
  ProposalResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  DeliveryTarget,
  OpenProposal,
  TargetDescription,
  VariantService,
} from '@progressive-delivery/engine';
import { ClusterCaller } from '../clusters/ClusterService';
import { foundOrThrow } from './pullRequests/foundOrThrow';
import { GitHost, PullRequest } from './gitHosts/GitHost';
import { KnownPullRequests } from './pullRequests/KnownPullRequests';
import { proposalBranch, ProposedChange } from './branches/proposalBranch';
import {
  ProposalJourneys,
  SwitchPullRequest,
} from './following/ProposalJourneys';
import {
  ProposalOpener,
  ProposalOpenerOptions,
} from './opening/ProposalOpener';
import { ProposalOverrides } from './following/ProposalOverrides';
import { toProposal } from './following/toProposal';

export interface ProposalServiceOptions extends ProposalOpenerOptions {
  gitHostOf: (
    repository: string,
  ) => ReturnType<ProposalOpenerOptions['gitHostOf']> &
    Pick<GitHost, 'findSince'>;
  variants: Pick<VariantService, 'describe'>;
  journeys: ProposalJourneys;
  known: KnownPullRequests;
}

/** Opens the pull requests that flip switches, and follows them. Git is all its memory. */
export class ProposalService {
  static create(options: ProposalServiceOptions): ProposalService {
    return new ProposalService(options);
  }

  private readonly overrides: ProposalOverrides;
  private readonly opener: ProposalOpener;

  private constructor(private readonly options: ProposalServiceOptions) {
    this.overrides = ProposalOverrides.create(options);
    this.opener = ProposalOpener.create(options);
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
        changes.set(proposalBranch(change, this.options.config.branchPrefix), {
          switch: place.switch,
          change,
        });
      }
    }
    const perBase = new Map(
      editPlaces.map(place => [`${place.repository} ${place.base}`, place]),
    );
    const found = await Promise.all(
      Array.from(perBase.values(), ({ repository, base }) =>
        this.known(repository, { base, branches: new Set(changes.keys()) }),
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

  /** As {@link ProposalOpener.propose}. */
  async propose(
    ...request: Parameters<ProposalOpener['propose']>
  ): Promise<ProposalResponse> {
    const [target] = request;
    try {
      return await this.opener.propose(...request);
    } finally {
      for (const { repository } of target.sources) {
        this.options.known.forget({ url: repository });
      }
    }
  }

  /** Those that are only shown need not be asked for each time. */
  private async known(
    repository: string,
    of: { base: string; branches: ReadonlySet<string> },
  ): Promise<PullRequest[]> {
    const host = this.options.gitHostOf(repository);
    return foundOrThrow(
      host,
      { question: 'listPullRequests', repository },
      await this.options.known.find(host, { ...of, repository }),
    );
  }
}
