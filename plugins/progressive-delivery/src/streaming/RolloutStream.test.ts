import { RolloutStreamMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { pausedRollout } from '../__testUtils__/rolloutStatus';
import { ProgressiveDeliveryClient } from '../api';
import { RolloutStream } from './RolloutStream';
import {
  applyEvent,
  Connection,
  initialStreamState,
  StreamEvent,
  StreamState,
} from './StreamState';

const encoder = new TextEncoder();

/** One request for the stream, at the backend's end. */
interface Request {
  url: string;
  authorization?: string;
  aborted: boolean;
  /** Sends the headers. */
  open(): void;
  send(...messages: RolloutStreamMessage[]): void;
  heartbeat(): void;
  close(): void;
  break(): void;
  answer(statusCode: number, message: string): void;
}

const everything: RolloutStreamMessage[] = [
  {
    type: 'target',
    target: 'eu',
    state: 'live',
    observedAt: '2026-01-01T00:00:00Z',
    problems: [],
  },
  { type: 'workload', target: 'eu', status: pausedRollout },
  { type: 'complete' },
];

describe('RolloutStream', () => {
  let requests: Request[];
  let state: StreamState;
  let events: StreamEvent[];
  let leaving: AbortController;
  let ended: Promise<unknown>;
  let stream: RolloutStream;

  const last = () => requests[requests.length - 1];
  const pass = (milliseconds = 0) =>
    jest.advanceTimersByTimeAsync(milliseconds);

  const fakeFetch = (url: string, init: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      let controller: ReadableStreamDefaultController<Uint8Array>;
      const body = new ReadableStream<Uint8Array>({
        start: created => {
          controller = created;
        },
      });
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      const request: Request = {
        url,
        aborted: false,
        open: () =>
          resolve(
            new Response(body, {
              headers: { 'content-type': 'text/event-stream' },
            }),
          ),
        send: (...messages) =>
          messages.forEach(message =>
            write(`data: ${JSON.stringify(message)}\n\n`),
          ),
        heartbeat: () => write(': heartbeat\n\n'),
        close: () => controller.close(),
        break: () => controller.error(new TypeError('network error')),
        answer: (status, message) =>
          resolve(
            new Response(
              JSON.stringify({
                error: { name: 'Error', message },
                response: { statusCode: status },
              }),
              { status, headers: { 'content-type': 'application/json' } },
            ),
          ),
      };
      init.signal?.addEventListener('abort', () => {
        request.aborted = true;
        const error = new DOMException('Aborted', 'AbortError');
        controller.error(error);
        reject(error);
      });
      requests.push(request);
    });

  const follow = (connection: Connection = { state: 'connecting' }) => {
    state = { ...initialStreamState, connection };
    stream = RolloutStream.create({
      api: ProgressiveDeliveryClient.create({
        discoveryApi: { getBaseUrl: async id => `http://backend/api/${id}` },
        fetchApi: { fetch: fakeFetch as typeof fetch },
      }),
      entity: { kind: 'Component', namespace: 'default', name: 'agents' },
      connection,
      emit: event => {
        events.push(event);
        state = applyEvent(state, event);
      },
    });
    ended = stream.follow(leaving.signal).catch(error => error);
    return pass();
  };

  const goLive = async () => {
    last().open();
    last().send(...everything);
    await pass();
    expect(state.connection).toEqual({ state: 'live' });
  };

  beforeEach(() => {
    jest.useFakeTimers();
    jest.spyOn(Math, 'random').mockReturnValue(1);
    requests = [];
    events = [];
    leaving = new AbortController();
  });

  afterEach(() => {
    leaving.abort();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('is live once everything was sent, and tells every change', async () => {
    await follow();
    expect(last().url).toBe(
      'http://backend/api/progressive-delivery/v1/entities/component/default/agents/rollouts/stream',
    );
    last().open();
    last().send(everything[0]);
    await pass();
    expect(state.connection).toEqual({ state: 'connecting' });

    last().send(...everything.slice(1));
    await pass();
    expect(state.connection).toEqual({ state: 'live' });

    const healthy = { ...pausedRollout, phase: 'Healthy' as const };
    last().send({ type: 'workload', target: 'eu', status: healthy });
    await pass();
    expect(state.known.targets.get('eu')?.rollouts).toEqual([healthy]);
  });

  it('stays live on heartbeats alone', async () => {
    await follow();
    await goLive();
    for (let minute = 0; minute < 40; minute += 1) {
      await pass(15_000);
      last().heartbeat();
    }
    await pass();

    expect(requests).toHaveLength(1);
    expect(state.connection).toEqual({ state: 'live' });
    expect(state.heardAt).toBe(Date.now());
  });

  it('is quiet when a heartbeat is overdue, and live again with the next', async () => {
    await follow();
    await goLive();
    await pass(20_000);
    expect(state.connection).toEqual({ state: 'quiet' });

    last().heartbeat();
    await pass();
    expect(state.connection).toEqual({ state: 'live' });
  });

  it('notices at once, after the browser has slept, that what it knows is old', async () => {
    await follow();
    await goLive();
    // Timers stand still while a browser sleeps.
    jest.setSystemTime(Date.now() + 3 * 3_600_000);
    await pass(1_000);
    expect(state.connection).not.toEqual({ state: 'live' });
    expect(last().aborted).toBe(true);
  });

  it('gives a silent connection up after 45 s and opens another', async () => {
    await follow();
    await goLive();
    await pass(60_000 - 45_000);
    last().heartbeat();
    await pass(45_000);
    expect(requests[0].aborted).toBe(true);
    expect(state.connection).toEqual({
      state: 'broken',
      failure: { reason: 'silent' },
    });

    await pass(1000);
    expect(requests).toHaveLength(2);
    await goLive();
    expect(state.known.targets.get('eu')?.rollouts).toHaveLength(1);
  });

  it('forgets what the next connection no longer sends', async () => {
    await follow();
    await goLive();
    last().break();
    await pass();
    expect(state.connection).toEqual({
      state: 'broken',
      failure: { reason: 'failed', message: 'network error' },
    });
    await pass(1000);
    last().open();
    last().send(everything[0]);
    await pass();
    expect(state.known.targets.get('eu')?.rollouts).toHaveLength(1);

    last().send({ type: 'complete' });
    await pass();
    expect(state.known.targets.get('eu')?.rollouts).toHaveLength(0);
  });

  it('comes back at once, and calls nothing broken, when the backend ends it in good order', async () => {
    await follow();
    await goLive();
    await pass(15_000);
    last().heartbeat();
    await pass();
    last().close();
    await pass();
    expect(state.connection).toEqual({ state: 'connecting' });

    await pass(1000);
    await goLive();
    expect(requests).toHaveLength(2);
  });

  it('tries a backend that is down later and later, and at once when asked to', async () => {
    await follow();
    for (const wait of [1000, 2000, 4000]) {
      last().answer(503, 'Restarting.');
      await pass(wait - 1);
      const before = requests.length;
      await pass(1);
      expect(requests).toHaveLength(before + 1);
    }
    last().answer(503, 'Restarting.');
    await pass();
    expect(state.connection).toEqual({
      state: 'broken',
      failure: { reason: 'failed', message: 'Restarting.' },
    });
    stream.retry();
    await pass();
    expect(requests).toHaveLength(5);
  });

  it.each([
    ['keeps the headers back', () => {}],
    ['keeps the body back', (request: Request) => request.open()],
    [
      'keeps the end of what was sent back',
      (request: Request) => {
        request.open();
        request.send(everything[0]);
      },
    ],
  ])(
    'polls when a proxy %s twice, and tries the stream again later',
    async (_, eat) => {
      await follow();
      eat(last());
      await pass(20_000);
      expect(state.connection).toEqual({
        state: 'broken',
        failure: { reason: 'silent' },
      });
      await pass(1000);
      eat(last());
      await pass(20_000);
      expect(state.connection).toEqual({ state: 'polling' });

      await pass(60_000);
      expect(requests).toHaveLength(3);
      expect(state.connection).toEqual({ state: 'polling' });
      await goLive();
    },
  );

  it('polls when something else answers in place of the backend', async () => {
    await follow({ state: 'polling' });
    last().answer(404, 'No such route.');
    await pass();

    expect(state.connection).toEqual({ state: 'polling' });
  });

  it.each([401, 403])(
    'ends when the backend refuses (%d)',
    async statusCode => {
      await follow();
      last().answer(statusCode, 'Not you.');

      await expect(ended).resolves.toMatchObject({ statusCode });
      await pass(120_000);
      expect(requests).toHaveLength(1);
    },
  );

  it('ends the request when it is left, and says nothing more', async () => {
    await follow();
    await goLive();
    const before = events.length;
    leaving.abort();
    await pass(120_000);

    await expect(ended).resolves.toBeUndefined();
    expect(requests).toHaveLength(1);
    expect(requests[0].aborted).toBe(true);
    expect(events).toHaveLength(before);
  });

  it('calls nothing live when it continues the stream of another tab', async () => {
    await follow({ state: 'live' });

    expect(state.connection).toEqual({ state: 'connecting' });
  });
});
