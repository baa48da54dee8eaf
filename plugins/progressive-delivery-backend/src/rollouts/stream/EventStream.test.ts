import { PassThrough, Writable } from 'node:stream';
import { eventually } from '../../clusters/watch/__testUtils__/eventually';
import { EventStream } from './EventStream';
import { StreamEvent, streamEvent } from '../watch/StreamEvent';

const gone = (name: string): StreamEvent =>
  streamEvent({
    type: 'gone',
    target: 't',
    kind: 'Rollout',
    namespace: 'shop',
    name,
  });
const target = (id: string, observedAt?: string): StreamEvent =>
  streamEvent({
    type: 'target',
    target: id,
    state: 'live',
    observedAt,
    problems: [],
  });
const complete = streamEvent({ type: 'complete' });

/** Somebody who reads only when told to. */
class Reader extends Writable {
  readonly pieces: string[] = [];
  private next: (() => void) | undefined;

  constructor(private readonly options: { stuck: boolean }) {
    super({ highWaterMark: 1 });
  }

  override _write(chunk: Buffer, _: string, done: () => void) {
    this.pieces.push(chunk.toString());
    if (this.options.stuck) {
      this.next = done;
    } else {
      setImmediate(done);
    }
  }

  /** Reads on until there is nothing more. */
  readOn() {
    this.options.stuck = false;
    this.next?.();
  }
}

// Conditions are waited for, however busy the machine is.
jest.setTimeout(60_000);

describe('EventStream', () => {
  let stream: EventStream | undefined;
  afterEach(() => stream?.close());

  it('begins with a byte at once, writes events, and ends', async () => {
    const to = Object.assign(new PassThrough(), { flush: jest.fn() });
    stream = EventStream.open({ to, heartbeat: 60_000 });
    expect(to.read()?.toString()).toBe(': still here\n\n');
    expect(to.flush).toHaveBeenCalled();
    stream.send(target('a'));
    stream.send(complete);
    await eventually(() =>
      expect(to.read()?.toString()).toBe(
        'data: {"type":"target","target":"a","state":"live","problems":[]}\n\ndata: {"type":"complete"}\n\n',
      ),
    );
    stream.close();
    stream.send(target('b'));
    expect(to.writableEnded).toBe(true);
  });

  it('says again and again that it is there', async () => {
    const to = new Reader({ stuck: false });
    stream = EventStream.open({ to, heartbeat: 5 });
    await eventually(() => expect(to.pieces.length).toBeGreaterThan(3));
    expect(new Set(to.pieces)).toEqual(new Set([': still here\n\n']));
  });

  it('gives a slow reader only the latest of each, never all that has been', async () => {
    const to = new Reader({ stuck: true });
    stream = EventStream.open({ to, heartbeat: 60_000 });
    for (let count = 0; count < 1_000; count++) {
      stream.send(target('a', `${count}`));
      stream.send(gone(`web-${count % 3}`));
      await new Promise(resolve => setImmediate(resolve));
    }
    stream.send(complete);
    to.readOn();

    await eventually(() =>
      expect(to.pieces.at(-1)).toBe('data: {"type":"complete"}\n\n'),
    );
    const named = to.pieces
      .slice(1)
      .map(piece => JSON.parse(piece.slice(6)))
      .map(({ type, observedAt, name }) => observedAt ?? name ?? type);
    expect(named.sort()).toEqual(
      ['999', 'complete', 'web-0', 'web-1', 'web-2'].sort(),
    );
  });

  it('gives up who does not read at all', async () => {
    const to = new Reader({ stuck: true });
    stream = EventStream.open({ to, heartbeat: 3 });
    await eventually(() => expect(to.destroyed).toBe(true));
  });
});
