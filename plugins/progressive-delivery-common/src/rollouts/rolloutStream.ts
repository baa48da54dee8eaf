import { z } from 'zod/v4';
import { reportedKindSchema } from '../targets/deliveryTarget';
import { problemSchema } from '../problems/problem';
import { rolloutStatusSchema } from './rolloutStatus';

/**
 * One message of `GET E/rollouts/stream`, the `data` of a server-sent event. Each is whole: the latest of a workload or
 * target replaces all before it, so that a reader that was slow, or has reconnected to another replica, misses nothing.
 *
 * - `target`: how far what is known of a delivery target can be trusted; the first of a target comes before its
 *   workloads
 * - `workload`: the whole status of a workload
 * - `gone`: a workload is not there any more
 * - `complete`: everything that there is has been sent once; what the reader knew from before and was not sent is gone
 *
 * A reader passes over messages of later versions.
 *
 * @public
 */
export const rolloutStreamMessageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('target'),
    /** Id of the delivery target. */
    target: z.string(),
    /** `live` while the cluster is being watched, `stale` while the watch is broken and is tried again. */
    state: z.enum(['live', 'stale']).catch('stale'),
    /** ISO 8601; as of when its workloads are known. Absent while nothing is. */
    observedAt: z.string().optional(),
    /** What could not be read. */
    problems: z.array(problemSchema),
    /** ISO 8601; when its Git host last told that there may be something new about pull requests. Absent where it has not. */
    pullRequestsChangedAt: z.string().optional(),
  }),
  z.object({
    type: z.literal('workload'),
    target: z.string(),
    status: rolloutStatusSchema,
  }),
  z.object({
    type: z.literal('gone'),
    target: z.string(),
    kind: reportedKindSchema,
    namespace: z.string(),
    name: z.string(),
  }),
  z.object({ type: z.literal('complete') }),
]);

/** @public */
export type RolloutStreamMessage = z.infer<typeof rolloutStreamMessageSchema>;
