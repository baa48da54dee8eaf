import { LoggerService } from '@backstage/backend-plugin-api';
import { WatchRequest } from '../clusterRequest';
import { ClusterService } from '../ClusterService';
import { Latest } from '../latestOf';
import { UnreadableObject } from '../unreadableObjects';
import { ClusterHealths } from './ClusterHealths';
import { ObjectSchema } from './ObjectReader';
import { Reflector } from './Reflector';
import { ObjectChange, ObjectView, Watchable } from './WatchedObjects';
import { WatchState } from './WatchFreshness';
import { WatchTiming } from './watchTiming';

/** What is watched. */
export interface WatchedPlace {
  /** Name of the Kubernetes plugin's cluster. */
  cluster: string;
  /** Absent for all namespaces at once: objects then go by `<namespace>/<name>`. */
  namespace?: string;
  /** The name of the only object that is watched; absent for all. */
  only?: string;
}

/** Called as things happen; must neither throw nor take long. */
export interface WatchListener<T> {
  onChange: (change: ObjectChange<T>) => void;
  onState: () => void;
}

/** A share in a watch. */
export interface WatchLease<T> {
  readonly objects: ObjectView<T>;
  readonly state: WatchState;
  close(): void;
}

export interface SharedWatchesOptions<T extends Watchable> {
  clusters: Pick<ClusterService, 'visit' | 'watch'>;
  healths: ClusterHealths;
  logger: LoggerService;
  resource: WatchRequest['resource'];
  schema: ObjectSchema<T>;
  /** What of the kind is watched at all. Default: everything. */
  fieldSelector?: string;
  /** Which of these are remembered. Default: all. */
  keep?: (object: T) => boolean;
  /** How many of these, the latest. Default: all. */
  latest?: Latest<T>;
  timing: WatchTiming;
}

interface Shared<T extends Watchable> {
  reflector: Reflector<T>;
  listeners: Set<WatchListener<T>>;
  ending?: NodeJS.Timeout;
}

/**
 * The watches of one kind: at most one for each place, however many look at it. It ends a while after the last has left,
 * so that going from page to page does not list everything again.
 */
export class SharedWatches<T extends Watchable> {
  static create<T extends Watchable>(
    options: SharedWatchesOptions<T>,
  ): SharedWatches<T> {
    return new SharedWatches(options);
  }

  private readonly shared = new Map<string, Shared<T>>();

  private constructor(private readonly options: SharedWatchesOptions<T>) {}

  open(place: WatchedPlace, listener: WatchListener<T>): WatchLease<T> {
    const key = keyOf(place);
    const shared = this.shared.get(key) ?? this.start(place, key);
    clearTimeout(shared.ending);
    shared.listeners.add(listener);
    const { reflector } = shared;
    return {
      objects: reflector.objects,
      get state() {
        return reflector.state;
      },
      close: () => {
        if (shared.listeners.delete(listener) && shared.listeners.size === 0) {
          this.endLater(key, shared);
        }
      },
    };
  }

  /** All objects, where they are being watched and nothing is wrong with that. */
  current(
    place: WatchedPlace,
  ):
    | { askedAt: Date; objects: T[]; unreadable: UnreadableObject[] }
    | undefined {
    const reflector = this.shared.get(keyOf(place))?.reflector;
    const state = reflector?.state;
    return reflector && state?.state === 'live' && !state.problem
      ? {
          askedAt: state.observedAt,
          objects: reflector.objects.all(),
          unreadable: reflector.objects.unreadable(),
        }
      : undefined;
  }

  /** Ends all. */
  async close(): Promise<void> {
    const all = Array.from(this.shared.values());
    this.shared.clear();
    await Promise.all(
      all.map(({ ending, reflector }) => {
        clearTimeout(ending);
        return reflector.stop();
      }),
    );
  }

  private start(place: WatchedPlace, key: string): Shared<T> {
    const { healths, fieldSelector, resource, ...options } = this.options;
    const listeners = new Set<WatchListener<T>>();
    const shared: Shared<T> = {
      listeners,
      reflector: Reflector.start({
        ...options,
        health: healths.of(place.cluster),
        request: { ...place, resource, fieldSelector },
        onChange: change => listeners.forEach(each => each.onChange(change)),
        onState: () => listeners.forEach(each => each.onState()),
      }),
    };
    this.shared.set(key, shared);
    return shared;
  }

  private endLater(key: string, shared: Shared<T>): void {
    shared.ending = setTimeout(() => {
      if (this.shared.get(key) === shared) {
        this.shared.delete(key);
      }
      void shared.reflector.stop();
    }, this.options.timing.linger);
    shared.ending.unref();
  }
}

function keyOf({ cluster, namespace = '', only = '' }: WatchedPlace): string {
  return [cluster, namespace, only].join('\n');
}
