import {
  RolloutStatus,
  WorkloadKind,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { WatchLease, WatchListener } from '../../clusters/watch/SharedWatches';
import { WatchState } from '../../clusters/watch/WatchFreshness';
import { ObjectChange, Watchable } from '../../clusters/watch/WatchedObjects';
import { NamedNamespace } from '../live/namedNamespaces';
import { WorkloadWatches } from '../live/workloadWatches';
import { DeploymentObject } from '../objects/kinds/deploymentObject';
import { RolloutObject } from '../objects/kinds/rolloutObject';
import { NamedWorkload } from '../objects/namedWorkloads';
import { FoundObject, LiveObject, pickLive } from '../objects/pickLive';
import {
  workloadTemplate,
  workloadTemplates,
} from '../objects/workloadTemplates';
import { namedServices } from '../status/serviceStatuses';
import { isSynced, synced } from './synced';
import { workloadKey } from './workloadKey';

export interface NamedWatchOptions {
  namespace: NamedNamespace;
  watches: WorkloadWatches;
  /** A workload has changed. */
  onWorkload: (key: string) => void;
  /** A workload is there, or no longer. */
  onPresence: () => void;
  /** What is known of the watches themselves has changed. */
  onState: () => void;
}

/** The Rollouts and Deployments that an Application names in one namespace, by their keys. */
export class NamedWatch {
  static create(options: NamedWatchOptions): NamedWatch {
    return new NamedWatch(options);
  }

  private readonly named: ReadonlyMap<string, NamedWorkload>;
  private readonly rollouts?: WatchLease<RolloutObject>;
  private readonly deployments?: WatchLease<DeploymentObject>;
  /** By key, as of when this was last looked at. */
  private readonly whyUnreadable = new Map<string, string | undefined>();

  private constructor(private readonly options: NamedWatchOptions) {
    const { namespace, watches } = options;
    const { named, place } = namespace;
    this.named = new Map(named.map(each => [workloadKey(each), each]));
    const names = (kind: WorkloadKind) =>
      named.some(each => each.kind === kind);
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

  /** Whether all that is watched has been read, or could not be. */
  get settled(): boolean {
    return this.leases().every(({ state }) => state.state !== 'starting');
  }

  states(): WatchState[] {
    return this.leases().map(({ state }) => state);
  }

  /** What has been read or tried so far, to tell whether that has changed. */
  progress(): string {
    return this.leases()
      .map(lease => `${isSynced(lease)} ${lease.state.state === 'starting'}`)
      .join();
  }

  /** Those that are looked for. */
  keys(): string[] {
    return Array.from(this.named.keys());
  }

  /** Those that are there and the Application's, and what is not shown and why. */
  live(): ReturnType<typeof pickLive> {
    return this.pick(this.options.namespace.named);
  }

  /** One of them, or that it cannot be read; neither where it is not there, or not the Application's. */
  find(key: string): { live?: LiveObject; unreadable?: RolloutStatus } {
    const workload = this.named.get(key);
    const { unreadable, workloads } = this.pick(workload ? [workload] : []);
    return { live: workloads.at(0), unreadable: unreadable.at(0) };
  }

  /** Whether what says that it is there, and what it is, has been read, or could not be. */
  isReady(key: string): boolean {
    // A Deployment may turn out to be the template of a Rollout.
    const leases =
      this.named.get(key)?.kind === 'Rollout'
        ? [this.rollouts]
        : [this.rollouts, this.deployments];
    return leases.every(lease => lease?.state.state !== 'starting');
  }

  /** Whether a workload that is not there can be reported as gone: not while its list could not be read. */
  knows(key: string): boolean {
    const workload = this.named.get(key);
    return (
      !workload ||
      isSynced(workload.kind === 'Rollout' ? this.rollouts : this.deployments)
    );
  }

  /** The one that has this uid. */
  keyOf(uid: string): string | undefined {
    const rollout = this.rollouts?.objects.byUid(uid);
    const deployment = this.deployments?.objects.byUid(uid);
    const key = rollout
      ? workloadKey({ kind: 'Rollout', ...rollout.metadata })
      : deployment &&
        workloadKey({ kind: 'Deployment', ...deployment.metadata });
    return key !== undefined && this.named.has(key) ? key : undefined;
  }

  /** The Rollouts that name a Service. */
  keysNaming(service: string): string[] {
    return (synced(this.rollouts)?.objects.all() ?? [])
      .filter(rollout =>
        namedServices(rollout).some(({ name }) => name === service),
      )
      .map(({ metadata }) => workloadKey({ kind: 'Rollout', ...metadata }))
      .filter(key => this.named.has(key));
  }

  close(): void {
    this.leases().forEach(lease => lease.close());
  }

  private leases(): WatchLease<Watchable>[] {
    return [this.rollouts, this.deployments].filter(
      lease => lease !== undefined,
    );
  }

  private pick(named: NamedWorkload[]) {
    const { instanceName } = this.options.namespace;
    const templates = named.some(({ kind }) => kind === 'Deployment')
      ? workloadTemplates(synced(this.rollouts)?.objects.all() ?? [])
      : undefined;
    return pickLive({ instanceName, named }, workload =>
      workload.kind === 'Deployment' && templates?.has(workload.name)
        ? undefined
        : this.found(workload),
    );
  }

  private found({ kind, name }: NamedWorkload): FoundObject | undefined {
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
        this.options.onWorkload(key);
        this.options.onPresence();
      }
    }
  }

  private listener<T extends RolloutObject | DeploymentObject>(
    kind: WorkloadKind,
  ): WatchListener<T> {
    const { onPresence, onState, onWorkload } = this.options;
    return {
      onChange: ({ before, after }) => {
        const object = after ?? before;
        const key = object && workloadKey({ kind, ...object.metadata });
        if (key !== undefined && this.named.has(key)) {
          onWorkload(key);
          if (!before || !after) {
            onPresence();
          }
        }
      },
      onState: () => {
        this.unreadableChanged();
        onState();
      },
    };
  }

  /** An object that cannot be read comes and goes without a change of its own. */
  private unreadableChanged(): void {
    for (const [key, workload] of this.named) {
      const found = this.found(workload);
      const why = found && 'unreadable' in found ? found.unreadable : undefined;
      if (why !== this.whyUnreadable.get(key)) {
        this.whyUnreadable.set(key, why);
        this.options.onWorkload(key);
        this.options.onPresence();
      }
    }
  }
}
