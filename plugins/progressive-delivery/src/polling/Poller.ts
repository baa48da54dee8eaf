import { pageError } from '../api/pageError';

/** After this, a request is given up and counted as failed. */
const REQUEST_TIMEOUT_MILLISECONDS = 20_000;

/** Failures are retried later and later, but never later than this. */
const MAXIMUM_RETRY_MILLISECONDS = 30_000;

export interface PollerOptions<T> {
  load: (signal: AbortSignal) => Promise<T>;
  /** How long to wait after this value, in milliseconds. */
  intervalAfter: (value: T) => number;
  /** The first wait after a failure, in milliseconds; doubles with each failure that follows. */
  retryInterval: number;
  onValue: (value: T) => void;
  onError: (error: unknown) => void;
}

/**
 * Asks again and again, one request at a time, and only while the page is visible: a hidden tab costs the backend
 * nothing, and a tab that comes back asks at once.
 */
export class Poller<T> {
  static start<T>(options: PollerOptions<T>): Poller<T> {
    const poller = new Poller(options);
    document.addEventListener('visibilitychange', poller.onVisibilityChange);
    poller.refresh();
    return poller;
  }

  private timer: number | undefined;
  private request: AbortController | undefined;
  private failures = 0;

  private constructor(private readonly options: PollerOptions<T>) {}

  /**
   * Asks now. A request under way is given up, since its answer may be older than what the caller just did.
   *
   * @returns a promise that settles with the request, whatever comes of it
   */
  refresh(): Promise<void> {
    this.pause();
    return this.ask();
  }

  stop() {
    document.removeEventListener('visibilitychange', this.onVisibilityChange);
    this.pause();
  }

  private pause() {
    window.clearTimeout(this.timer);
    this.request?.abort();
    this.request = undefined;
  }

  private readonly onVisibilityChange = () => {
    if (document.hidden) {
      this.pause();
    } else {
      this.refresh();
    }
  };

  private async ask(): Promise<void> {
    const request = new AbortController();
    this.request = request;
    let timeout: number | undefined;
    // Not only by the signal: a sign-in that nobody completes heeds none.
    const tooLate = new Promise<never>((_, reject) => {
      timeout = window.setTimeout(() => {
        reject(
          pageError({
            id: 'backendTimedOut',
            parameters: { seconds: REQUEST_TIMEOUT_MILLISECONDS / 1000 },
          }),
        );
        request.abort();
      }, REQUEST_TIMEOUT_MILLISECONDS);
    });
    // A request that was given up has no say any more, except that it took too long.
    const isOurs = () => this.request === request;
    try {
      const value = await Promise.race([
        this.options.load(request.signal),
        tooLate,
      ]);
      if (isOurs()) {
        this.failures = 0;
        this.options.onValue(value);
        this.askAfter(this.options.intervalAfter(value));
      }
    } catch (error) {
      if (isOurs()) {
        this.options.onError(error);
        this.askAfter(
          Math.min(
            this.options.retryInterval * 2 ** this.failures,
            MAXIMUM_RETRY_MILLISECONDS,
          ),
        );
        this.failures += 1;
      }
    } finally {
      window.clearTimeout(timeout);
    }
  }

  private askAfter(milliseconds: number) {
    if (!document.hidden) {
      this.timer = window.setTimeout(() => this.ask(), milliseconds);
    }
  }
}
