import {
  problemSchema,
  rolloutStreamMessageSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { z } from 'zod/v4';
import {
  applyMessage,
  expectAllAgain,
  KnownRollouts,
  nothingKnown,
  toMessages,
} from './KnownRollouts';

/**
 * Why there is no stream just now.
 *
 * - `silent`: not even a heartbeat came
 * - `closed`: the other side ended it
 * - `failed`: with the sentence that a person needs, and with the problem that it is, where that can be translated
 */
const streamFailureSchema = z.discriminatedUnion('reason', [
  z.object({ reason: z.literal('silent') }),
  z.object({ reason: z.literal('closed') }),
  z.object({
    reason: z.literal('failed'),
    message: z.string(),
    problem: problemSchema.optional(),
  }),
]);

export type StreamFailure = z.infer<typeof streamFailureSchema>;

/**
 * - `connecting`: nothing is wrong, but not everything has been sent yet
 * - `live`: what is known is up to date
 * - `quiet`: open, but a heartbeat is overdue
 * - `broken`: to be tried again
 * - `polling`: something in between eats streams, so what runs is asked for again and again
 */
const connectionSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('connecting') }),
  z.object({ state: z.literal('live') }),
  z.object({ state: z.literal('quiet') }),
  z.object({ state: z.literal('broken'), failure: streamFailureSchema }),
  z.object({ state: z.literal('polling') }),
]);

export type Connection = z.infer<typeof connectionSchema>;

/**
 * What happens to a stream, as the tab that has it tells the others.
 *
 * - `opened`: a new connection, which will send everything again
 * - `received`: what came in one go; nothing but a sign of life where there is no message
 */
export const streamEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('opened') }),
  z.object({
    type: z.literal('received'),
    messages: z.array(rolloutStreamMessageSchema),
    /** Milliseconds since the epoch, by this browser's clock. */
    at: z.number(),
    /** What was known of the clocks before, for a tab that has just come. */
    clockAhead: z.number().optional(),
  }),
  z.object({ type: z.literal('connection'), connection: connectionSchema }),
]);

export type StreamEvent = z.infer<typeof streamEventSchema>;

/** A stream and what it has told. */
export interface StreamState {
  known: KnownRollouts;
  connection: Connection;
  /** Milliseconds since the epoch, by this browser's clock. Absent while nothing came. */
  heardAt?: number;
  /** Milliseconds by which this browser's clock is ahead of the backend's; absent while nothing tells. */
  clockAhead?: number;
}

export const initialStreamState: StreamState = {
  known: nothingKnown,
  connection: { state: 'connecting' },
};

export function applyEvent(
  state: StreamState,
  event: StreamEvent,
): StreamState {
  switch (event.type) {
    case 'opened':
      return { ...state, known: expectAllAgain(state.known) };
    case 'received':
      return {
        ...state,
        known: event.messages.reduce(applyMessage, state.known),
        heardAt: event.at,
        clockAhead: clockAheadAfter(state, event),
      };
    case 'connection':
      return JSON.stringify(event.connection) ===
        JSON.stringify(state.connection)
        ? state
        : { ...state, connection: event.connection };
    default:
      return event satisfies never;
  }
}

/**
 * What is sent as live is as of now or a little earlier: of all that came, the smallest difference is nearest to that of
 * the clocks.
 */
function clockAheadAfter(
  { clockAhead: before }: StreamState,
  { at, clockAhead, messages }: Extract<StreamEvent, { type: 'received' }>,
): number | undefined {
  if (clockAhead !== undefined) {
    return clockAhead;
  }
  const differences = messages.flatMap(message =>
    message.type === 'target' &&
    message.state === 'live' &&
    message.observedAt !== undefined
      ? [at - Date.parse(message.observedAt)]
      : [],
  );
  const known = before === undefined ? differences : [before, ...differences];
  return known.length > 0 ? Math.min(...known) : undefined;
}

/** The events that let a tab which has just come catch up. */
export function toEvents({
  known,
  clockAhead,
  connection,
  heardAt,
}: StreamState): StreamEvent[] {
  return [
    { type: 'opened' },
    ...(heardAt === undefined
      ? []
      : [
          {
            type: 'received' as const,
            messages: toMessages(known),
            at: heardAt,
            clockAhead,
          },
        ]),
    { type: 'connection', connection },
  ];
}
