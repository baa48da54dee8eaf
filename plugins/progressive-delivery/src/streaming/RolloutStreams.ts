import {
  CompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { EntityRollouts, EntityRolloutsOptions } from './EntityRollouts';

export type RolloutStreamsOptions = Omit<EntityRolloutsOptions, 'entity'>;

/** The streams of this page, one an entity whatever the number of components that show it. */
export class RolloutStreams {
  static create(options: RolloutStreamsOptions): RolloutStreams {
    return new RolloutStreams(options);
  }

  private readonly entities = new Map<string, EntityRollouts>();

  private constructor(private readonly options: RolloutStreamsOptions) {}

  /** What runs of an entity; costs nothing before somebody subscribes to it. */
  of(entity: CompoundEntityRef): EntityRollouts {
    const reference = stringifyEntityRef(entity);
    const known = this.entities.get(reference);
    if (known) {
      return known;
    }
    const created = EntityRollouts.create({ ...this.options, entity });
    this.entities.set(reference, created);
    return created;
  }
}
