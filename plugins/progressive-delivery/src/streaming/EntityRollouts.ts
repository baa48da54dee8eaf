import { CompoundEntityRef } from '@backstage/catalog-model';
import { IdentityApi } from '@backstage/core-plugin-api';
import { ProgressiveDeliveryApi } from '../api';
import {
  applyEvent,
  initialStreamState,
  StreamEvent,
  StreamState,
} from './StreamState';
import { StreamSession } from './StreamSession';
import { Tabs } from './Tabs';
import { TargetPollings } from './TargetPollings';
import {
  needsPolling,
  SnapshotOptions,
  TargetSnapshot,
  targetSnapshot,
} from './TargetSnapshot';
import { watchPage } from './watchPage';

/** Who goes from one page of an entity to another finds everything there. */
const LINGER_MILLISECONDS = 10_000;

export interface EntityRolloutsOptions {
  api: Pick<ProgressiveDeliveryApi, 'streamRollouts' | 'getRollouts'>;
  identityApi: Pick<IdentityApi, 'getBackstageIdentity'>;
  /** Absent where tabs cannot share a stream. */
  tabs?: Tabs;
  entity: CompoundEntityRef;
}

/** A stream that has not told of a target by then may never do: something in between may hold it back. */
const OVERDUE_MILLISECONDS = 5_000;

/** From then on a cluster that is slow to answer no longer keeps the others from being shown. */
const PATIENCE_MILLISECONDS = 2_000;

interface Shown {
  inputs: unknown[];
  snapshot: TargetSnapshot;
}

/** What runs of all targets of an entity, for all components of this page that show it, while any does. */
export class EntityRollouts {
  static create(options: EntityRolloutsOptions): EntityRollouts {
    return new EntityRollouts(options);
  }

  private readonly listeners = new Map<string, Set<() => void>>();
  private readonly shown = new Map<string, Shown>();
  private readonly pollings: TargetPollings;
  private stream: StreamState = initialStreamState;
  private refusal: Error | undefined;
  private session: StreamSession | undefined;
  private unwatchPage: (() => void) | undefined;
  private impatient = false;
  private overdue = false;
  private overdueTimer: ReturnType<typeof setTimeout> | undefined;
  private patienceTimer: ReturnType<typeof setTimeout> | undefined;
  private lingerTimer: ReturnType<typeof setTimeout> | undefined;

  private constructor(private readonly options: EntityRolloutsOptions) {
    const { api, entity } = options;
    this.pollings = TargetPollings.create({
      load: (target, signal) => api.getRollouts({ entity, target }, { signal }),
      onChange: () => this.update(),
    });
  }

  /** What is known of a target; the same object as long as nothing has changed. */
  snapshot(target: string): TargetSnapshot {
    const { known, connection } = this.stream;
    const options: SnapshotOptions = {
      stream: this.stream,
      target,
      impatient: this.impatient,
      refusal: this.refusal,
      polled: this.pollings.get(target),
    };
    const inputs = [
      known.targets.get(target),
      known.complete,
      connection,
      options.impatient,
      options.refusal,
      options.polled,
    ];
    const last = this.shown.get(target);
    if (last?.inputs.every((input, index) => input === inputs[index])) {
      return last.snapshot;
    }
    const snapshot = targetSnapshot(options);
    this.shown.set(target, { inputs, snapshot });
    return snapshot;
  }

  /** ISO 8601; when a Git host last told that there may be something new about a target's pull requests. */
  pullRequestsChangedAt(target: string): string | undefined {
    return this.stream.known.targets.get(target)?.pullRequestsChangedAt;
  }

  /** Calls the listener when what is known of the target has changed, until the answer is called. */
  subscribe(target: string, listener: () => void): () => void {
    const listeners = this.listeners.get(target) ?? new Set();
    this.listeners.set(target, listeners.add(listener));
    this.start();
    this.update();
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) {
        this.listeners.delete(target);
      }
      if (this.listeners.size === 0) {
        this.lingerTimer = setTimeout(() => this.stop(), LINGER_MILLISECONDS);
      }
    };
  }

  /** Tries now what would be tried later; settles with what is asked for. A stream only begins to try. */
  readonly refresh = async (): Promise<void> => {
    if (this.refusal) {
      this.forget();
      this.follow();
    }
    this.session?.retry();
    await this.pollings.refresh();
  };

  private start() {
    clearTimeout(this.lingerTimer);
    if (this.unwatchPage) {
      return;
    }
    this.unwatchPage = watchPage({
      onAway: () => this.unfollow(),
      onBack: () => {
        if (this.refusal) {
          this.forget();
        }
        this.follow();
      },
      onOnline: () => this.refresh(),
    });
    if (!document.hidden) {
      this.follow();
    }
  }

  private stop() {
    this.unwatchPage?.();
    this.unwatchPage = undefined;
    this.unfollow();
    this.forget();
    this.shown.clear();
  }

  private follow() {
    if (this.session) {
      return;
    }
    this.overdueTimer = setTimeout(() => {
      this.overdue = true;
      this.update();
    }, OVERDUE_MILLISECONDS);
    this.session = StreamSession.start({
      ...this.options,
      getState: () => this.stream,
      onEvent: event => this.apply(event),
      onRefused: error => {
        this.session = undefined;
        this.forget(error);
      },
      onOtherUser: () => {
        this.session = undefined;
        this.forget();
        this.follow();
      },
    });
  }

  private unfollow() {
    this.session?.end();
    this.session = undefined;
    this.forgetOverdue();
    this.apply({ type: 'connection', connection: { state: 'connecting' } });
  }

  private forget(refusal?: Error) {
    clearTimeout(this.patienceTimer);
    this.impatient = false;
    this.forgetOverdue();
    this.stream = initialStreamState;
    this.refusal = refusal;
    this.pollings.ask([]);
    this.update();
  }

  private forgetOverdue() {
    clearTimeout(this.overdueTimer);
    this.overdue = false;
  }

  private apply(event: StreamEvent) {
    this.stream = applyEvent(this.stream, event);
    if (event.type === 'opened' && !this.stream.known.complete) {
      clearTimeout(this.patienceTimer);
      this.patienceTimer = setTimeout(() => {
        this.impatient = true;
        this.update();
      }, PATIENCE_MILLISECONDS);
    }
    this.update();
  }

  private update() {
    this.pollings.ask(
      Array.from(this.listeners.keys()).filter(
        target =>
          !this.refusal &&
          needsPolling(this.stream, target, {
            polled: this.pollings.get(target) !== undefined,
            overdue: this.overdue,
          }),
      ),
    );
    // All of them before anybody is told: whoever follows several targets looks at the others, too, when told of one.
    const changed = Array.from(this.listeners).filter(([target]) => {
      const before = this.shown.get(target)?.snapshot;
      return this.snapshot(target) !== before;
    });
    changed.forEach(([, listeners]) =>
      listeners.forEach(listener => listener()),
    );
  }
}
