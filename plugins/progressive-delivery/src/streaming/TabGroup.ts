import { isError } from '@backstage/errors';
import { StreamEvent } from './StreamState';
import { TabMessage, tabMessageSchema } from './TabMessage';
import { TabChannel, Tabs } from './Tabs';

/** The leader says at least so often that it is there. */
const SIGN_OF_LIFE_MILLISECONDS = 20_000;

/** A leader that says nothing for so long was put to sleep by the browser. Timers of hidden pages may run once a minute. */
const SILENCE_MILLISECONDS = 75_000;

export interface TabGroupOptions {
  tabs: Tabs;
  /** Tabs of the same name are a group. */
  name: string;
  /** This tab is the leader, until the signal aborts. */
  onLead: (signal: AbortSignal) => void;
  /** From the leader, while this tab is not. */
  onEvents: (events: StreamEvent[]) => void;
  /** To the leader, while this tab is. */
  onRetry: () => void;
  /** What somebody new needs to hear, while this tab leads. */
  tellAll: () => StreamEvent[];
  /** The browser does not let us, or another tab is of a version that this one does not understand. */
  onImpossible: () => void;
}

/** Tabs of one browser, of which one leads; when it closes, or is put to sleep, another takes over. */
export class TabGroup {
  static join(options: TabGroupOptions): TabGroup {
    const group = new TabGroup(options);
    group.post({ type: 'hello' });
    group.stand();
    return group;
  }

  private readonly channel: TabChannel;
  private readonly left = new AbortController();
  private waiting: AbortController | undefined;
  private leading: AbortController | undefined;
  private silenceTimer: ReturnType<typeof setTimeout> | undefined;
  private signOfLifeTimer: ReturnType<typeof setInterval> | undefined;
  /** Of the latest leader that was heard of. */
  private term = 0;

  private constructor(private readonly options: TabGroupOptions) {
    const { name, tabs } = options;
    this.channel = tabs.openChannel(name, data => this.hear(data));
  }

  /** Tells the others, as the leader. */
  tell(events: StreamEvent[]) {
    if (this.leading) {
      this.post({ type: 'events', term: this.term, events });
    }
  }

  /** Asks the leader, whoever that is, to try now what it would try later. */
  retry() {
    if (this.leading) {
      this.options.onRetry();
    } else {
      this.post({ type: 'retry' });
    }
  }

  leave() {
    this.left.abort();
    this.stopLeading();
    this.waiting?.abort();
    clearTimeout(this.silenceTimer);
    this.channel.close();
  }

  private post(message: TabMessage) {
    this.channel.postMessage(message);
  }

  /** Stands for leader, again and again until this tab leaves. */
  private async stand() {
    const { name, tabs } = this.options;
    let steal = false;
    while (!this.left.signal.aborted) {
      const waiting = new AbortController();
      this.waiting = waiting;
      this.expectSignOfLife();
      try {
        await tabs.requestLock(
          name,
          steal ? { steal } : { signal: waiting.signal },
          () => this.lead(),
        );
      } catch (error) {
        // Left, gave up waiting, or another tab has taken over; anything else will be the same the next time.
        if (!isError(error) || error.name !== 'AbortError') {
          this.leave();
          this.options.onImpossible();
        }
      }
      this.stopLeading();
      steal = waiting.signal.aborted;
    }
  }

  private lead(): Promise<void> {
    if (this.left.signal.aborted) {
      return Promise.resolve();
    }
    const leading = new AbortController();
    this.leading = leading;
    this.term = Math.max(this.term + 1, Date.now());
    clearTimeout(this.silenceTimer);
    this.signOfLifeTimer = setInterval(
      () => this.tell([]),
      SIGN_OF_LIFE_MILLISECONDS,
    );
    this.options.onLead(leading.signal);
    return new Promise(resolve =>
      leading.signal.addEventListener('abort', () => resolve()),
    );
  }

  private stopLeading() {
    clearInterval(this.signOfLifeTimer);
    this.leading?.abort();
    this.leading = undefined;
  }

  private expectSignOfLife() {
    clearTimeout(this.silenceTimer);
    this.silenceTimer = setTimeout(
      () => this.waiting?.abort(),
      SILENCE_MILLISECONDS,
    );
  }

  private hear(data: unknown) {
    if (this.left.signal.aborted) {
      return;
    }
    const parsed = tabMessageSchema.safeParse(data);
    if (!parsed.success) {
      this.leave();
      this.options.onImpossible();
      return;
    }
    const message = parsed.data;
    switch (message.type) {
      case 'hello':
        if (this.leading) {
          this.tell(this.options.tellAll());
        }
        break;
      case 'retry':
        if (this.leading) {
          this.options.onRetry();
        }
        break;
      case 'events':
        // One that slept through its end still believes that it leads.
        if (message.term >= this.term) {
          this.term = message.term;
          this.stopLeading();
          this.expectSignOfLife();
          this.options.onEvents(message.events);
        }
        break;
      default:
        message satisfies never;
    }
  }
}
