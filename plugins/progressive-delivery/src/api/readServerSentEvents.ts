import { createParser } from 'eventsource-parser';

/**
 * Reads the data of server-sent events as they come, an item a chunk of the body; one in which no event ends is empty.
 * What an event is parsed to may be nothing. Whoever stops early, or whose parsing fails, ends the request.
 */
export async function* readServerSentEvents<T>(
  body: ReadableStream<Uint8Array>,
  parse: (data: string) => T[],
): AsyncGenerator<T[], void, undefined> {
  let ended: string[] = [];
  const parser = createParser({ onEvent: ({ data }) => ended.push(data) });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      parser.feed(decoder.decode(value, { stream: true }));
      const events = ended;
      ended = [];
      yield events.flatMap(parse);
    }
  } finally {
    // Rejects where the body has failed, which has been thrown already.
    reader.cancel().catch(() => {});
  }
}
