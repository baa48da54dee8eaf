import { Tabs } from '../streaming/Tabs';

interface LockRequest {
  /** Which tab asks. */
  tab: symbol;
  grant: () => void;
  /** Ends it with an `AbortError`, whether it holds the lock or waits. */
  abort: () => void;
}

const abortError = () => new DOMException('Aborted', 'AbortError');

/** Locks and channels as the tabs of a browser share them. */
export class FakeBrowser {
  private readonly held = new Map<string, LockRequest>();
  private readonly waiting = new Map<string, LockRequest[]>();
  private readonly channels = new Map<string, Set<(data: unknown) => void>>();
  /** Tabs that were put to sleep: they neither hear nor say anything. */
  private readonly asleep = new Set<symbol>();

  /** Opens a tab. `sleep` freezes it, as browsers do with tabs in the background, until it wakes up. */
  tab(): Tabs & { sleep(): void; wake(): void; openChannels(): number } {
    const tab = Symbol('tab');
    let channels = 0;
    return {
      requestLock: (name, options, whileHeld) =>
        this.requestLock(tab, name, options, whileHeld),
      openChannel: (name, onMessage) => {
        const receive = (data: unknown) => {
          if (!this.asleep.has(tab)) {
            onMessage(data);
          }
        };
        const listeners = this.channels.get(name) ?? new Set();
        this.channels.set(name, listeners.add(receive));
        channels += 1;
        return {
          postMessage: message => {
            if (this.asleep.has(tab)) {
              return;
            }
            const copy = JSON.stringify(message);
            listeners.forEach(listener => {
              if (listener !== receive) {
                queueMicrotask(() => listener(JSON.parse(copy)));
              }
            });
          },
          close: () => {
            channels -= 1;
            listeners.delete(receive);
          },
        };
      },
      sleep: () => {
        this.asleep.add(tab);
      },
      wake: () => {
        this.asleep.delete(tab);
      },
      openChannels: () => channels,
    };
  }

  private requestLock(
    tab: symbol,
    name: string,
    options: { signal: AbortSignal } | { steal: true },
    whileHeld: () => Promise<void>,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const queue = this.waiting.get(name) ?? [];
      this.waiting.set(name, queue);
      const request: LockRequest = {
        tab,
        grant: () => {
          this.held.set(name, request);
          whileHeld()
            .then(resolve, reject)
            .finally(() => {
              if (this.held.get(name) === request) {
                this.held.delete(name);
                queue.shift()?.grant();
              }
            });
        },
        abort: () => {
          const position = queue.indexOf(request);
          if (position >= 0) {
            queue.splice(position, 1);
          }
          reject(abortError());
        },
      };
      if ('steal' in options) {
        const last = this.held.get(name);
        request.grant();
        if (last && !this.asleep.has(last.tab)) {
          last.abort();
        }
        return;
      }
      if (options.signal.aborted) {
        reject(abortError());
        return;
      }
      options.signal.addEventListener('abort', () => {
        if (queue.includes(request)) {
          request.abort();
        }
      });
      if (this.held.has(name)) {
        queue.push(request);
      } else {
        request.grant();
      }
    });
  }
}
