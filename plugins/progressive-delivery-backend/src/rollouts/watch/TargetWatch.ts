import {
  Problem,
  RolloutStreamMessage,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ApplicationTarget, problemOf } from '@progressive-delivery/engine';
import { WatchState } from '../../clusters/watch/WatchFreshness';
import { namedNamespaces } from '../live/namedNamespaces';
import { distinctProblems } from '../objects/distinctProblems';
import { nothingRuns } from '../live/nothingRuns';
import { StreamEvent, streamEvent } from './StreamEvent';
import { Coalescer } from './Coalescer';
import { NamespaceWatch } from './NamespaceWatch';
import { keyedWorkload } from './workloadKey';
import { WorkloadWatches } from '../live/workloadWatches';

/** The key of a turn that is about the target itself: no workload has it. */
const STATE = '';

export interface TargetWatchOptions {
  target: ApplicationTarget;
  watches: WorkloadWatches;
  /** Milliseconds between two statuses of a workload for what it owns; what it says itself does not wait. */
  interval: number;
  /** Milliseconds that the state of the target may be another one without being published. */
  patience: number;
  publish: (event: StreamEvent) => void;
  /** Everything that there is has been published, or that it could not be read. */
  onComplete: () => void;
}

/**
 * What runs of a target, published again whenever it changes, and only what has changed. The first message is about the
 * target itself.
 */
export class TargetWatch {
  static start(options: TargetWatchOptions): TargetWatch {
    const watch = new TargetWatch(options);
    watch.look();
    return watch;
  }

  private readonly coalescer: Coalescer;
  private namespaces = new Map<string, NamespaceWatch>();
  private problems: Problem[] = [];
  /** What Argo CD could not be asked. */
  private readingProblems: Problem[] = [];
  private target: ApplicationTarget;
  private complete = false;
  private pullRequestsChangedAt: Date | undefined;
  /** The text that was sent last, of each workload and of the target. */
  private readonly sent = new Map<string, string>();

  private constructor(private readonly options: TargetWatchOptions) {
    this.target = options.target;
    this.coalescer = Coalescer.create({
      interval: options.interval,
      run: keys => this.publishAll(keys),
    });
  }

  private get settled(): boolean {
    return Array.from(this.namespaces.values()).every(({ settled }) => settled);
  }

  /** Takes over what Argo CD says now. */
  update(target: ApplicationTarget, readingProblems: Problem[]): void {
    const changed = scopeOf(target) !== scopeOf(this.target);
    this.target = target;
    this.readingProblems = readingProblems;
    if (changed) {
      this.look();
    }
    this.coalescer.add(STATE);
  }

  /** Says as of when its workloads are known, where that has changed. */
  refresh(): void {
    this.coalescer.add(STATE, { urgent: true });
  }

  /** Tells that there may be something new about the pull requests for its switches. */
  pullRequestsChanged(): void {
    this.pullRequestsChangedAt = new Date();
    this.coalescer.add(STATE, { urgent: true });
  }

  /** How far what is known can be trusted at this moment. */
  state(): RolloutStreamMessage {
    const namespaces = Array.from(this.namespaces.values());
    const states = namespaces.flatMap(each => each.states());
    const times = states.flatMap(state =>
      state.state !== 'starting' && state.observedAt ? [state.observedAt] : [],
    );
    const isStale = states.some(({ state }) => state === 'stale');
    const present = namespaces.map(each => each.present());
    const problems = distinctProblems([
      ...this.readingProblems,
      ...this.problems,
      ...present.flatMap(each => each.problems),
      ...states.flatMap(problemsOf),
      ...(this.settled &&
      !isStale &&
      present.every(each => each.keys.length === 0)
        ? this.nothingThere()
        : []),
    ]);
    const known = states.length === 0 || times.length > 0;
    return {
      type: 'target',
      target: this.target.id,
      state: isStale ? 'stale' : 'live',
      observedAt: known
        ? new Date(
            Math.min(Date.now(), ...times.map(time => time.getTime())),
          ).toISOString()
        : undefined,
      problems,
      pullRequestsChangedAt: this.pullRequestsChangedAt?.toISOString(),
    };
  }

  close(): void {
    this.coalescer.close();
    this.namespaces.forEach(each => each.close());
  }

  private look(): void {
    const before = this.namespaces;
    const { namespaces, problems } = namedNamespaces(this.target);
    this.problems = problems;
    this.namespaces = new Map(
      namespaces.map(namespace => [
        namespace.place.namespace,
        NamespaceWatch.create({
          namespace,
          watches: this.options.watches,
          onWorkload: (key, { after, itself }) =>
            this.coalescer.add(key, { after, urgent: itself }),
          // What is over in a moment, such as a watch that is begun anew, is not worth a word.
          onState: () =>
            this.coalescer.add(STATE, {
              after: this.complete ? this.options.patience : 0,
            }),
        }),
      ]),
    );
    before.forEach(each => each.close());
    for (const key of [
      STATE,
      ...this.sent.keys(),
      ...Array.from(this.namespaces.values()).flatMap(each => each.keys()),
    ]) {
      this.coalescer.add(key, { urgent: true });
    }
  }

  private publishAll(keys: string[]): void {
    if (keys.includes(STATE) || !this.sent.has(STATE)) {
      this.publishState();
    }
    for (const key of keys) {
      if (key !== STATE) {
        this.publishWorkload(key);
      }
    }
    if (!this.complete && this.settled) {
      this.publishState();
      this.complete = true;
      this.options.onComplete();
    }
  }

  private publishWorkload(key: string): void {
    const workload = keyedWorkload(key);
    const namespace = this.namespaces.get(workload.namespace);
    const status = namespace?.status(key);
    if (namespace && !namespace.isReady(key)) {
      return;
    }
    if (status) {
      this.publish(key, { type: 'workload', target: this.target.id, status });
      return;
    }
    if (this.sent.has(key) && (namespace?.knows(key) ?? true)) {
      this.sent.delete(key);
      this.options.publish(
        streamEvent({ type: 'gone', target: this.target.id, ...workload }),
      );
    }
  }

  private publishState(): void {
    this.publish(STATE, this.state());
  }

  /** What was looked for, where none of it is there. */
  private nothingThere(): Problem[] {
    if (this.problems.length > 0) {
      return [];
    }
    const lookedFor = Array.from(this.namespaces.values()).flatMap(each =>
      each.keys().map(keyedWorkload),
    );
    return [nothingRuns(this.target, lookedFor)];
  }

  private publish(key: string, message: RolloutStreamMessage): void {
    const event = streamEvent(message);
    if (this.sent.get(key) !== event.text) {
      this.sent.set(key, event.text);
      this.options.publish(event);
    }
  }
}

function problemsOf(state: WatchState): Problem[] {
  switch (state.state) {
    case 'starting':
      return [];
    case 'live':
      return state.problem
        ? [
            problemOf(state.problem),
            toMessage('problem', { id: 'polled', parameters: {} }),
          ]
        : [];
    case 'stale':
      return [problemOf(state.error)];
    default:
      return state satisfies never;
  }
}

/** All of a target that decides what is looked for, and which of it is its own. */
function scopeOf(target: ApplicationTarget): string {
  const { application, destination, instanceName } = target;
  return JSON.stringify([
    destination,
    instanceName,
    application.spec.destination,
    namedNamespaces(target).namespaces.map(({ named }) => named),
  ]);
}
