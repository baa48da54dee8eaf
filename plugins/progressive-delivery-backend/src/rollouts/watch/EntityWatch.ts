import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import {
  Problem,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  ApplicationTarget,
  DeliveryTarget,
} from '@progressive-delivery/engine';
import { ClusterProxy } from '../../clusters/ClusterProxy';
import { WatchLease } from '../../clusters/watch/SharedWatches';
import { ArgoCdConfig } from '../../config';
import { PushedRepository } from '../../git/stores/pushedRepository';
import { isPushed } from '../../git/stores/storeKey';
import { TargetService } from '../../targets/TargetService';
import { StreamEvent, streamEvent } from './StreamEvent';
import { Coalescer } from './Coalescer';
import { EntityWatchTiming } from './EntityWatchTiming';
import { TargetWatch } from './TargetWatch';
import { WorkloadWatches } from '../live/workloadWatches';

const RESOLVE = 'resolve';

/** One for all: Node 22 keeps the reason of a composed signal, and with it what was there when it was made. */
const CLOSED = new Error('Nobody looks any more');

const COMPLETE = streamEvent({ type: 'complete' });

/** Somebody who looks at an entity. */
export interface Viewer {
  /** Must neither throw nor wait. */
  send: (event: StreamEvent) => void;
  /** Nothing more comes; whoever connects again is sent everything. */
  end: () => void;
}

export interface EntityWatchOptions {
  entity: Entity;
  targets: Pick<TargetService, 'resolveAgain'>;
  argocd: ArgoCdConfig[];
  watches: WorkloadWatches;
  proxy: Pick<ClusterProxy, 'credentialsOf'>;
  timing: EntityWatchTiming;
  logger: LoggerService;
}

interface Watched {
  target: ApplicationTarget;
  watch: TargetWatch;
  /** The share in the watch of its Application. */
  application?: WatchLease<unknown>;
  complete: boolean;
}

/**
 * All targets of an entity that can be watched, watched once for all its viewers. Which these are, and what belongs to
 * them, is read again whenever one of the Applications changes, and every minute.
 */
export class EntityWatch {
  static start(options: EntityWatchOptions): EntityWatch {
    const watch = new EntityWatch(options);
    watch.resolving.add(RESOLVE);
    return watch;
  }

  private readonly watched = new Map<string, Watched>();
  private readonly viewers = new Set<Viewer>();
  /** The latest of each workload and target, in the order in which they became known. */
  private readonly latest = new Map<string, StreamEvent>();
  private readonly closed = new AbortController();
  private readonly resolving: Coalescer;
  private readonly minute: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();
  private resolved = false;
  private complete = false;

  private constructor(private readonly options: EntityWatchOptions) {
    const { timing } = options;
    this.resolving = Coalescer.create({
      interval: timing.resolveAtMost,
      run: () => void this.resolve(),
    });
    this.minute = setInterval(
      () => this.resolving.add(RESOLVE),
      timing.resolveEvery,
    );
    this.minute.unref();
  }

  /** Tells a viewer everything that is known, and from now on what changes. @returns what ends that */
  add(viewer: Viewer): () => void {
    this.viewers.add(viewer);
    for (const event of this.latest.values()) {
      const watch =
        event.type === 'target' && event.target !== undefined
          ? this.watched.get(event.target)?.watch
          : undefined;
      // As of when things are known moves on without an event.
      viewer.send(watch ? streamEvent(watch.state()) : event);
    }
    if (this.complete) {
      viewer.send(COMPLETE);
    }
    return () => {
      this.viewers.delete(viewer);
    };
  }

  /** Tells of the targets whose switches are edited there. */
  pullRequestsChanged(repository: PushedRepository): void {
    for (const { target, watch } of this.watched.values()) {
      if (
        target.sources.some(source => isPushed(source.repository, repository))
      ) {
        watch.pullRequestsChanged();
      }
    }
  }

  get isLookedAt(): boolean {
    return this.viewers.size > 0;
  }

  /** Ends it, for all who look. */
  close(): void {
    if (this.closed.signal.aborted) {
      return;
    }
    this.closed.abort(CLOSED);
    clearInterval(this.minute);
    this.resolving.close();
    for (const { application, watch } of this.watched.values()) {
      application?.close();
      watch.close();
    }
    this.watched.clear();
    const viewers = Array.from(this.viewers);
    this.viewers.clear();
    viewers.forEach(viewer => viewer.end());
  }

  /** One after the other, so that none overtakes a later one. */
  private async resolve(): Promise<void> {
    this.running = this.running.then(() => this.resolveOnce());
    return this.running;
  }

  private async resolveOnce(): Promise<void> {
    const { entity, logger, targets } = this.options;
    if (this.closed.signal.aborted) {
      return;
    }
    try {
      const { targets: found, unread } = await targets.resolveAgain(entity, {
        signal: this.closed.signal,
      });
      if (!this.closed.signal.aborted) {
        this.take(await this.watchable(found), unread);
      }
    } catch (error) {
      if (!this.closed.signal.aborted) {
        logger.error(
          'The targets of a watched entity cannot be told',
          isError(error) ? error : undefined,
        );
        this.close();
      }
    }
  }

  /** What cannot be watched for all is asked for by whoever looks at it. */
  private async watchable(
    found: DeliveryTarget[],
  ): Promise<ApplicationTarget[]> {
    const { proxy } = this.options;
    const watchable = await Promise.all(
      found.map(async target => {
        // Of an overlay, what belongs to it takes a rendering.
        if (target.kind === 'overlay') {
          return undefined;
        }
        const { cluster } = target.destination;
        const credentials =
          cluster &&
          (await proxy.credentialsOf(cluster, { signal: this.closed.signal }));
        return !credentials || credentials.of === 'own' ? target : undefined;
      }),
    );
    return watchable.filter(target => target !== undefined);
  }

  private take(
    found: ApplicationTarget[],
    unread: { targetIds: string[]; problems: Problem[] }[],
  ): void {
    const ids = new Set(found.map(({ id }) => id));
    for (const [id, { target, watch }] of this.watched) {
      if (ids.has(id)) {
        continue;
      }
      const problems = unread
        .filter(
          ({ targetIds }) => targetIds.length === 0 || targetIds.includes(id),
        )
        .flatMap(each => [
          toMessage('problem', { id: 'targetUnchecked', parameters: {} }),
          ...each.problems,
        ]);
      if (problems.length === 0) {
        // There is no message for it: whoever connects again is not sent it any more.
        this.close();
        return;
      }
      watch.update(target, problems);
      watch.refresh();
    }
    for (const target of found) {
      const known = this.watched.get(target.id);
      if (known) {
        known.target = target;
        known.watch.update(target, []);
        known.watch.refresh();
      } else {
        this.start(target);
      }
    }
    this.resolved = true;
    this.checkComplete();
  }

  private start(target: ApplicationTarget): void {
    const { timing, watches } = this.options;
    const watched: Watched = {
      target,
      complete: false,
      application: this.watchApplication(target),
      watch: TargetWatch.start({
        target,
        watches,
        interval: timing.projectAtMost,
        patience: timing.patience,
        publish: event => this.publish(event),
        onComplete: () => {
          watched.complete = true;
          this.checkComplete();
        },
      }),
    };
    this.watched.set(target.id, watched);
  }

  private watchApplication({
    application,
    argocd,
  }: ApplicationTarget): WatchLease<unknown> | undefined {
    const installation = this.options.argocd.find(
      ({ name }) => name === argocd,
    );
    return (
      installation &&
      this.options.watches.applications.open(
        {
          cluster: installation.cluster,
          namespace: application.metadata.namespace,
          only: application.metadata.name,
        },
        {
          onChange: () => this.resolving.add(RESOLVE),
          onState: () => {},
        },
      )
    );
  }

  private checkComplete(): void {
    if (
      !this.complete &&
      this.resolved &&
      Array.from(this.watched.values()).every(({ complete }) => complete)
    ) {
      this.complete = true;
      this.viewers.forEach(viewer => viewer.send(COMPLETE));
    }
  }

  private publish(event: StreamEvent): void {
    if (event.type === 'gone') {
      this.latest.delete(event.key);
    } else {
      this.latest.set(event.key, event);
    }
    this.viewers.forEach(viewer => viewer.send(event));
  }
}
