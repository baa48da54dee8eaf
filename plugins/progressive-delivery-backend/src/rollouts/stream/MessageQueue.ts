import { RolloutStreamMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { messageKey } from '../watch/messageKey';

/**
 * What a reader has yet to be sent: of each workload and target only the latest, so that it never grows beyond what
 * there is.
 */
export class MessageQueue {
  static create(): MessageQueue {
    return new MessageQueue();
  }

  private readonly messages = new Map<string, RolloutStreamMessage>();

  private constructor() {}

  /** Takes the place of an earlier one about the same. */
  put(message: RolloutStreamMessage): void {
    this.messages.set(messageKey(message), message);
  }

  /** The next one, which is then no longer waiting. */
  take(): RolloutStreamMessage | undefined {
    for (const [key, message] of this.messages) {
      this.messages.delete(key);
      return message;
    }
    return undefined;
  }

  get size(): number {
    return this.messages.size;
  }
}
