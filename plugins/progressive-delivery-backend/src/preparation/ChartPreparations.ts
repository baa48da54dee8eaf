import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  ChartPreparation,
  ChartPreparationRequest,
  ChartPreparationResponse,
  ChartsResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  ChartProver,
  ChartProverOptions,
  DeliveryTarget,
  FoundChart,
  GitChart,
  problemError,
  ProvedChart,
  shownPatch,
} from '@progressive-delivery/engine';
import { ClusterCaller } from '../clusters/ClusterService';
import { ProposalsConfig } from '../config';
import {
  outcomeOf,
  PlannedPullRequest,
} from '../proposals/opening/PlannedPullRequest';
import { ProposalRequester } from '../proposals/people/ProposalPeople';
import { preparationBranch } from './charts/preparationBranch';
import { switchesOfOthers } from './charts/switchesOfOthers';
import {
  ReadChart,
  TargetCharts,
  TargetChartsOptions,
} from './charts/TargetCharts';
import { toPreparationProposal } from './charts/toPreparationProposal';
import {
  PreparationOpener,
  PreparationOpenerOptions,
} from './opening/PreparationOpener';
import { preparationTexts } from './opening/preparationTexts';

export type ChartPreparationsOptions = PreparationOpenerOptions &
  ChartProverOptions &
  TargetChartsOptions & {
    config: Pick<
      ProposalsConfig,
      'branchPrefix' | 'draft' | 'enabled' | 'labels'
    >;
    /** Where people have Backstage (`app.baseUrl`); without it, nothing links there. */
    appUrl?: string;
  };

/** Prepares the charts of delivery targets: finds those without a switch, proves the change, and opens its pull request. */
export class ChartPreparations {
  static create(options: ChartPreparationsOptions): ChartPreparations {
    return new ChartPreparations(options);
  }

  private readonly charts: TargetCharts;
  private readonly prover: ChartProver;
  private readonly opener: PreparationOpener;

  private constructor(private readonly options: ChartPreparationsOptions) {
    this.charts = TargetCharts.create(options);
    this.prover = ChartProver.create(options);
    this.opener = PreparationOpener.create(options);
  }

  async close(): Promise<void> {
    await this.prover.close();
  }

  /** As {@link TargetCharts.list} */
  async list(
    target: DeliveryTarget,
    caller: ClusterCaller = {},
  ): Promise<ChartsResponse> {
    return this.charts.list(target, caller);
  }

  /**
   * A chart with the switch, proved; or what is in the way.
   *
   * @param options.values - whether whoever asks may see values
   * @throws NotFoundError where the target has no such chart
   * @throws ConflictError where it has a switch, or no pull request can prepare it
   * @throws ServiceUnavailableError where Helm cannot be run
   */
  async prepare(
    target: DeliveryTarget,
    id: string,
    { signal, values = false }: { signal?: AbortSignal; values?: boolean } = {},
  ): Promise<ChartPreparation> {
    const { charts, proved, read } = await this.prove(target, id, { signal });
    const chart = await this.charts.describe(read);
    if (proved.state === 'refused') {
      const { base, obstacles } = proved;
      return { state: 'refused', chart, base, obstacles };
    }
    const { adoption, base, changes, digest, notes } = proved;
    return {
      state: 'prepared',
      chart,
      digest,
      base,
      files: changes.map(change => ({
        path: change.path,
        isNew: change.before === undefined,
        patch: shownPatch(change, { values }),
      })),
      masked: !values,
      workloads: adoption.workloads.map(
        ({ line, replicasAdded, switchPath, template }) => ({
          template,
          line,
          switch: switchPath,
          replicasAdded,
        }),
      ),
      proof: {
        values: [...adoption.proof.values],
        workloads: [...adoption.proof.workloads],
        schema: adoption.proof.schema,
      },
      notes,
      notOwned: switchesOfOthers(target, read.found, {
        charts,
        paths: adoption.workloads.map(({ switchPath }) => switchPath),
      }),
    };
  }

  /**
   * Opens the pull request that prepares a chart, or brings the one that is open up to date.
   *
   * @throws as {@link ChartPreparations.prepare}
   * @throws NotAllowedError where the entity may use other switches of the target only
   * @throws ConflictError where what would change is not what the person saw, where it cannot be proved, or where somebody
   * else's commits are on the branch
   */
  async propose(
    target: DeliveryTarget,
    id: string,
    request: ChartPreparationRequest,
    by: ProposalRequester,
  ): Promise<ChartPreparationResponse> {
    const { known, logger } = this.options;
    let repository: string | undefined;
    try {
      const made = await this.opener.open(async () => {
        const planned = await this.plan(target, id, request, by);
        ({ repository } = planned.proposed);
        return planned;
      });
      const outcome = outcomeOf(made);
      const proposal = toPreparationProposal(made.pullRequest);
      if (outcome !== 'existing') {
        logger.info(
          outcome === 'created'
            ? 'Opened a pull request that prepares a chart'
            : 'Brought a pull request that prepares a chart up to date',
          { target: target.id, chart: id, pullRequest: proposal.url },
        );
      }
      return { outcome, proposal, notes: made.notes };
    } finally {
      if (repository !== undefined) {
        known.forget({ url: repository });
      }
    }
  }

  private async plan(
    target: DeliveryTarget,
    id: string,
    request: ChartPreparationRequest,
    by: ProposalRequester,
  ): Promise<PlannedPullRequest> {
    const { appUrl, config, gitHostOf } = this.options;
    const { chart, charts, proved } = await this.prove(target, id, {});
    if (proved.state === 'refused') {
      throw problemError(ConflictError, {
        id: 'chartRefused',
        parameters: { chart: chart.name, obstacle: proved.obstacles[0] },
      });
    }
    const { adoption, base, changes, digest, notes } = proved;
    if (digest !== request.digest) {
      throw problemError(ConflictError, {
        id: 'chartChanged',
        parameters: { chart: chart.name },
      });
    }
    const notOwned = switchesOfOthers(target, chart, {
      charts,
      paths: adoption.workloads.map(({ switchPath }) => switchPath),
    });
    if (notOwned) {
      throw problemError(NotAllowedError, {
        id: 'chartNotOwned',
        parameters: {
          entity: by.entityRef,
          target: target.title,
          chart: chart.name,
          switches: notOwned,
        },
      });
    }
    const { directory } = chart.place;
    return {
      host: gitHostOf(base.repository),
      proposed: {
        repository: base.repository,
        base,
        files: new Map(changes.map(({ after, path }) => [path, after])),
        added: new Set(
          changes
            .filter(({ before }) => before === undefined)
            .map(({ path }) => path),
        ),
      },
      branch: preparationBranch(
        { ...chart.place, name: chart.name },
        config.branchPrefix,
      ),
      by,
      draft: request.draft,
      write: people =>
        preparationTexts(
          {
            ...people,
            chart: { name: chart.name, directory },
            target,
            base,
            adoption,
            notes,
            entityRef: by.entityRef,
            requestedBy: by.userEntityRef,
            title: request.title,
            description: request.description,
          },
          { appUrl },
        ),
    };
  }

  private async prove(
    target: DeliveryTarget,
    id: string,
    { signal }: { signal?: AbortSignal },
  ): Promise<{
    read: ReadChart;
    chart: GitChart;
    /** All of the target. */
    charts: FoundChart[];
    proved: ProvedChart;
  }> {
    const { charts } = await this.charts.read(target, { signal });
    const read = charts.find(({ found }) => found.id === id);
    if (!read) {
      const missing = { target: target.title, chart: id };
      const ids = charts.map(({ found }) => found.id);
      throw problemError(
        NotFoundError,
        ids.length > 0
          ? { id: 'chartMissing', parameters: { ...missing, charts: ids } }
          : { id: 'chartsMissing', parameters: missing },
      );
    }
    const { files, found, notPreparable } = read;
    const chart = gitChart(found);
    if (notPreparable || !chart || !files) {
      throw problemError(
        ConflictError,
        notPreparable
          ? {
              id: 'chartNotPreparable',
              parameters: { chart: found.name, notPreparable },
            }
          : {
              id: 'chartHasSwitch',
              parameters: { chart: found.name, switches: found.switches },
            },
      );
    }
    return {
      read,
      chart,
      charts: charts.map(each => each.found),
      proved: await this.prover.prove(target, chart, files, { signal }),
    };
  }
}

/** A chart without a switch that is in Git, on a branch. */
function gitChart({
  place,
  switches,
  ...rest
}: FoundChart): GitChart | undefined {
  return place.from === 'git' &&
    place.branch !== undefined &&
    switches.length === 0
    ? { ...rest, switches, place: { ...place, branch: place.branch } }
    : undefined;
}
