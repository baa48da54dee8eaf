import { Writable } from 'node:stream';
import { MessageQueue } from './MessageQueue';
import { StreamEvent } from '../watch/StreamEvent';

/** A comment, which readers pass over. */
export const SIGN_OF_LIFE = ': still here\n\n';

/** Heartbeats in a row that a reader may not have room for before it is given up. */
const MOST_MISSED = 8;

export interface EventStreamOptions {
  /** Where to write; `flush` where something in between compresses. */
  to: Writable & { flush?: () => void };
  /** Milliseconds between two heartbeats. */
  heartbeat: number;
}

/** Writes messages as server-sent events, as fast as they are read and no faster. */
export class EventStream {
  static open(options: EventStreamOptions): EventStream {
    return new EventStream(options);
  }

  private readonly queue = MessageQueue.create();
  private readonly heartbeat: NodeJS.Timeout;
  private missed = 0;
  private full = false;
  private planned: NodeJS.Immediate | undefined;
  private closed = false;

  private constructor(private readonly options: EventStreamOptions) {
    const { heartbeat, to } = options;
    this.heartbeat = setInterval(() => this.beat(), heartbeat);
    this.heartbeat.unref();
    to.on('drain', () => {
      this.full = false;
      this.missed = 0;
      this.write();
    });
    this.beat();
  }

  send(event: StreamEvent): void {
    if (this.closed) {
      return;
    }
    this.queue.put(event);
    // What comes together goes out in one piece.
    this.planned ??= setImmediate(() => {
      this.planned = undefined;
      this.write();
    });
  }

  /** Ends it after what has been written. */
  close(): void {
    if (this.closed) {
      return;
    }
    this.closed = true;
    clearInterval(this.heartbeat);
    if (this.planned) {
      clearImmediate(this.planned);
    }
    this.options.to.end();
  }

  private write(): void {
    const { to } = this.options;
    if (this.full || this.closed) {
      return;
    }
    let event = this.queue.take();
    while (event) {
      this.full = !to.write(event.text);
      event = this.full ? undefined : this.queue.take();
    }
    to.flush?.();
  }

  private beat(): void {
    const { to } = this.options;
    if (this.full) {
      this.missed++;
      if (this.missed > MOST_MISSED) {
        to.destroy();
      }
      return;
    }
    this.full = !to.write(SIGN_OF_LIFE);
    to.flush?.();
  }
}
