import { LoggerService } from '@backstage/backend-plugin-api';
import { assertError, InputError } from '@backstage/errors';
import {
  ChartsResponse,
  DeliveryChart,
  LivePruneLast,
  toMessage,
  uncheckedMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  chartFilesOf,
  deliveryCharts,
  DeliveryTarget,
  FilesOfChart,
  FoundChart,
  problemOf,
  unreadableSources,
  VariantService,
  whyNotPreparable,
  withoutCharts,
} from '@progressive-delivery/engine';
import { ClusterCaller } from '../../clusters/ClusterService';
import { ProposalsConfig } from '../../config';
import { PruneLastService } from '../../preflight/PruneLastService';
import { GitHost } from '../../proposals/gitHosts/GitHost';
import { ProposalHost } from '../../proposals/opening/PlannedPullRequest';
import { foundOrThrow } from '../../proposals/pullRequests/foundOrThrow';
import { KnownPullRequests } from '../../proposals/pullRequests/KnownPullRequests';
import { LastKnownTargets } from '../../variants/LastKnownTargets';
import { deliveredWorkloads } from './deliveredWorkloads';
import { preparationBranch } from './preparationBranch';
import { toPreparationProposal } from './toPreparationProposal';

export interface TargetChartsOptions {
  variants: Pick<VariantService, 'read'>;
  descriptions: Pick<LastKnownTargets, 'lastKnown'>;
  pruneLast: Pick<PruneLastService, 'of'>;
  known: KnownPullRequests;
  /** Throws InputError where no pull request can be opened at a repository's host. */
  gitHostOf: (repository: string) => ProposalHost & Pick<GitHost, 'findSince'>;
  config: Pick<ProposalsConfig, 'branchPrefix' | 'enabled'>;
  logger: LoggerService;
}

/** A chart of a target, and what decides whether a pull request can prepare it. */
export interface ReadChart {
  found: FoundChart;
  notPreparable: DeliveryChart['notPreparable'];
  /** Absent where it is not in Git. */
  files?: FilesOfChart;
}

/** Tells which charts a target renders, which of them have a switch, and how far the others are. */
export class TargetCharts {
  static create(options: TargetChartsOptions): TargetCharts {
    return new TargetCharts(options);
  }

  private constructor(private readonly options: TargetChartsOptions) {}

  /**
   * The charts of a target, and how far each is. Nothing is rendered for it.
   *
   * @throws NotFoundError, NotAllowedError where a source cannot be read
   */
  async list(
    target: DeliveryTarget,
    caller: ClusterCaller,
  ): Promise<ChartsResponse> {
    const { charts, notPreparable, unreadable } = await this.read(
      target,
      caller,
    );
    return {
      charts: await Promise.all(
        charts.map(async chart => {
          const [described, pruneLast] = await Promise.all([
            this.describe(chart),
            this.pruneLast(target, chart.found, caller),
          ]);
          return { ...described, pruneLast };
        }),
      ),
      notPreparable,
      unreadable,
    };
  }

  /** @throws as {@link TargetCharts.list} */
  async read(
    target: DeliveryTarget,
    { signal }: { signal?: AbortSignal },
  ): Promise<
    { charts: ReadChart[] } & Pick<
      ChartsResponse,
      'notPreparable' | 'unreadable'
    >
  > {
    const { laidOut, switches } = await this.options.variants.read(target, {
      signal,
    });
    const found = deliveryCharts(laidOut, switches);
    if (found.length === 0) {
      return { charts: [], notPreparable: withoutCharts(laidOut) };
    }
    const unreadable = unreadableSources(laidOut);
    return {
      charts: await Promise.all(found.map(each => this.readChart(each))),
      unreadable: unreadable.length > 0 ? unreadable : undefined,
    };
  }

  /** What is known of a chart without a look at the cluster. */
  async describe({ found, notPreparable }: ReadChart): Promise<DeliveryChart> {
    const { id, name, place, switches } = found;
    return {
      id,
      name,
      repository: place.from === 'git' ? place.repository : undefined,
      directory: place.from === 'git' ? place.directory : undefined,
      switches,
      notPreparable,
      ...(await this.proposalOf(found)),
    };
  }

  private async readChart(found: FoundChart): Promise<ReadChart> {
    const { place, uses } = found;
    const files =
      place.from === 'git'
        ? await chartFilesOf(uses[0].laidOut.layout, place.directory)
        : undefined;
    return {
      found,
      files,
      notPreparable: whyNotPreparable(found, {
        proposals: this.options.config.enabled,
        isHosted: repository => this.hostOf(repository) !== undefined,
        link: files?.link,
      }),
    };
  }

  private async pruneLast(
    target: DeliveryTarget,
    { switches }: FoundChart,
    caller: ClusterCaller,
  ): Promise<LivePruneLast | undefined> {
    if (switches.length === 0) {
      return undefined;
    }
    const known = await this.options.descriptions.lastKnown(target);
    const workloads = deliveredWorkloads(target, switches, known);
    if (workloads) {
      return this.options.pruneLast.of(target, workloads, caller);
    }
    const reason = uncheckedMessage({
      message: 'noApplication',
      parameters: {},
    });
    return {
      state: 'unknown',
      workloads: [],
      unchecked: [{ id: 'prune-last-live', ...reason }],
    };
  }

  /** The newest one. A Git host that does not answer keeps nobody from seeing the charts. */
  private async proposalOf({
    name,
    place,
  }: FoundChart): Promise<Pick<DeliveryChart, 'proposal' | 'proposalUnknown'>> {
    if (place.from !== 'git' || place.branch === undefined) {
      return {};
    }
    const { branch: base, directory, repository } = place;
    const host = this.hostOf(repository);
    if (!host) {
      return {};
    }
    const { config, known, logger } = this.options;
    const branch = preparationBranch(
      { name, repository, directory, branch: base },
      config.branchPrefix,
    );
    try {
      const [newest] = foundOrThrow(
        host,
        { question: 'listPullRequests', repository },
        await known.find(host, {
          repository,
          base,
          branches: new Set([branch]),
        }),
      );
      return { proposal: newest && toPreparationProposal(newest) };
    } catch (error) {
      assertError(error);
      logger.warn(
        `Cannot tell whether a pull request prepares the chart in ${directory} of ${repository}`,
        error,
      );
      const problem = problemOf(error);
      return {
        proposalUnknown:
          problem.id === 'other'
            ? toMessage('problem', {
                id: 'chartProposalsUnread',
                parameters: { repository, ...problem.parameters },
              })
            : problem,
      };
    }
  }

  private hostOf(
    repository: string,
  ): ReturnType<TargetChartsOptions['gitHostOf']> | undefined {
    try {
      return this.options.gitHostOf(repository);
    } catch (error) {
      if (error instanceof InputError) {
        return undefined;
      }
      throw error;
    }
  }
}
