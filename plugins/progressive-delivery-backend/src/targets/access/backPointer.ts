import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  APPLICATION_ANNOTATION_ENTITIES,
  Problem,
  toMessage,
  visibleText,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { parseSwitchIds, SwitchIds } from './switchIds';

/** Parts of an annotation that are read, and of those that are malformed that are named. */
const MOST_PARTS = 1_000;
const MOST_MALFORMED = 10;

/** What an Application says about an entity in its annotation `progressive-delivery/entities`. */
export interface BackPointer {
  /** Whether it points at the entity. */
  points: boolean;
  /** The switches that it gives to the entity. */
  switches: SwitchIds;
  /** Parts that are no entity reference, or name no switch after their `#`: they give nothing to anybody. */
  malformed: string[];
  /** How many parts are not read, as there are too many. */
  unread: number;
}

/**
 * Reads `component:default/agents#controlPlane.progressiveDelivery.enabled, ...`. An entity that is named without a
 * switch has all of them.
 *
 * @param entityRef - as {@link stringifyEntityRef} writes it
 */
export function readBackPointer(
  annotation: string | undefined,
  entityRef: string,
): BackPointer {
  const malformed: string[] = [];
  const given: SwitchIds[] = [];
  const parts = (annotation ?? '').split(',');
  for (const part of parts.slice(0, MOST_PARTS)) {
    const text = part.trim();
    if (text === '') {
      continue;
    }
    const parsed = parsePart(text);
    if (!parsed) {
      if (malformed.length < MOST_MALFORMED) {
        malformed.push(text);
      }
    } else if (parsed.entityRef === entityRef) {
      given.push(parsed.switches);
    }
  }
  return {
    points: given.length > 0,
    switches: given.includes('all') ? 'all' : given.flat(),
    malformed,
    unread: Math.max(0, parts.length - MOST_PARTS),
  };
}

/** Says that a part of an Application's annotation is ignored. */
export function malformedPointer(part: string): Problem {
  return toMessage('problem', {
    id: 'pointerMalformed',
    parameters: {
      annotation: APPLICATION_ANNOTATION_ENTITIES,
      part: visibleText(part),
    },
  });
}

/** All entities that the annotation names. */
export function parseEntityReferences(
  annotation: string | undefined,
): string[] {
  return (annotation ?? '')
    .split(',')
    .slice(0, MOST_PARTS)
    .flatMap(part => parsePart(part.trim())?.entityRef ?? []);
}

function parsePart(
  text: string,
): { entityRef: string; switches: SwitchIds } | undefined {
  const hash = text.indexOf('#');
  const reference = hash < 0 ? text : text.slice(0, hash).trim();
  let entityRef: string;
  try {
    entityRef = stringifyEntityRef(parseEntityRef(reference));
  } catch {
    return undefined;
  }
  if (/\s/.test(entityRef)) {
    return undefined;
  }
  if (hash < 0) {
    return { entityRef, switches: 'all' };
  }
  const { switches, malformed } = parseSwitchIds(text.slice(hash + 1));
  return switches === 'all' || malformed.length > 0
    ? undefined
    : { entityRef, switches };
}
