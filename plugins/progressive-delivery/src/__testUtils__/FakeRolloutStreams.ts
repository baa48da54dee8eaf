import {
  RolloutsResponse,
  RolloutStreamMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** The messages of one delivery target. */
export const targetMessages = (
  target: string,
  { observedAt, problems, rollouts }: RolloutsResponse,
  state: 'live' | 'stale' = 'live',
): RolloutStreamMessage[] => [
  { type: 'target', target, state, observedAt, problems },
  ...rollouts.map(status => ({ type: 'workload' as const, target, status })),
];

/** A connection at its backend's end. */
export interface FakeConnection {
  send(...messages: RolloutStreamMessage[]): void;
  /** Ends it in good order. */
  close(): void;
  /** Breaks it. */
  fail(error: Error): void;
  readonly open: boolean;
}

type Item =
  | { messages: RolloutStreamMessage[] }
  | { end: 'closed' }
  | { end: 'failed'; error: Error };

/** A stream that hands out what the other side sends. */
export function fakeConnection(signal?: AbortSignal): FakeConnection & {
  batches: AsyncIterable<RolloutStreamMessage[]>;
} {
  const items: Item[] = [];
  let open = true;
  let wake: () => void = () => {};
  const nextItem = () =>
    new Promise<void>(resolve => {
      wake = resolve;
    });
  const push = (item: Item) => {
    if (open) {
      open = !('end' in item);
      items.push(item);
      wake();
    }
  };
  const fail = (error: Error) => push({ end: 'failed', error });
  signal?.addEventListener('abort', () =>
    fail(new DOMException('Aborted', 'AbortError')),
  );
  async function* read() {
    for (;;) {
      const item = items.shift();
      if (!item) {
        await nextItem();
      } else if ('messages' in item) {
        yield item.messages;
      } else if (item.end === 'failed') {
        throw item.error;
      } else {
        return;
      }
    }
  }
  return {
    send: (...messages) => push({ messages }),
    close: () => push({ end: 'closed' }),
    fail,
    get open() {
      return open;
    },
    batches: read(),
  };
}
