import { ServerSentEventParser } from './ServerSentEventParser';

/**
 * Reads server-sent events as they come, an item a chunk of the body; one in which no event ends is empty. What an event
 * is parsed to may be nothing. Whoever stops
 * early, or whose parsing fails, ends the request.
 */
export async function* readServerSentEvents<T>(
  body: ReadableStream<Uint8Array>,
  parse: (data: string) => T[],
): AsyncGenerator<T[], void, undefined> {
  const parser = new ServerSentEventParser();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      yield parser.push(value).flatMap(parse);
    }
  } finally {
    // Rejects where the body has failed, which has been thrown already.
    reader.cancel().catch(() => {});
  }
}
