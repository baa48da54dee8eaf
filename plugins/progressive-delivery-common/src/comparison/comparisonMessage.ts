import { z } from 'zod/v4';
import { Comparison, comparisonSchema } from './comparison';
import { openEnum } from '../openEnum';

/**
 * What is being done for a comparison, one after the other.
 *
 * - `reading`: what Git and chart repositories have
 * - `rendering`: both variants, and what differs between them
 * - `checking`: preflight
 *
 * What is kept from before is not done again, so that a stage may be over at once.
 *
 * @public
 */
export const comparisonStageSchema = openEnum(
  ['reading', 'rendering', 'checking'],
  'unknown',
);

/** @public */
export type ComparisonStage = z.infer<typeof comparisonStageSchema>;

/**
 * One message of `GET T/comparison` where it is asked for as `text/event-stream`, the `data` of a server-sent event. The
 * last one is the comparison, or why there is none: as the body of an error that was not streamed. A reader passes over
 * messages of later versions.
 *
 * @public
 */
export type ComparisonMessage =
  | { type: 'stage'; stage: ComparisonStage }
  | { type: 'comparison'; comparison: Comparison }
  | {
      type: 'failed';
      error: { [field: string]: unknown; name: string; message: string };
      response: { statusCode: number };
    };

/** @public */
export const comparisonMessageSchema: z.ZodType<ComparisonMessage> =
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('stage'), stage: comparisonStageSchema }),
    z.object({ type: z.literal('comparison'), comparison: comparisonSchema }),
    z.object({
      type: z.literal('failed'),
      error: z.looseObject({ name: z.string(), message: z.string() }),
      response: z.object({ statusCode: z.number().int() }),
    }),
  ]);
