/** The media type of server-sent events. */
export const EVENT_STREAM = 'text/event-stream';

/** Milliseconds between two signs of life, for proxies that end what is silent. */
export const HEARTBEAT = 15_000;

/** Keep compression and proxies from holding back what is streamed. */
export const eventStreamHeaders = {
  'Content-Type': EVENT_STREAM,
  'Cache-Control': 'no-cache, no-transform',
  'X-Accel-Buffering': 'no',
};
