import { z } from 'zod/v4';
import { optional, text, textUpTo } from './kubernetesObject';

/**
 * The fields of an Event (v1) that are in use. What it is about counts as its owner, by which it is then found. Newer
 * recorders write `eventTime` and `series` instead of the times and the count.
 */
export const eventObjectSchema = z
  .object({
    metadata: z.object({
      name: z.string(),
      creationTimestamp: text,
    }),
    involvedObject: z.object({ kind: text, name: text, uid: text }),
    type: text,
    reason: text,
    message: textUpTo(500),
    count: optional(z.number()),
    firstTimestamp: text,
    lastTimestamp: text,
    eventTime: text,
    series: optional(z.object({ count: z.number(), lastObservedTime: text })),
  })
  .transform(event => {
    const { involvedObject, metadata, series } = event;
    const first =
      event.firstTimestamp ?? event.eventTime ?? metadata.creationTimestamp;
    const last = series?.lastObservedTime ?? event.lastTimestamp ?? first;
    return {
      metadata: {
        name: metadata.name,
        // There may be thousands, and nothing else is theirs: what they are known by is kept once.
        uid: metadata.name,
        ownerReferences: involvedObject.uid
          ? [{ uid: involvedObject.uid }]
          : [],
      },
      kind: involvedObject.kind,
      name: involvedObject.name,
      isWarning: event.type === 'Warning',
      reason: event.reason ?? '',
      message: event.message ?? '',
      count: series?.count ?? event.count ?? 1,
      firstAt: first === last ? last : first,
      lastAt: last,
    };
  });

/** An Event, as far as it is read. */
export type EventObject = z.output<typeof eventObjectSchema>;
