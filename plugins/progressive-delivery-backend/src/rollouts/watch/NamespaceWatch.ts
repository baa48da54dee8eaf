import {
  Problem,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { WatchState } from '../../clusters/watch/WatchFreshness';
import { silentFrom } from '../status/controllerObservation';
import { FirstSeen } from '../live/FirstSeen';
import { NamedNamespace } from '../live/namedNamespaces';
import { BASIC_PARTS, OwnedPart, ownedParts } from '../live/ownedParts';
import { workloadStatus } from '../status/workloadStatus';
import { NamedWatch } from './NamedWatch';
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

  private readonly named: NamedWatch;
  private readonly owned: OwnedWatch;
  private readonly firstSeen = FirstSeen.create();
  /** Which lists had been read, or tried, when this was last looked at. */
  private wasSynced = '';

  private constructor(private readonly options: NamespaceWatchOptions) {
    const { namespace, onState, onWorkload, watches } = options;
    this.owned = OwnedWatch.create({
      place: namespace.place,
      watches,
      onOwner: uid => this.ownedChanged(uid),
      onService: name => this.serviceChanged(name),
      onState: () => this.stateChanged(),
    });
    this.named = NamedWatch.create({
      namespace,
      watches,
      onWorkload: key => onWorkload(key, { itself: true }),
      onPresence: onState,
      onState: () => this.stateChanged(),
    });
  }

  /** Whether everything that is there has been read, or could not be. */
  get settled(): boolean {
    return this.owned.settled && this.named.settled;
  }

  states(): WatchState[] {
    return [...this.named.states(), ...this.owned.states()];
  }

  /** The keys of the workloads that are there, and what is not shown and why. */
  present(): { keys: string[]; problems: Problem[] } {
    const { problems, unreadable, workloads } = this.named.live();
    return {
      keys: [
        ...workloads.map(({ kind, object }) =>
          workloadKey({ kind, ...object.metadata }),
        ),
        ...unreadable.map(workloadKey),
      ],
      problems: [...problems, ...this.owned.problems()],
    };
  }

  /** The workloads that are looked for here. */
  keys(): string[] {
    return this.named.keys();
  }

  /** Whether all that the status of a workload is derived from has been read, or could not be. */
  isReady(key: string): boolean {
    const { live } = this.named.find(key);
    return (
      this.named.isReady(key) && (!live || this.owned.isReady(ownedParts(live)))
    );
  }

  /** Whether a workload that is not there can be reported as gone: not while its list could not be read. */
  knows(key: string): boolean {
    return this.named.knows(key);
  }

  /** `undefined` where it is not there, or not the Application's, or not ready. */
  status(key: string): RolloutStatus | undefined {
    const { live, unreadable } = this.named.find(key);
    if (!live) {
      return this.isReady(key) ? unreadable : undefined;
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
    this.named.close();
    this.owned.close();
  }

  private watchOwned(parts: readonly OwnedPart[]): void {
    if (this.owned.need(parts)) {
      this.options.onState();
    }
  }

  private ownedChanged(uid: string): void {
    const key = this.named.keyOf(uid);
    if (key !== undefined) {
      this.options.onWorkload(key, { itself: false });
    }
  }

  private serviceChanged(service: string): void {
    for (const key of this.named.keysNaming(service)) {
      this.options.onWorkload(key, { itself: false });
    }
  }

  private stateChanged(): void {
    this.syncedChanged();
    this.options.onState();
  }

  /** What has been read or tried for the first time concerns all workloads, also where none of it has changed. */
  private syncedChanged(): void {
    const now = [this.named.progress(), this.owned.progress()].join();
    if (now !== this.wasSynced) {
      this.wasSynced = now;
      for (const key of this.named.keys()) {
        this.options.onWorkload(key, { itself: true });
      }
    }
  }
}
