import {
  RolloutStatus,
  WorkloadKind,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { WatchLease, WatchListener } from '../../clusters/watch/SharedWatches';
import { WatchState } from '../../clusters/watch/Reflector';
import { ObjectChange, Watchable } from '../../clusters/watch/WatchedObjects';
import { DeploymentObject } from '../deploymentObject';
import { NamedNamespace } from '../namedNamespaces';
import { NamedWorkload } from '../namedWorkloads';
import { LiveObject, pickLive } from '../pickLive';
import { PodObject } from '../podObject';
import { ReplicaSetObject } from '../replicaSetObject';
import { RolloutObject } from '../rolloutObject';
import { workloadStatus } from '../workloadStatus';
import { workloadKey } from './workloadKey';
import { WorkloadWatches } from './workloadWatches';

export interface NamespaceWatchOptions {
  namespace: NamedNamespace;
  watches: WorkloadWatches;
  /** A workload or something that it owns has changed. */
  onWorkload: (key: string, change: { itself: boolean }) => void;
  onState: () => void;
}

/** What an Application has in one namespace, as it is now. */
export class NamespaceWatch {
  static create(options: NamespaceWatchOptions): NamespaceWatch {
    const watch = new NamespaceWatch(options);
    watch.watchOwnedIfNeeded();
    return watch;
  }

  /** By their keys. */
  private readonly named: Map<string, NamedWorkload>;
  private readonly rollouts?: WatchLease<RolloutObject>;
  private readonly deployments?: WatchLease<DeploymentObject>;
  private replicaSets?: WatchLease<ReplicaSetObject>;
  private pods?: WatchLease<PodObject>;
  /** Which lists had been read, or tried, when this was last looked at. */
  private wasKnown = '';

  private constructor(private readonly options: NamespaceWatchOptions) {
    const { namespace, watches } = options;
    const { named, place } = namespace;
    this.named = new Map(named.map(each => [workloadKey(each), each]));
    const names = (kind: WorkloadKind) =>
      named.some(each => each.kind === kind);
    // A cluster without Argo Rollouts is not asked for Rollouts unless the Application names one.
    if (names('Rollout')) {
      this.rollouts = watches.rollouts.open(place, this.listener('Rollout'));
    }
    if (names('Deployment')) {
      this.deployments = watches.deployments.open(
        place,
        this.listener('Deployment'),
      );
    }
  }

  /** Whether everything that is there has been read, or could not be. */
  get settled(): boolean {
    return this.states().every(({ state }) => state !== 'starting');
  }

  states(): WatchState[] {
    return this.leases().map(({ state }) => state);
  }

  /** The keys of the workloads that are there, and what is not shown and why. */
  present(): { keys: string[]; problems: string[] } {
    const { workloads, problems } = this.pick(this.options.namespace.named);
    return {
      keys: workloads.map(({ kind, object }) =>
        workloadKey({ kind, ...object.metadata }),
      ),
      problems,
    };
  }

  /** The workloads that are looked for here. */
  keys(): string[] {
    return Array.from(this.named.keys());
  }

  /** Whether all has been read that the status of a workload is told from, or could not be. */
  isReady(key: string): boolean {
    const workload = this.named.get(key);
    const own = workload?.kind === 'Rollout' ? this.rollouts : this.deployments;
    return [own, this.replicaSets, this.pods].every(
      lease => lease?.state.state !== 'starting',
    );
  }

  /** Whether a workload that is not there can be told to be gone: not as long as its list could not be read. */
  knows(key: string): boolean {
    const workload = this.named.get(key);
    return (
      !workload ||
      isKnown(workload.kind === 'Rollout' ? this.rollouts : this.deployments)
    );
  }

  /** `undefined` where it is not there, or not the Application's. */
  status(key: string): RolloutStatus | undefined {
    const workload = this.named.get(key);
    const [live] = workload ? this.pick([workload]).workloads : [];
    if (!live) {
      return undefined;
    }
    this.watchOwnedIfNeeded();
    const replicaSets = known(this.replicaSets)?.objects.ownedBy(
      live.object.metadata.uid,
    );
    const pods = known(this.pods)?.objects;
    return workloadStatus(live, {
      replicaSets,
      pods:
        pods &&
        (replicaSets ?? []).flatMap(({ metadata }) =>
          pods.ownedBy(metadata.uid),
        ),
    });
  }

  close(): void {
    this.leases().forEach(lease => lease.close());
  }

  private leases(): WatchLease<Watchable>[] {
    return [
      this.rollouts,
      this.deployments,
      this.replicaSets,
      this.pods,
    ].filter(lease => lease !== undefined);
  }

  private pick(named: NamedWorkload[]) {
    const { application } = this.options.namespace;
    return pickLive({ application, named }, workload => this.find(workload));
  }

  private find({ kind, name }: NamedWorkload): LiveObject | undefined {
    switch (kind) {
      case 'Rollout': {
        const object = known(this.rollouts)?.objects.get(name);
        return object && { kind, object };
      }
      case 'Deployment': {
        const object = known(this.deployments)?.objects.get(name);
        return object && { kind, object };
      }
      default:
        return kind satisfies never;
    }
  }

  /**
   * In the destination's namespace from the start; where an overlay may merely name things, not before one of them has
   * turned out to be the Application's.
   */
  private watchOwnedIfNeeded(): void {
    const { namespace, onState, watches } = this.options;
    const { named, place } = namespace;
    if (this.replicaSets) {
      return;
    }
    if (
      named.some(({ needsTracking }) => !needsTracking) ||
      this.pick(named).workloads.length > 0
    ) {
      this.replicaSets = watches.replicaSets.open(place, {
        onChange: change => this.ownedChanged(change),
        onState: () => this.ownedState(),
      });
      this.pods = watches.pods.open(place, {
        onChange: ({ before, after }) => {
          for (const uid of ownersOf(before, after)) {
            const replicaSet = this.replicaSets?.objects.byUid(uid);
            if (replicaSet) {
              this.ownedChanged({ after: replicaSet });
            }
          }
        },
        onState: () => this.ownedState(),
      });
      onState();
    }
  }

  private listener<T extends RolloutObject | DeploymentObject>(
    kind: WorkloadKind,
  ): WatchListener<T> {
    const { onState, onWorkload } = this.options;
    return {
      onChange: ({ before, after }) => {
        const object = after ?? before;
        const key = object && workloadKey({ kind, ...object.metadata });
        if (key !== undefined && this.named.has(key)) {
          onWorkload(key, { itself: true });
          if (!before || !after) {
            onState();
          }
        }
      },
      onState: () => {
        this.knownChanged();
        onState();
      },
    };
  }

  private ownedChanged({
    before,
    after,
  }: ObjectChange<ReplicaSetObject>): void {
    for (const uid of ownersOf(before, after)) {
      const key = this.keyOf(uid);
      if (key !== undefined) {
        this.options.onWorkload(key, { itself: false });
      }
    }
  }

  private ownedState(): void {
    this.knownChanged();
    this.options.onState();
  }

  /** What has been read or tried for the first time concerns all workloads, also where none of it has changed. */
  private knownChanged(): void {
    const now = this.leases()
      .map(lease => `${isKnown(lease)} ${lease.state.state === 'starting'}`)
      .join();
    if (now !== this.wasKnown) {
      this.wasKnown = now;
      for (const key of this.named.keys()) {
        this.options.onWorkload(key, { itself: true });
      }
    }
  }

  private keyOf(uid: string): string | undefined {
    const rollout = this.rollouts?.objects.byUid(uid);
    const deployment = this.deployments?.objects.byUid(uid);
    const key = rollout
      ? workloadKey({ kind: 'Rollout', ...rollout.metadata })
      : deployment &&
        workloadKey({ kind: 'Deployment', ...deployment.metadata });
    return key !== undefined && this.named.has(key) ? key : undefined;
  }
}

function ownersOf(...objects: (Watchable | undefined)[]): Set<string> {
  return new Set(
    objects.flatMap(
      object => object?.metadata.ownerReferences?.map(({ uid }) => uid) ?? [],
    ),
  );
}

function isKnown(lease: WatchLease<unknown> | undefined): boolean {
  return known(lease) !== undefined;
}

/** The lease, where its list has been read at least once. */
function known<T>(lease: WatchLease<T> | undefined): WatchLease<T> | undefined {
  const state = lease?.state;
  return state && state.state !== 'starting' && state.observedAt
    ? lease
    : undefined;
}
