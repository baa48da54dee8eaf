import {
  CompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { IdentityApi } from '@backstage/core-plugin-api';
import { ProgressiveDeliveryApi } from '../api';
import { toError } from '../errors/toError';
import { RolloutStream } from './RolloutStream';
import { StreamEvent, StreamState, toEvents } from './StreamState';
import { TabGroup } from './TabGroup';
import { Tabs } from './Tabs';

/** The backend looks so often whether one may still see what is streamed. */
const IDENTITY_INTERVAL_MILLISECONDS = 60_000;

export interface StreamSessionOptions {
  api: Pick<ProgressiveDeliveryApi, 'streamRollouts'>;
  identityApi: Pick<IdentityApi, 'getBackstageIdentity'>;
  /** Absent where tabs cannot share a stream. */
  tabs?: Tabs;
  entity: CompoundEntityRef;
  getState: () => StreamState;
  onEvent: (event: StreamEvent) => void;
  /** The backend says that the sign-in is over (401) or that this may not be seen (403), and the session has ended. */
  onRefused: (error: Error) => void;
  /** Somebody else is signed in now, and the session has ended. */
  onOtherUser: () => void;
}

/**
 * Takes part in the stream of an entity's rollouts, as the tab that has it or as one of those that are told, for as long
 * as the same user is signed in.
 */
export class StreamSession {
  static start(options: StreamSessionOptions): StreamSession {
    const session = new StreamSession(options);
    session.join();
    return session;
  }

  private readonly ended = new AbortController();
  private group: TabGroup | undefined;
  private stream: RolloutStream | undefined;
  private identityTimer: ReturnType<typeof setInterval> | undefined;

  private constructor(private readonly options: StreamSessionOptions) {}

  /** Tries now what would be tried later. */
  retry() {
    if (this.group) {
      this.group.retry();
    } else {
      this.stream?.retry();
    }
  }

  end() {
    this.ended.abort();
    clearInterval(this.identityTimer);
    this.group?.leave();
  }

  private async join() {
    const { entity, tabs } = this.options;
    const user = await this.user();
    if (this.ended.signal.aborted) {
      return;
    }
    this.identityTimer = setInterval(
      () => this.expectUser(user),
      IDENTITY_INTERVAL_MILLISECONDS,
    );
    if (!tabs || user === undefined) {
      this.follow(this.ended.signal);
      return;
    }
    this.group = TabGroup.join({
      tabs,
      name: `progressive-delivery ${user} ${stringifyEntityRef(entity)}`,
      onLead: signal => this.follow(signal),
      onEvents: events => events.forEach(this.options.onEvent),
      onRetry: () => this.stream?.retry(),
      tellAll: () => toEvents(this.options.getState()),
      onImpossible: () => {
        this.group = undefined;
        this.follow(this.ended.signal);
      },
    });
  }

  /** Who is signed in; absent where nobody can tell. */
  private async user(): Promise<string | undefined> {
    try {
      const { userEntityRef } =
        await this.options.identityApi.getBackstageIdentity();
      return userEntityRef;
    } catch {
      // The backend decides, with what the request for the stream carries.
      return undefined;
    }
  }

  private async expectUser(expected: string | undefined) {
    const user = await this.user();
    if (user !== undefined && user !== expected && !this.ended.signal.aborted) {
      this.end();
      this.options.onOtherUser();
    }
  }

  private async follow(signal: AbortSignal) {
    const { api, entity, getState, onEvent, onRefused } = this.options;
    const { connection } = getState();
    const stream = RolloutStream.create({
      api,
      entity,
      connection,
      emit: event => {
        if (!signal.aborted) {
          onEvent(event);
          this.group?.tell([event]);
        }
      },
    });
    this.stream = stream;
    try {
      await stream.follow(signal);
    } catch (error) {
      if (!signal.aborted) {
        this.end();
        onRefused(toError(error));
      }
    }
  }
}
