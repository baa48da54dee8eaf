import { setTimeout } from 'node:timers/promises';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { Problem } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { problemError, problemOf } from '@progressive-delivery/engine';
import { ClusterService } from '../../clusters/ClusterService';
import { WatchLease } from '../../clusters/watch/SharedWatches';
import { ArgoCdConfig } from '../../config';
import { WorkloadWatches } from '../../rollouts/live/workloadWatches';
import {
  ApplicationLookup,
  ApplicationReader,
  ListedApplication,
} from '../../targets/applications/ApplicationReader';
import { ApplicationNamespace } from '../../targets/applications/applicationReferences';
import {
  LabelSelector,
  labelSelector,
} from '../../targets/applications/labelSelector';
import { WatchedApplication } from '../../targets/applications/watchedApplication';

/** Milliseconds between two looks whether all were read. */
const LOOK = 50;
/** Seconds after which what is not read yet is told as such. */
const PATIENCE_SECONDS = 20;

export interface FleetApplicationsOptions {
  argocd: ArgoCdConfig[];
  clusters: ClusterService;
  watches: Pick<WorkloadWatches, 'fleetApplications'>;
}

/** All Applications that components may name: a watch for each namespace of Argo CD, not a request for each component. */
export class FleetApplications {
  static open(options: FleetApplicationsOptions): FleetApplications {
    return new FleetApplications(options);
  }

  private readonly leases: ReadonlyMap<string, WatchLease<WatchedApplication>>;

  private constructor(private readonly options: FleetApplicationsOptions) {
    const places = options.argocd.flatMap(
      ({ applicationNamespaces, cluster }) =>
        applicationNamespaces.map(namespace => ({ cluster, namespace })),
    );
    this.leases = new Map(
      places.map(place => [
        keyOf(place),
        options.watches.fleetApplications.open(place, {
          onChange: () => {},
          onState: () => {},
        }),
      ]),
    );
  }

  /** Resolves when all were read or could not be, or when that takes too long. */
  async settled({ signal }: { signal: AbortSignal }): Promise<void> {
    const until = Date.now() + PATIENCE_SECONDS * 1000;
    while (!this.isSettled && Date.now() < until) {
      await setTimeout(LOOK, undefined, { signal });
    }
  }

  get isSettled(): boolean {
    return Array.from(this.leases.values()).every(
      ({ state }) => state.state !== 'starting',
    );
  }

  /** Why they are not, or no longer, known as they are. */
  problems(): Problem[] {
    return Array.from(this.leases.values(), ({ state }) => state).flatMap(
      state => (state.state === 'stale' ? [problemOf(state.error)] : []),
    );
  }

  /** Answers from what is watched; projects, of which there are few, are read once. */
  lookup({ signal }: { signal: AbortSignal }): ApplicationLookup {
    const reader = ApplicationReader.create({
      clusters: this.options.clusters,
      signal,
    });
    const selectors = new Map<string, LabelSelector>();
    const selected = new Map<string, ListedApplication[]>();
    return {
      project: (argocd, name) => reader.project(argocd, name),
      application: async (place, name) => {
        const { objects } = this.lease(place);
        const why = objects.whyUnreadable(name);
        if (why !== undefined) {
          throw new InputError(why);
        }
        return objects.get(name);
      },
      applications: async (place, text) => {
        const key = `${keyOf(placeOf(place))}\n${text}`;
        const known = selected.get(key);
        if (known) {
          return known;
        }
        const selects = selectors.get(text) ?? labelSelector(text);
        selectors.set(text, selects);
        const found = this.lease(place)
          .objects.all()
          .filter(({ metadata }) => selects(metadata.labels ?? {}))
          .map(
            (application): ListedApplication => ({
              readable: true,
              application,
            }),
          );
        selected.set(key, found);
        return found;
      },
    };
  }

  close(): void {
    this.leases.forEach(lease => lease.close());
  }

  /** @throws what its cluster has refused with, where nothing is known */
  private lease(place: ApplicationNamespace): WatchLease<WatchedApplication> {
    const lease = this.leases.get(keyOf(placeOf(place)));
    if (!lease) {
      throw new Error(`Nothing watches namespace ${place.namespace}`);
    }
    const { state } = lease;
    if (state.state === 'stale' && !state.observedAt) {
      throw state.error;
    }
    if (state.state === 'starting') {
      throw problemError(ServiceUnavailableError, {
        id: 'clusterTimedOut',
        parameters: {
          cluster: place.argocd.cluster,
          seconds: PATIENCE_SECONDS,
        },
      });
    }
    return lease;
  }
}

function placeOf({ argocd, namespace }: ApplicationNamespace) {
  return { cluster: argocd.cluster, namespace };
}

function keyOf({
  cluster,
  namespace,
}: {
  cluster: string;
  namespace: string;
}): string {
  return `${cluster}\n${namespace}`;
}
