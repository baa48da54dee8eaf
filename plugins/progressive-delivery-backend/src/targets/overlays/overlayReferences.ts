import { posix } from 'node:path';
import {
  ANNOTATION_LOCATION,
  Entity,
  parseLocationRef,
} from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { ANNOTATION_OVERLAY } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { OverlayReferenceError } from './OverlayReferenceError';
import { parseRepositoryUrl, RepositoryPlace } from './overlayUrl';
import {
  UnusableReference,
  unusableReference,
} from '../applications/UnusableReference';

const MOST_OVERLAYS = 100;

/** An overlay directory that an entity names. */
export interface OverlayReference {
  reference: string;
  /** `url` is whatever its author wrote, `dir` is beside where the catalog read the entity. */
  by: 'url' | 'dir';
  place: RepositoryPlace;
}

/** Reads the annotation `progressive-delivery/overlay`. */
export function overlayReferences(
  entity: Entity,
  integrations: ScmIntegrationRegistry,
): { overlays: OverlayReference[]; unusable: UnusableReference[] } {
  const overlays: OverlayReference[] = [];
  const unusable: UnusableReference[] = [];
  const parts = (entity.metadata.annotations?.[ANNOTATION_OVERLAY] ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(Boolean);
  for (const [index, text] of parts.entries()) {
    const reference = `${ANNOTATION_OVERLAY}: ${text}`;
    if (index >= MOST_OVERLAYS) {
      unusable.push(
        unusableReference({
          reference,
          reason: 'invalid',
          message: {
            id: 'tooManyOverlays',
            parameters: { used: MOST_OVERLAYS },
          },
          remedies: [{ id: 'splitEntity', parameters: {} }],
        }),
      );
      continue;
    }
    try {
      overlays.push({ reference, ...parseOverlay(text, entity, integrations) });
    } catch (error) {
      if (!(error instanceof OverlayReferenceError)) {
        throw error;
      }
      unusable.push(
        unusableReference({
          reference,
          reason: 'invalid',
          message: {
            id: 'overlayInvalid',
            parameters: { because: error.because },
          },
          remedies: [{ id: 'correctOverlay', parameters: {} }],
        }),
      );
    }
  }
  return { overlays, unusable };
}

function parseOverlay(
  text: string,
  entity: Entity,
  integrations: ScmIntegrationRegistry,
): Omit<OverlayReference, 'reference'> {
  const { type, target } = parseReference(text);
  switch (type) {
    case 'url':
      return { by: 'url', place: parseRepositoryUrl(integrations, target) };
    case 'dir': {
      const catalogFile = parseReference(
        entity.metadata.annotations?.[ANNOTATION_LOCATION] ?? '',
      );
      if (catalogFile.type !== 'url') {
        throw new OverlayReferenceError({
          id: 'overlayWithoutGitHost',
          parameters: { reference: text },
        });
      }
      const file = parseRepositoryUrl(integrations, catalogFile.target);
      return {
        by: 'dir',
        place: { ...file, path: besides(file.path, target) },
      };
    }
    default:
      throw kindUnknown(text);
  }
}

/** As parseLocationRef, whose errors are of no type of their own. */
function parseReference(text: string): { type: string; target: string } {
  try {
    return parseLocationRef(text);
  } catch {
    throw kindUnknown(text);
  }
}

function kindUnknown(reference: string): OverlayReferenceError {
  return new OverlayReferenceError({
    id: 'overlayKindUnknown',
    parameters: { reference },
  });
}

/** The path that a reference in a file means; a leading slash is the repository's root. */
function besides(file: string, reference: string): string {
  const path = posix
    .join(reference.startsWith('/') ? '.' : posix.dirname(file), reference)
    .replace(/^\/+|\/+$/g, '');
  if (path === '..' || path.startsWith('../') || /[\\\p{Cc}]/u.test(path)) {
    throw new OverlayReferenceError({
      id: 'overlayLeavesRepository',
      parameters: { reference },
    });
  }
  return path || '.';
}
