/** The media type of server-sent events. */
export const EVENT_STREAM = 'text/event-stream';

/** Keep compression and proxies from holding back what is streamed. */
export const eventStreamHeaders = {
  'Content-Type': EVENT_STREAM,
  'Cache-Control': 'no-cache, no-transform',
  'X-Accel-Buffering': 'no',
};
