import { Problem } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { problemOf } from '@progressive-delivery/engine';
import { WatchState } from '../../clusters/watch/WatchFreshness';
import { WatchLease, WatchListener } from '../../clusters/watch/SharedWatches';
import { ObjectChange, Watchable } from '../../clusters/watch/WatchedObjects';
import { OwnedObjects } from '../objects/ownedObjects';
import { unreadableOwned } from '../objects/unreadable';
import { workloadResources } from '../objects/workloadResources';
import { Place } from '../live/NamespaceList';
import { OwnedPart } from '../live/ownedParts';
import { isSynced, synced } from './synced';
import { WorkloadWatches } from '../live/workloadWatches';

/** Without these nothing is known of what runs; that others cannot be read makes these no older. */
const ESSENTIAL: readonly OwnedPart[] = ['replicaSets', 'pods'];

const PARTS: readonly OwnedPart[] = [
  'replicaSets',
  'pods',
  'analysisRuns',
  'experiments',
  'services',
  'warnings',
  'rolloutEvents',
];

type Leases = {
  [Part in OwnedPart]?: ReturnType<WorkloadWatches[Part]['open']>;
};

export interface OwnedWatchOptions {
  place: Place;
  watches: WorkloadWatches;
  /** Something has changed that belongs to the object with this uid, which none of what is watched here has. */
  onOwner: (uid: string) => void;
  onService: (name: string) => void;
  onState: () => void;
}

/** What workloads own in one namespace and what happens to it, kind by kind as it is needed. */
export class OwnedWatch {
  static create(options: OwnedWatchOptions): OwnedWatch {
    return new OwnedWatch(options);
  }

  private readonly leases: Leases = {};

  private constructor(private readonly options: OwnedWatchOptions) {}

  /** Watches these from now on. @returns whether any of them was not watched yet */
  need(parts: readonly OwnedPart[]): boolean {
    const missing = parts.filter(part => !this.leases[part]);
    missing.forEach(part => this.open(part));
    return missing.length > 0;
  }

  /** Whether these have been read, or could not be. */
  isReady(parts: readonly OwnedPart[]): boolean {
    return parts.every(part => {
      const state = this.leases[part]?.state.state;
      return state !== undefined && state !== 'starting';
    });
  }

  /** Whether all that is watched has been read, or could not be. */
  get settled(): boolean {
    return this.all().every(({ state }) => state.state !== 'starting');
  }

  /** How far all that is known can be trusted. */
  states(): WatchState[] {
    return this.entries()
      .filter(([part, lease]) => ESSENTIAL.includes(part) || isSynced(lease))
      .map(([, { state }]) => state);
  }

  /** What of these is not known and why; what the others say is as good without it. */
  problems(): Problem[] {
    return this.entries().flatMap(([part, { objects, state }]) => [
      ...(!ESSENTIAL.includes(part) &&
      state.state === 'stale' &&
      !state.observedAt
        ? [problemOf(state.error)]
        : []),
      ...unreadableOwned(
        workloadResources[part].resource,
        this.options.place.namespace,
        objects.unreadable(),
      ),
    ]);
  }

  /** What has been read or tried so far, to tell whether that has changed. */
  progress(): string {
    return this.entries()
      .map(
        ([part, lease]) =>
          `${part} ${isSynced(lease)} ${lease.state.state === 'starting'}`,
      )
      .join();
  }

  /** All that is known, to look up. */
  objects(): OwnedObjects {
    const { leases } = this;
    const services = synced(leases.services)?.objects;
    return {
      replicaSets: ownedBy(leases.replicaSets),
      pods: ownedBy(leases.pods),
      analysisRuns: ownedBy(leases.analysisRuns),
      experiments: ownedBy(leases.experiments),
      services: services && (name => services.get(name)),
      events: this.events(),
    };
  }

  close(): void {
    this.all().forEach(lease => lease.close());
  }

  private events(): OwnedObjects['events'] {
    const { rolloutEvents, warnings } = this.leases;
    const warningsOf = ownedBy(warnings);
    // Not waited for by Deployments, which have none of these.
    if (!rolloutEvents || rolloutEvents.state.state === 'starting') {
      return warningsOf;
    }
    const othersOf = ownedBy(rolloutEvents);
    return (
      warningsOf && othersOf && (uid => [...warningsOf(uid), ...othersOf(uid)])
    );
  }

  private open(part: OwnedPart): void {
    const { place, watches } = this.options;
    const { leases } = this;
    switch (part) {
      case 'replicaSets':
        leases.replicaSets = watches.replicaSets.open(place, this.owned());
        break;
      case 'pods':
        leases.pods = watches.pods.open(place, this.owned());
        break;
      case 'analysisRuns':
        leases.analysisRuns = watches.analysisRuns.open(place, this.owned());
        break;
      case 'experiments':
        leases.experiments = watches.experiments.open(place, this.owned());
        break;
      case 'warnings':
        leases.warnings = watches.warnings.open(place, this.owned());
        break;
      case 'rolloutEvents':
        leases.rolloutEvents = watches.rolloutEvents.open(place, this.owned());
        break;
      case 'services':
        leases.services = watches.services.open(place, {
          onChange: ({ after, before }) => {
            const service = after ?? before;
            // When they are read for the first time, that is reported once, not for each.
            if (service && isSynced(leases.services)) {
              this.options.onService(service.metadata.name);
            }
          },
          onState: this.options.onState,
        });
        break;
      default:
        throw new Error(`There is no ${part satisfies never}`);
    }
  }

  private owned<T extends Watchable>(): WatchListener<T> {
    return {
      onChange: change => this.notifyOwners(change),
      onState: this.options.onState,
    };
  }

  private notifyOwners({ after, before }: ObjectChange<Watchable>): void {
    for (const uid of ownersOf(before, after)) {
      this.notifyOwner(uid);
    }
  }

  /** Owners have owners: a pod's is a ReplicaSet, an experiment's analysis run is a Rollout's in the end. */
  private notifyOwner(uid: string): void {
    const { analysisRuns, experiments, pods, replicaSets } = this.leases;
    const owner =
      pods?.objects.byUid(uid) ??
      replicaSets?.objects.byUid(uid) ??
      analysisRuns?.objects.byUid(uid) ??
      experiments?.objects.byUid(uid);
    if (owner) {
      this.notifyOwners({ after: owner });
    } else {
      this.options.onOwner(uid);
    }
  }

  private entries(): [OwnedPart, WatchLease<Watchable>][] {
    const { leases } = this;
    return PARTS.flatMap(part => {
      const lease: WatchLease<Watchable> | undefined = leases[part];
      return lease ? [[part, lease]] : [];
    });
  }

  private all(): WatchLease<Watchable>[] {
    return this.entries().map(([, lease]) => lease);
  }
}

function ownersOf(...objects: (Watchable | undefined)[]): Set<string> {
  return new Set(
    objects.flatMap(
      object => object?.metadata.ownerReferences?.map(({ uid }) => uid) ?? [],
    ),
  );
}

function ownedBy<T>(
  lease: WatchLease<T> | undefined,
): ((uid: string) => T[]) | undefined {
  const objects = synced(lease)?.objects;
  return objects && (uid => objects.ownedBy(uid));
}
