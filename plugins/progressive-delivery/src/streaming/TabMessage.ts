import { z } from 'zod/v4';
import { streamEventSchema } from './StreamState';

/**
 * What tabs say to each other.
 *
 * - `hello`: somebody new asks for the whole state
 * - `events`: what has happened, from the leader; empty to show that it is there
 * - `retry`: the leader is asked to try now what it would try later
 */
export const tabMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello') }),
  z.object({
    type: z.literal('events'),
    /** Grows with each leader. */
    term: z.number(),
    events: z.array(streamEventSchema),
  }),
  z.object({ type: z.literal('retry') }),
]);

export type TabMessage = z.infer<typeof tabMessageSchema>;
