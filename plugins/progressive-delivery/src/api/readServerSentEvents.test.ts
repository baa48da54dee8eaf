import { readServerSentEvents } from './readServerSentEvents';

/** A body whose bytes come in pieces of this size, and whether it was read to its end. */
const bodyOf = (text: string, size = Infinity) => {
  const bytes = new TextEncoder().encode(text);
  const cancel = jest.fn();
  let start = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull: controller => {
        if (start >= bytes.length) {
          controller.close();
          return;
        }
        controller.enqueue(bytes.subarray(start, start + size));
        start += size;
      },
      cancel,
    },
    { highWaterMark: 0 },
  );
  return { body, cancel };
};

const read = async (text: string, size?: number) => {
  const chunks: string[][] = [];
  for await (const chunk of readServerSentEvents(
    bodyOf(text, size).body,
    data => [data],
  )) {
    chunks.push(chunk);
  }
  return chunks;
};

describe('readServerSentEvents', () => {
  it('gives the data of each event, an item a chunk', async () => {
    expect(await read('data: {"a":1}\n\ndata:{"b":2}\n\n')).toEqual([
      ['{"a":1}', '{"b":2}'],
    ]);
    expect(await read('data: a\n\n', 8)).toEqual([[], ['a']]);
  });

  it('passes over comments, other fields and an event that is cut off', async () => {
    expect(
      await read(
        ': heartbeat\n\nevent: x\nid: 1\ndata: a\nretry: 10\n:\n\n:\ndata: b',
      ),
    ).toEqual([['a']]);
  });

  it.each(['\n', '\r\n', '\r'])(
    'does not care where it is cut (lines end in %j)',
    async end => {
      const text = [
        'data: größer → 🚀',
        ': comment',
        'data: second',
        '',
        'data: {"weight":25}',
        '',
        ': the end',
        '',
      ].join(end);
      for (let size = 1; size < 12; size += 1) {
        expect((await read(text, size)).flat()).toEqual([
          'größer → 🚀\nsecond',
          '{"weight":25}',
        ]);
      }
    },
  );

  it('ends the request where an event cannot be parsed, or nobody wants more', async () => {
    const failing = bodyOf('data: a\n\ndata: b\n\n', 9);
    await expect(
      readServerSentEvents(failing.body, () => {
        throw new Error('not readable');
      }).next(),
    ).rejects.toThrow('not readable');
    expect(failing.cancel).toHaveBeenCalled();

    const left = bodyOf('data: a\n\ndata: b\n\n', 9);
    const events = readServerSentEvents(left.body, data => [data]);
    await events.next();
    await events.return();
    expect(left.cancel).toHaveBeenCalled();
  });
});
