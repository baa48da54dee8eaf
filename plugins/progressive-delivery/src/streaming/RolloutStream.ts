import { CompoundEntityRef } from '@backstage/catalog-model';
import { ProgressiveDeliveryApi } from '../api';
import { hasStatusCode } from '../errors/hasStatusCode';
import {
  afterConnection,
  eatenConnections,
  noConnections,
} from './afterConnection';
import { followOnce } from './followOnce';
import { Connection, StreamEvent } from './StreamState';

export interface RolloutStreamOptions {
  api: Pick<ProgressiveDeliveryApi, 'streamRollouts'>;
  entity: CompoundEntityRef;
  /** What the stream that this one continues came to. */
  connection: Connection;
  emit: (event: StreamEvent) => void;
}

/** The rollouts of an entity as they change, over one connection after the other. */
export class RolloutStream {
  static create(options: RolloutStreamOptions): RolloutStream {
    return new RolloutStream(options);
  }

  private endWait: () => void = () => {};

  private constructor(private readonly options: RolloutStreamOptions) {}

  /**
   * Follows until the signal aborts.
   *
   * @throws `ResponseError` where the backend says that the sign-in is over (401) or that this may not be seen (403)
   */
  async follow(signal: AbortSignal): Promise<void> {
    const { connection, ...options } = this.options;
    let history =
      connection.state === 'polling' ? eatenConnections : noConnections;
    if (connection.state === 'live' || connection.state === 'quiet') {
      options.emit({ type: 'connection', connection: { state: 'connecting' } });
    }
    while (!signal.aborted) {
      const end = await followOnce({ ...options, signal });
      if (signal.aborted) {
        return;
      }
      if (
        end.reason === 'failed' &&
        [401, 403].some(code => hasStatusCode(end.error, code))
      ) {
        throw end.error;
      }
      const next = afterConnection(history, end);
      history = next.history;
      options.emit({ type: 'connection', connection: next.connection });
      // Spread out, since all streams of a server end with it.
      await this.wait(next.wait * (0.5 + Math.random() / 2), signal);
    }
  }

  /** Tries now what would be tried later. */
  retry() {
    this.endWait();
  }

  private async wait(milliseconds: number, signal: AbortSignal) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    await new Promise<void>(resolve => {
      timer = setTimeout(resolve, milliseconds);
      this.endWait = resolve;
      signal.addEventListener('abort', this.endWait);
    });
    clearTimeout(timer);
    signal.removeEventListener('abort', this.endWait);
  }
}
