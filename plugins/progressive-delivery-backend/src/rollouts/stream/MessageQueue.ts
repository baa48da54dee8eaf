import { StreamEvent } from '../watch/StreamEvent';

/**
 * What a reader has yet to be sent: of each workload and target only the latest, so that it never grows beyond what
 * there is.
 */
export class MessageQueue {
  static create(): MessageQueue {
    return new MessageQueue();
  }

  private readonly events = new Map<string, StreamEvent>();

  private constructor() {}

  /** Takes the place of an earlier one about the same. */
  put(event: StreamEvent): void {
    this.events.set(event.key, event);
  }

  /** The next one, which is then no longer waiting. */
  take(): StreamEvent | undefined {
    for (const [key, event] of this.events) {
      this.events.delete(key);
      return event;
    }
    return undefined;
  }

  get size(): number {
    return this.events.size;
  }
}
