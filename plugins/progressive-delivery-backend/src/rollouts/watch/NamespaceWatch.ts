import {
  Problem,
  RolloutStatus,
  WorkloadKind,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { WatchLease, WatchListener } from '../../clusters/watch/SharedWatches';
import { WatchState } from '../../clusters/watch/WatchFreshness';
import { ObjectChange, Watchable } from '../../clusters/watch/WatchedObjects';
import { silentFrom } from '../status/controllerObservation';
import { DeploymentObject } from '../objects/kinds/deploymentObject';
import { FirstSeen } from '../live/FirstSeen';
import { NamedNamespace } from '../live/namedNamespaces';
import { NamedWorkload } from '../objects/namedWorkloads';
import { BASIC_PARTS, OwnedPart, ownedParts } from '../live/ownedParts';
import { FoundObject, LiveObject, pickLive } from '../objects/pickLive';
import { RolloutObject } from '../objects/kinds/rolloutObject';
import {
  workloadTemplate,
  workloadTemplates,
} from '../objects/workloadTemplates';
import { namedServices } from '../status/serviceStatuses';
import { workloadStatus } from '../status/workloadStatus';
import { isSynced, synced } from './synced';
import { OwnedWatch } from './OwnedWatch';
import { workloadKey } from './workloadKey';
import { WorkloadWatches } from '../live/workloadWatches';

export interface NamespaceWatchOptions {
  namespace: NamedNamespace;
  watches: WorkloadWatches;
  /** A workload or something that it owns has changed, or will have after so many milliseconds. */
  onWorkload: (
    key: string,
    change: { itself: boolean; after?: number },
  ) => void;
  onState: () => void;
}

/** What an Application has in one namespace, as it is now. */
export class NamespaceWatch {
  static create(options: NamespaceWatchOptions): NamespaceWatch {
    const watch = new NamespaceWatch(options);
    // Where an overlay may merely name things, not before one of them has turned out to be the Application's.
    if (options.namespace.named.some(({ needsTracking }) => !needsTracking)) {
      watch.watchOwned(BASIC_PARTS);
    }
    return watch;
  }

  /** By their keys. */
  private readonly named: Map<string, NamedWorkload>;
  private readonly rollouts?: WatchLease<RolloutObject>;
  private readonly deployments?: WatchLease<DeploymentObject>;
  private readonly owned: OwnedWatch;
  private readonly firstSeen = FirstSeen.create();
  /** Which lists had been read, or tried, when this was last looked at. */
  private wasSynced = '';

  private constructor(private readonly options: NamespaceWatchOptions) {
    const { namespace, watches } = options;
    const { named, place } = namespace;
    this.named = new Map(named.map(each => [workloadKey(each), each]));
    const names = (kind: WorkloadKind) =>
      named.some(each => each.kind === kind);
    this.owned = OwnedWatch.create({
      place,
      watches,
      onOwner: uid => this.ownedChanged(uid),
      onService: name => this.serviceChanged(name),
      onState: () => this.stateChanged(),
    });
    // A cluster without Argo Rollouts is not asked for Rollouts unless the Application names one.
    if (names('Rollout')) {
      const listener = this.listener<RolloutObject>('Rollout');
      this.rollouts = watches.rollouts.open(place, {
        ...listener,
        onChange: change => {
          listener.onChange(change);
          this.templateChanged(change);
        },
      });
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
    return (
      this.owned.settled &&
      this.ownLeases().every(({ state }) => state.state !== 'starting')
    );
  }

  states(): WatchState[] {
    return [
      ...this.ownLeases().map(({ state }) => state),
      ...this.owned.states(),
    ];
  }

  /** The keys of the workloads that are there, whether there are others that cannot be read, and what is not shown and why. */
  present(): { keys: string[]; unreadable: boolean; problems: Problem[] } {
    const { named } = this.options.namespace;
    const { workloads, problems } = this.pick(named);
    problems.push(...this.owned.problems());
    return {
      keys: workloads.map(({ kind, object }) =>
        workloadKey({ kind, ...object.metadata }),
      ),
      unreadable: named.some(workload => {
        const found = this.find(workload);
        return found && 'unreadable' in found;
      }),
      problems,
    };
  }

  /** The workloads that are looked for here. */
  keys(): string[] {
    return Array.from(this.named.keys());
  }

  /** Whether all that the status of a workload is derived from has been read, or could not be. */
  isReady(key: string): boolean {
    const live = this.live(key);
    // A Deployment may turn out to be the template of a Rollout.
    const leases =
      this.named.get(key)?.kind === 'Rollout'
        ? [this.rollouts]
        : [this.rollouts, this.deployments];
    return (
      leases.every(lease => lease?.state.state !== 'starting') &&
      (!live || this.owned.isReady(ownedParts(live)))
    );
  }

  /** Whether a workload that is not there can be reported as gone: not while its list could not be read. */
  knows(key: string): boolean {
    const workload = this.named.get(key);
    return (
      !workload ||
      isSynced(workload.kind === 'Rollout' ? this.rollouts : this.deployments)
    );
  }

  /** `undefined` where it is not there, or not the Application's, or not ready. */
  status(key: string): RolloutStatus | undefined {
    const live = this.live(key);
    if (!live) {
      return undefined;
    }
    this.watchOwned(ownedParts(live));
    if (!this.isReady(key)) {
      return undefined;
    }
    const now = new Date();
    const looking = this.firstSeen.looking(live.object, now);
    const silent = silentFrom(live, looking);
    if (silent && silent > now) {
      this.options.onWorkload(key, {
        itself: false,
        after: silent.getTime() - now.getTime(),
      });
    }
    return workloadStatus(live, this.owned.objects(), looking);
  }

  close(): void {
    this.ownLeases().forEach(lease => lease.close());
    this.owned.close();
  }

  /** Of the workloads themselves. */
  private ownLeases(): WatchLease<Watchable>[] {
    return [this.rollouts, this.deployments].filter(
      lease => lease !== undefined,
    );
  }

  private live(key: string): LiveObject | undefined {
    const workload = this.named.get(key);
    return workload && this.pick([workload]).workloads.at(0);
  }

  private pick(named: NamedWorkload[]) {
    const { instanceName } = this.options.namespace;
    const templates = named.some(({ kind }) => kind === 'Deployment')
      ? workloadTemplates(synced(this.rollouts)?.objects.all() ?? [])
      : undefined;
    return pickLive({ instanceName, named }, workload =>
      workload.kind === 'Deployment' && templates?.has(workload.name)
        ? undefined
        : this.find(workload),
    );
  }

  private find({ kind, name }: NamedWorkload): FoundObject | undefined {
    const lease =
      kind === 'Rollout' ? synced(this.rollouts) : synced(this.deployments);
    const unreadable = lease?.objects.whyUnreadable(name);
    if (unreadable !== undefined) {
      return { unreadable };
    }
    if (kind === 'Rollout') {
      const object = synced(this.rollouts)?.objects.get(name);
      return object && { kind, object };
    }
    const object = synced(this.deployments)?.objects.get(name);
    return object && { kind, object };
  }

  /** The Deployment whose template a Rollout takes, or took before, is no workload, or is one again. */
  private templateChanged({
    before,
    after,
  }: ObjectChange<RolloutObject>): void {
    for (const rollout of [before, after]) {
      const name = rollout && workloadTemplate(rollout);
      const { namespace } = this.options.namespace.place;
      const key = name && workloadKey({ kind: 'Deployment', namespace, name });
      if (key && this.named.has(key)) {
        this.options.onWorkload(key, { itself: true });
        this.options.onState();
      }
    }
  }

  private watchOwned(parts: readonly OwnedPart[]): void {
    if (this.owned.need(parts)) {
      this.options.onState();
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
      onState: () => this.stateChanged(),
    };
  }

  private ownedChanged(uid: string): void {
    const key = this.keyOf(uid);
    if (key !== undefined) {
      this.options.onWorkload(key, { itself: false });
    }
  }

  private serviceChanged(service: string): void {
    for (const rollout of synced(this.rollouts)?.objects.all() ?? []) {
      const key = workloadKey({ kind: 'Rollout', ...rollout.metadata });
      if (
        this.named.has(key) &&
        namedServices(rollout).some(({ name }) => name === service)
      ) {
        this.options.onWorkload(key, { itself: false });
      }
    }
  }

  private stateChanged(): void {
    this.syncedChanged();
    this.options.onState();
  }

  /** What has been read or tried for the first time concerns all workloads, also where none of it has changed. */
  private syncedChanged(): void {
    const now = [
      ...this.ownLeases().map(
        lease => `${isSynced(lease)} ${lease.state.state === 'starting'}`,
      ),
      this.owned.progress(),
    ].join();
    if (now !== this.wasSynced) {
      this.wasSynced = now;
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
