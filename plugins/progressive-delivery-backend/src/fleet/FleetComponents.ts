import { createHash } from 'node:crypto';
import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { assertError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  Problem,
  UnusableTarget,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  DeliveryTarget,
  problemOf,
  TimeSlices,
} from '@progressive-delivery/engine';
import { ApplicationLookup } from '../targets/applications/ApplicationReader';
import { TargetService } from '../targets/TargetService';
import { deliveredComponents } from './deliveredComponents';

export interface FleetComponentsOptions {
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  catalog: Pick<CatalogService, 'queryEntities'>;
  targets: Pick<TargetService, 'resolve'>;
}

/** A component, and where it is delivered to. */
export interface LocatedComponent {
  entity: Entity;
  /** By all that decides what is read of each; absent before they are known. */
  targets?: { key: string; target: DeliveryTarget }[];
  unusable: UnusableTarget[];
  /** Why its targets could not be found. */
  problem?: Problem;
}

/** The components of the catalog that say where they are delivered to, and where that is. */
export class FleetComponents {
  static create(options: FleetComponentsOptions): FleetComponents {
    return new FleetComponents(options);
  }

  private components = new Map<string, LocatedComponent>();
  private askedAt: Date | undefined;
  private more = false;

  private constructor(private readonly options: FleetComponentsOptions) {}

  /** By their references. */
  all(): ReadonlyMap<string, LocatedComponent> {
    return this.components;
  }

  /** Their targets, by all that decides what is read of each. */
  targets(): Map<string, DeliveryTarget> {
    return new Map(
      Array.from(this.components.values()).flatMap(({ targets = [] }) =>
        targets.map(({ key, target }): [string, DeliveryTarget] => [
          key,
          target,
        ]),
      ),
    );
  }

  /** When the catalog was last asked; absent before it has answered. */
  get observedAt(): Date | undefined {
    return this.askedAt;
  }

  /** Whether there are more than are kept. */
  get areMore(): boolean {
    return this.more;
  }

  /** Asks the catalog which there are. */
  async ask(signal: AbortSignal): Promise<void> {
    const askedAt = new Date();
    const { entities, more } = await deliveredComponents(this.options, signal);
    this.components = new Map(
      Array.from(entities, ([ref, entity]) => {
        const known = this.components.get(ref);
        return [ref, known ? { ...known, entity } : { entity, unusable: [] }];
      }),
    );
    this.more = more;
    this.askedAt = askedAt;
  }

  /** Finds where each is delivered to; what is wrong with one is told of that one. */
  async locate(reader: ApplicationLookup, signal: AbortSignal): Promise<void> {
    const slices = TimeSlices.create();
    for (const [entityRef, component] of this.components) {
      await slices.next(signal);
      try {
        const { targets, unusable } = await this.options.targets.resolve(
          component.entity,
          { reader, signal },
        );
        component.targets = targets.map(target => ({
          key: targetKey(entityRef, target),
          target,
        }));
        component.unusable = unusable;
        component.problem = undefined;
      } catch (error) {
        signal.throwIfAborted();
        assertError(error);
        component.problem = problemOf(error);
      }
    }
  }
}

/** All that decides what is read of a target's files, whom it is read for among it. */
function targetKey(entityRef: string, target: DeliveryTarget): string {
  const { id, ownedSwitches, sources } = target;
  return createHash('sha256')
    .update(JSON.stringify([entityRef, id, sources, ownedSwitches]))
    .digest('base64');
}
