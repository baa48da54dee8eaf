import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import { ClusterProxy } from '../../clusters/ClusterProxy';
import { ArgoCdConfig } from '../../config';
import { PushedRepository } from '../../git/stores/pushedRepository';
import { TargetService } from '../../targets/TargetService';
import { EntityWatch, Viewer } from './EntityWatch';
import { EntityWatchTiming, entityWatchTiming } from './EntityWatchTiming';
import { WorkloadWatches } from '../live/workloadWatches';

export interface RolloutWatchServiceOptions {
  targets: Pick<TargetService, 'resolveAgain'>;
  argocd: ArgoCdConfig[];
  proxy: Pick<ClusterProxy, 'credentialsOf'>;
  watches: WorkloadWatches;
  logger: LoggerService;
  timing?: EntityWatchTiming;
}

/**
 * Tells whoever looks at an entity what runs of its targets, as it changes. It is read with our own credentials, so
 * whoever calls must have authorized the person.
 */
export class RolloutWatchService {
  static create(options: RolloutWatchServiceOptions): RolloutWatchService {
    return new RolloutWatchService(options);
  }

  private readonly entities = new Map<string, EntityWatch>();
  private closed = false;

  private constructor(private readonly options: RolloutWatchServiceOptions) {}

  /**
   * Looks at an entity as it is now.
   *
   * @returns what ends that
   * @throws ServiceUnavailableError while the backend shuts down
   */
  look(entity: Entity, viewer: Viewer): () => void {
    if (this.closed) {
      throw new ServiceUnavailableError('Backstage is shutting down');
    }
    const key = deliveryKey(entity);
    const watch = this.entities.get(key) ?? this.start(key, entity);
    const leave = watch.add({
      send: viewer.send,
      end: () => {
        this.forget(key, watch);
        viewer.end();
      },
    });
    return () => {
      leave();
      if (!watch.isLookedAt) {
        this.forget(key, watch);
        watch.close();
      }
    };
  }

  /** Lets those who look know at once that there may be something new about pull requests in a repository. */
  pullRequestsChanged(repository: PushedRepository): void {
    for (const watch of this.entities.values()) {
      watch.pullRequestsChanged(repository);
    }
  }

  /** Ends all that is being watched, for all viewers. */
  async close(): Promise<void> {
    this.closed = true;
    for (const watch of Array.from(this.entities.values())) {
      watch.close();
    }
    this.entities.clear();
    await this.options.watches.close();
  }

  private start(key: string, entity: Entity): EntityWatch {
    const { timing = entityWatchTiming, ...options } = this.options;
    const watch = EntityWatch.start({ ...options, entity, timing });
    this.entities.set(key, watch);
    return watch;
  }

  private forget(key: string, watch: EntityWatch): void {
    if (this.entities.get(key) === watch) {
      this.entities.delete(key);
    }
  }
}

/** All of an entity that decides where it is delivered to, and what of that it may use. */
export function deliveryKey(entity: Entity): string {
  return JSON.stringify([
    stringifyEntityRef(entity),
    entity.metadata.annotations,
    entity.relations,
  ]);
}
