import {
  ANNOTATION_LOCATION,
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ANNOTATION_SWITCH,
  Problem,
  toMessage,
  visibleText,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { parseSwitchIds, SwitchIds } from './switchIds';

/** What of an entity decides which targets it may use. */
export interface DeliveredEntity {
  entityRef: string;
  /** Entity references of its owners. */
  owners: string[];
  /** Where the catalog read it, which its author cannot set; absent where a provider does not say. */
  location?: string;
  /** The switches that it says are its own. */
  switches: SwitchIds;
  /** What of its annotations is ignored. */
  problems: Problem[];
}

export function deliveredEntity(entity: Entity): DeliveredEntity {
  const { switches, malformed } = parseSwitchIds(
    entity.metadata.annotations?.[ANNOTATION_SWITCH],
  );
  return {
    entityRef: stringifyEntityRef(entity),
    owners: (entity.relations ?? [])
      .filter(({ type }) => type === RELATION_OWNED_BY)
      .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US')),
    location: entity.metadata.annotations?.[ANNOTATION_LOCATION],
    switches,
    problems: malformed.map(part =>
      toMessage('problem', {
        id: 'switchMalformed',
        parameters: {
          annotation: ANNOTATION_SWITCH,
          part: visibleText(part),
        },
      }),
    ),
  };
}
