import {
  Problem,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  ApplicationTarget,
  DeliveryTarget,
  problemOf,
} from '@progressive-delivery/engine';
import { ClusterCredentials } from '../../clusters/clusterCredentials';
import { ClusterProxy } from '../../clusters/ClusterProxy';
import { FirstSeen } from '../../rollouts/live/FirstSeen';
import {
  NamedNamespace,
  namedNamespaces,
} from '../../rollouts/live/namedNamespaces';
import { WorkloadWatches } from '../../rollouts/live/workloadWatches';
import { distinctProblems } from '../../rollouts/objects/distinctProblems';
import { ownedObjects } from '../../rollouts/objects/ownedObjects';
import { pickLive } from '../../rollouts/objects/pickLive';
import { workloadStatus } from '../../rollouts/status/workloadStatus';
import { fleetWorkload } from '../rows/fleetWorkload';
import { LiveTarget } from '../rows/LiveTarget';
import { workloadTimes } from '../rows/workloadTimes';
import { ClusterWorkloads, NeededNamespaces } from './ClusterWorkloads';

export interface FleetClustersOptions {
  proxy: Pick<ClusterProxy, 'credentialsOf'>;
  watches: Pick<WorkloadWatches, 'rollouts' | 'deployments'>;
  /** What runs is another one now. */
  onChange: () => void;
}

/** Nothing that a workload owns is read for a list of many. */
const NOTHING_OWNED = ownedObjects({
  replicaSets: undefined,
  pods: undefined,
  analysisRuns: undefined,
  experiments: undefined,
  services: undefined,
  events: undefined,
});

/** What runs of many targets: a watch or two for each cluster, not a request for each target. */
export class FleetClusters {
  static create(options: FleetClustersOptions): FleetClusters {
    return new FleetClusters(options);
  }

  private readonly clusters = new Map<string, ClusterWorkloads>();
  private readonly ofUsers = new Map<
    string,
    Extract<ClusterCredentials, { of: 'user' }>
  >();
  private readonly firstSeen = FirstSeen.create();

  private constructor(private readonly options: FleetClustersOptions) {}

  /** From now on what runs of these targets is watched, and nothing else. */
  async watch(
    targets: Iterable<DeliveryTarget>,
    { signal }: { signal: AbortSignal },
  ): Promise<void> {
    const needed = neededOf(targets);
    for (const cluster of needed.keys()) {
      const credentials = await this.credentialsOf(cluster, signal);
      if (credentials.of === 'user') {
        this.ofUsers.set(cluster, credentials);
        needed.delete(cluster);
      } else {
        this.ofUsers.delete(cluster);
      }
    }
    signal.throwIfAborted();
    for (const [cluster, workloads] of this.clusters) {
      if (!needed.has(cluster)) {
        this.clusters.delete(cluster);
        workloads.close();
      }
    }
    for (const [cluster, namespaces] of needed) {
      const workloads =
        this.clusters.get(cluster) ??
        ClusterWorkloads.create({ ...this.options, cluster });
      this.clusters.set(cluster, workloads);
      workloads.need(namespaces);
    }
  }

  /** To be called before some are asked for. */
  refresh(): void {
    this.clusters.forEach(each => each.refresh());
  }

  of(target: DeliveryTarget): LiveTarget {
    switch (target.kind) {
      case 'application':
        return this.ofApplication(target);
      case 'overlay':
        return unknown([
          toMessage('problem', { id: 'overlayNotWatched', parameters: {} }),
        ]);
      default:
        return target satisfies never;
    }
  }

  close(): void {
    this.clusters.forEach(each => each.close());
    this.clusters.clear();
  }

  private ofApplication(target: ApplicationTarget): LiveTarget {
    const { namespaces, problems } = namedNamespaces(target);
    const { cluster } = target.destination;
    const user = cluster === undefined ? undefined : this.ofUsers.get(cluster);
    if (cluster === undefined) {
      return unknown(problems);
    }
    if (user) {
      return unknown([
        toMessage('problem', {
          id: 'signInMissing',
          parameters: { cluster, provider: user.provider },
        }),
      ]);
    }
    const workloads = this.clusters.get(cluster);
    if (!workloads) {
      return namespaces.length === 0
        ? { state: 'known', workloads: [], problems }
        : { state: 'pending', workloads: [], problems };
    }
    return together(
      namespaces.map(namespace =>
        this.inNamespace(target, namespace, workloads),
      ),
      problems,
    );
  }

  private inNamespace(
    target: ApplicationTarget,
    { instanceName, named, place }: NamedNamespace,
    cluster: ClusterWorkloads,
  ): LiveTarget {
    const lists = Array.from(new Set(named.map(({ kind }) => kind)), kind =>
      cluster.at(kind, place.namespace),
    );
    const now = new Date();
    const live = pickLive({ instanceName, named }, each => cluster.find(each));
    const times = lists.flatMap(each =>
      each.state === 'known' ? [each.observedAt] : [],
    );
    const shown = { target: target.title, cluster: place.cluster };
    return {
      state: stateOf(lists),
      workloads: [
        ...live.unreadable.map(status => fleetWorkload(status, shown)),
        ...live.workloads.map(each => {
          const status = workloadStatus(
            each,
            NOTHING_OWNED,
            this.firstSeen.looking(each.object, now),
          );
          return fleetWorkload(status, shown, workloadTimes(each, status, now));
        }),
      ],
      problems: [
        ...live.problems,
        ...lists.flatMap(each =>
          'error' in each && each.error ? [problemOf(each.error)] : [],
        ),
      ],
      observedAt: earliest(times),
    };
  }

  private async credentialsOf(
    cluster: string,
    signal: AbortSignal,
  ): Promise<ClusterCredentials> {
    try {
      return await this.options.proxy.credentialsOf(cluster, { signal });
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof Error && error.name === 'ServiceUnavailableError') {
        // The watch meets the same, and says so.
        return { of: 'own' };
      }
      throw error;
    }
  }
}

function neededOf(
  targets: Iterable<DeliveryTarget>,
): Map<string, NeededNamespaces> {
  const needed = new Map<string, NeededNamespaces>();
  for (const target of targets) {
    const namespaces =
      target.kind === 'application' ? namedNamespaces(target).namespaces : [];
    for (const { named, place } of namespaces) {
      const ofCluster = needed.get(place.cluster) ?? {
        Deployment: new Set(),
        Rollout: new Set(),
      };
      needed.set(place.cluster, ofCluster);
      named.forEach(({ kind }) => ofCluster[kind].add(place.namespace));
    }
  }
  return needed;
}

function unknown(problems: Problem[]): LiveTarget {
  return { state: 'unknown', workloads: [], problems };
}

function stateOf(lists: { state: LiveTarget['state'] }[]): LiveTarget['state'] {
  if (lists.some(({ state }) => state === 'unknown')) {
    return 'unknown';
  }
  return lists.some(({ state }) => state === 'pending') ? 'pending' : 'known';
}

function together(parts: LiveTarget[], problems: Problem[]): LiveTarget {
  return {
    state: stateOf(parts),
    workloads: parts.flatMap(({ workloads }) => workloads),
    problems: distinctProblems([
      ...problems,
      ...parts.flatMap(each => each.problems),
    ]),
    observedAt: earliest(parts.flatMap(({ observedAt }) => observedAt ?? [])),
  };
}

function earliest(times: Date[]): Date | undefined {
  return times.length > 0
    ? new Date(Math.min(...times.map(time => time.getTime())))
    : undefined;
}
