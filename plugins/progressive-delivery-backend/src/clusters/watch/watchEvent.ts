import { z } from 'zod/v4';

/** What the line of a watch says. */
export type WatchEvent =
  | {
      type: 'changed' | 'deleted';
      name: string;
      namespace?: string;
      resourceVersion: string;
      /** As the API server sent it. */
      object: unknown;
    }
  /** Nothing has changed up to this version. */
  | { type: 'bookmark'; resourceVersion: string }
  /** The watch cannot go on, for instance because its version is too old (410). */
  | { type: 'failed'; status: number; body: unknown }
  | { type: 'unreadable'; why: string };

/**
 * The parts of an object's metadata by which it is known from one event to the next. By hand, because this is all that
 * is looked at of most objects.
 */
export function identify(
  object: unknown,
): { name: string; namespace?: string; resourceVersion: string } | undefined {
  const metadata = isRecord(object) ? object.metadata : undefined;
  if (!isRecord(metadata)) {
    return undefined;
  }
  const { name, namespace, resourceVersion } = metadata;
  return typeof name === 'string' && typeof resourceVersion === 'string'
    ? {
        name,
        ...(typeof namespace === 'string' && { namespace }),
        resourceVersion,
      }
    : undefined;
}

/** What an object goes by in a list: among those of all namespaces its name alone does not tell it apart. */
export function nameWithin(
  request: { namespace?: string },
  { name, namespace }: { name: string; namespace?: string },
): string {
  return request.namespace === undefined && namespace !== undefined
    ? `${namespace}/${name}`
    : name;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const lineSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.enum(['ADDED', 'MODIFIED', 'DELETED']),
    object: z.unknown().optional(),
  }),
  z.object({
    type: z.literal('BOOKMARK'),
    object: z.object({ metadata: z.object({ resourceVersion: z.string() }) }),
  }),
  z.object({
    type: z.literal('ERROR'),
    object: z.object({ code: z.number().default(500) }).passthrough(),
  }),
]);

/** Reads a line of a watch (k8s.io/apimachinery v0.37 pkg/apis/meta/v1/watch.go, `WatchEvent`). */
export function watchEvent(line: string): WatchEvent {
  const parsed = lineSchema.safeParse(parseJson(line));
  if (!parsed.success) {
    return { type: 'unreadable', why: 'a line is no event' };
  }
  const event = parsed.data;
  switch (event.type) {
    case 'ADDED':
    case 'MODIFIED':
    case 'DELETED': {
      const identity = identify(event.object);
      return identity
        ? {
            type: event.type === 'DELETED' ? 'deleted' : 'changed',
            ...identity,
            object: event.object,
          }
        : { type: 'unreadable', why: 'an object has no name' };
    }
    case 'BOOKMARK':
      return {
        type: 'bookmark',
        resourceVersion: event.object.metadata.resourceVersion,
      };
    case 'ERROR':
      return {
        type: 'failed',
        status: event.object.code,
        body: event.object,
      };
    default:
      return event satisfies never;
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
