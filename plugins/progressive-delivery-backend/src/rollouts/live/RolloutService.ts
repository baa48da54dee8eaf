import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Problem,
  RolloutsResponse,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { DeliveryTarget, VariantService } from '@progressive-delivery/engine';
import { ClusterProxy } from '../../clusters/ClusterProxy';
import { ClusterCaller, ClusterService } from '../../clusters/ClusterService';
import { ClusterLists, clusterLists } from './clusterLists';
import { LiveQuery, findLive, LiveNamespace } from './findLive';
import { FirstSeen } from './FirstSeen';
import { NamedWorkload } from '../objects/namedWorkloads';
import { nothingRuns } from './nothingRuns';
import { ListResults } from './ListResults';
import { readOwned } from './readOwned';
import { WorkloadWatches } from './workloadWatches';
import { workloadStatus } from '../status/workloadStatus';

export interface RolloutServiceOptions {
  clusters: Pick<ClusterService, 'list'>;
  proxy: Pick<ClusterProxy, 'credentialsOf'>;
  logger: LoggerService;
  /** Tells what a target without an Application renders to. */
  variants: Pick<VariantService, 'describe'>;
  /** What is being watched is not asked for again. */
  watches?: WorkloadWatches;
}

/** A workload that runs, and as what: as both kinds while a switch is under way. */
export interface LiveWorkload {
  namespace: string;
  name: string;
  kinds: string[];
}

/** What runs of a target. Where there are problems, more may run than is listed. */
export interface LiveWorkloads {
  workloads: LiveWorkload[];
  /** What could not be read. */
  problems: Problem[];
}

/**
 * Tells what runs of a delivery target, from its cluster. Whoever calls must have authorized the person: most clusters
 * are read with credentials that are not theirs.
 */
export class RolloutService {
  static create(options: RolloutServiceOptions): RolloutService {
    return new RolloutService(options);
  }

  private readonly lists: ClusterLists;
  private readonly firstSeen = FirstSeen.create();

  private constructor(private readonly options: RolloutServiceOptions) {
    this.lists = clusterLists(options);
  }

  /** The workloads of a target that are there, and as which kinds. */
  async liveWorkloads(
    target: DeliveryTarget,
    caller: ClusterCaller = {},
  ): Promise<LiveWorkloads> {
    const query = this.queryFor(caller);
    const namespaces = await findLive(target, query);
    const live = new Map<string, LiveWorkload>();
    for (const { kind, name, namespace } of namespaces.flatMap(identities)) {
      const key = `${namespace}/${name}`;
      const kinds = live.get(key)?.kinds ?? [];
      live.set(key, { namespace, name, kinds: [...kinds, kind] });
    }
    return {
      workloads: Array.from(live.values()),
      problems: [
        ...query.results.problems,
        ...namespaces.flatMap(({ unreadable }) =>
          unreadable.flatMap(status => status.unreadable ?? []),
        ),
      ],
    };
  }

  /** As {@link RolloutService.statuses}, and where nothing is there, what was looked for. */
  async list(
    target: DeliveryTarget,
    caller: ClusterCaller = {},
  ): Promise<RolloutsResponse> {
    const { lookedFor, ...answer } = await this.statuses(target, caller);
    return answer.rollouts.length === 0 && answer.problems.length === 0
      ? { ...answer, problems: [nothingRuns(target, lookedFor)] }
      : answer;
  }

  /** The status of each workload of a target that is there. What could not be read hides nothing that could. */
  async statuses(
    target: DeliveryTarget,
    caller: ClusterCaller = {},
  ): Promise<RolloutsResponse & { lookedFor: NamedWorkload[] }> {
    const query = this.queryFor(caller);
    const namespaces = await findLive(target, query);
    const rollouts = await Promise.all(
      namespaces.map(namespace => this.statusesIn(namespace, query)),
    );
    return {
      observedAt: query.results.observedAt.toISOString(),
      rollouts: rollouts.flat().sort(byName),
      problems: query.results.problems,
      lookedFor: namespaces.flatMap(({ named }) => named),
    };
  }

  private async statusesIn(
    { place, unreadable, workloads }: LiveNamespace,
    query: LiveQuery,
  ): Promise<RolloutStatus[]> {
    if (workloads.length === 0) {
      return unreadable;
    }
    const owned = await readOwned(place, workloads, query);
    const now = new Date();
    return [
      ...unreadable,
      ...workloads.map(workload =>
        workloadStatus(
          workload,
          owned,
          this.firstSeen.looking(workload.object, now),
        ),
      ),
    ];
  }

  private queryFor(caller: ClusterCaller): LiveQuery {
    return {
      lists: this.lists,
      variants: this.options.variants,
      results: ListResults.create({ logger: this.options.logger }),
      caller,
    };
  }
}

/** What is known of all that are there, readable or not. */
function identities({
  unreadable,
  workloads,
}: LiveNamespace): Pick<RolloutStatus, 'kind' | 'namespace' | 'name'>[] {
  return [
    ...workloads.map(({ kind, object }) => ({ kind, ...object.metadata })),
    ...unreadable,
  ];
}

function byName(one: RolloutStatus, other: RolloutStatus): number {
  return (
    one.namespace.localeCompare(other.namespace) ||
    one.name.localeCompare(other.name) ||
    one.kind.localeCompare(other.kind)
  );
}
