import { SharedWatches, WatchLease } from '../../clusters/watch/SharedWatches';
import { Watchable } from '../../clusters/watch/WatchedObjects';

/** Namespaces that are watched one by one where a cluster does not let us watch all at once. */
const MOST_NAMESPACES = 50;

/** What is known of the objects of a kind in one namespace. */
export type KindInNamespace<T> =
  | { state: 'pending' }
  | { state: 'unknown'; error: Error }
  | {
      state: 'known';
      observedAt: Date;
      /** Why it may be out of date. */
      error?: Error;
      get(name: string): T | undefined;
      whyUnreadable(name: string): string | undefined;
    };

export interface KindWatchOptions<T extends Watchable> {
  watches: Pick<SharedWatches<T>, 'open'>;
  cluster: string;
  onChange: () => void;
}

/**
 * All objects of a kind in a cluster by one watch, however many components they belong to. Where the cluster refuses that,
 * those of the namespaces that are needed, each by its own.
 */
export class KindWatch<T extends Watchable> {
  static create<T extends Watchable>(
    options: KindWatchOptions<T>,
  ): KindWatch<T> {
    return new KindWatch(options);
  }

  private everywhere: WatchLease<T> | undefined;
  private readonly single = new Map<string, WatchLease<T>>();
  /** Why not all namespaces can be watched at once. */
  private refusal: Error | undefined;
  private needed: ReadonlySet<string> = new Set();

  private constructor(private readonly options: KindWatchOptions<T>) {}

  /** From now on it is these namespaces that matter; none of them, and nothing is watched. */
  need(namespaces: ReadonlySet<string>): void {
    this.needed = namespaces;
    if (namespaces.size === 0) {
      this.close();
      return;
    }
    const refused = refusalOf(this.everywhere);
    if (refused) {
      this.refusal = refused;
      this.everywhere?.close();
      this.everywhere = undefined;
    }
    if (!this.refusal) {
      this.everywhere ??= this.open(undefined);
      return;
    }
    for (const [namespace, lease] of this.single) {
      if (!namespaces.has(namespace)) {
        this.single.delete(namespace);
        lease.close();
      }
    }
    for (const namespace of namespaces) {
      if (this.single.size < MOST_NAMESPACES && !this.single.has(namespace)) {
        this.single.set(namespace, this.open(namespace));
      }
    }
  }

  /** All that are known, in whichever namespace. */
  all(): T[] {
    return this.leases().flatMap(({ objects }) => objects.all());
  }

  at(namespace: string): KindInNamespace<T> {
    const lease = this.everywhere ?? this.single.get(namespace);
    if (!lease) {
      return this.refusal
        ? { state: 'unknown', error: this.refusal }
        : { state: 'pending' };
    }
    const { objects, state } = lease;
    if (state.state === 'starting') {
      return { state: 'pending' };
    }
    if (!state.observedAt) {
      return state.state === 'stale'
        ? { state: 'unknown', error: state.error }
        : { state: 'pending' };
    }
    const nameOf = (name: string) =>
      lease === this.everywhere ? `${namespace}/${name}` : name;
    return {
      state: 'known',
      observedAt: state.observedAt,
      error: state.state === 'stale' ? state.error : undefined,
      get: name => objects.get(nameOf(name)),
      whyUnreadable: name => objects.whyUnreadable(nameOf(name)),
    };
  }

  close(): void {
    this.leases().forEach(lease => lease.close());
    this.everywhere = undefined;
    this.single.clear();
    this.refusal = undefined;
  }

  private leases(): WatchLease<T>[] {
    return [
      ...(this.everywhere ? [this.everywhere] : []),
      ...this.single.values(),
    ];
  }

  private open(namespace: string | undefined): WatchLease<T> {
    const { cluster, onChange, watches } = this.options;
    return watches.open(
      { cluster, namespace },
      {
        onChange,
        onState: () => {
          if (refusalOf(this.everywhere)) {
            this.need(this.needed);
          }
          onChange();
        },
      },
    );
  }
}

function refusalOf(lease: WatchLease<Watchable> | undefined) {
  const state = lease?.state;
  return state?.state === 'stale' && state.error.name === 'NotAllowedError'
    ? state.error
    : undefined;
}
