/**
 * The bytes of an answer, until it ends or the signal is aborted, whose reason is then thrown. `fetch` itself forgets its
 * signal: what it follows it by is collected as garbage once the headers are there (Node 22), and an answer that stops in
 * the middle would be waited for without end.
 */
export async function* bodyOf(
  response: Response,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (!response.body) {
    return;
  }
  const reader = response.body.getReader();
  const cancel = () => {
    // What it was cancelled for is thrown below; that it had failed before says nothing more.
    reader.cancel(signal.reason).catch(() => {});
  };
  signal.addEventListener('abort', cancel);
  try {
    signal.throwIfAborted();
    for (;;) {
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      if (done) {
        return;
      }
      yield value;
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    cancel();
  }
}

/** Bytes of an answer that is read as a whole: a page of a thousand pods has some ten million. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * The same as text.
 *
 * @throws Error where it is longer than any answer that is asked for
 */
async function textOf(
  response: Response,
  signal: AbortSignal,
): Promise<string> {
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  let length = 0;
  for await (const bytes of bodyOf(response, signal)) {
    length += bytes.length;
    if (length > MOST_BYTES) {
      throw new Error('The answer is larger than 64 MiB');
    }
    pieces.push(decoder.decode(bytes, { stream: true }));
  }
  return pieces.join('') + decoder.decode();
}

/** The same as JSON; `undefined` where it is none. */
export async function jsonOf(
  response: Response,
  signal: AbortSignal,
): Promise<unknown> {
  const text = await textOf(response, signal);
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
