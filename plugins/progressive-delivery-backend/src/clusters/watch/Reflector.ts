import { LoggerService } from '@backstage/backend-plugin-api';
import { assertError, ServiceUnavailableError } from '@backstage/errors';
import { ZodError } from 'zod/v4';
import { clusterRefusal } from '../clusterRefusal';
import { clusterResources } from '../clusterResources';
import { ClusterService, ListRequest } from '../ClusterService';
import { UnreadableAnswerError } from '../UnreadableAnswerError';
import { ClusterHealth } from './ClusterHealth';
import { LineSplitter } from './LineSplitter';
import { pause } from './pause';
import { ObjectChange, Watchable, WatchedObjects } from './WatchedObjects';
import { identify, WatchEvent, watchEvent } from './watchEvent';
import { retryDelay, WatchTiming } from './watchTiming';

/**
 * How far what is known of a watched list can be trusted.
 *
 * - `starting`: it has not been listed yet, and nothing has failed
 * - `live`: it is being watched; or listed again and again, where `problem` says why it cannot be watched
 * - `stale`: it is known as it was at `observedAt`, if at all, and is tried again
 */
export type WatchState =
  | { state: 'starting' }
  | { state: 'live'; observedAt: Date; problem?: Error }
  | { state: 'stale'; observedAt?: Date; error: Error };

/** What keeps of an object what is in use: a zod schema. */
export interface ObjectSchema<T> {
  safeParse(
    object: unknown,
  ): { success: true; data: T } | { success: false; error: ZodError };
}

/** A watch that ends by itself sooner than that has been of no use, in milliseconds. */
const SHORT_LIVED = 5_000;

/**
 * One for all: Node 22 keeps the reason of a composed signal, and an error that is made where a watch ends keeps what is
 * there, with all that it has read.
 */
const STOPPED = new Error('The watch has ended');

/** Why a watch is opened again that may be dead. */
const DOUBTED = new Error('The watch may be dead');

/** As after so many failures is waited when a cluster is there again. */
const RECOVERING = 2;

/** For so long after it answers again, an API server may still be starting, in milliseconds. */
const STARTING = 15_000;

export interface ReflectorOptions<T extends Watchable> {
  clusters: Pick<ClusterService, 'visit' | 'watch'>;
  health: ClusterHealth;
  logger: LoggerService;
  request: ListRequest;
  schema: ObjectSchema<T>;
  /** Whether an object is of interest at all; the others are not remembered. Default: all are. */
  keep?: (object: T) => boolean;
  timing: WatchTiming;
  onChange: (change: ObjectChange<T>) => void;
  onState: () => void;
}

/**
 * Keeps a list as it is in the cluster: lists it page by page, then watches it from there on, and does so again whenever
 * that ends (as k8s.io/client-go v0.37 tools/cache/reflector.go does).
 */
export class Reflector<T extends Watchable> {
  static start<T extends Watchable>(options: ReflectorOptions<T>) {
    const reflector = new Reflector(options);
    reflector.running = reflector.run(reflector.stopped.signal);
    return reflector;
  }

  readonly objects = WatchedObjects.create<T>();
  private readonly stopped = new AbortController();
  private running: Promise<void> = Promise.resolve();
  /** What to watch from; `undefined` where all is to be listed again. */
  private version: string | undefined;
  /** As of when the objects are known; `undefined` while nothing is. */
  private observedAt: Date | undefined;
  /** Why it is stale. */
  private failure: Error | undefined;
  /** Why it is listed again and again. */
  private refusal: Error | undefined;
  /** Since when watches of what could be listed have been refused. */
  private refusedSince: number | undefined;
  /** Whether the cluster has been away, however shortly, since this was made sure to be up to date. */
  private wasLost = false;
  /** When the cluster's API server may have started. */
  private mayHaveStartedAt = 0;
  /** Tries in a row that were of no use. */
  private failures = 0;
  /** Whether the present watch has sent anything of use. */
  private heard = false;

  private constructor(private readonly options: ReflectorOptions<T>) {}

  get state(): WatchState {
    const { failure, observedAt, refusal } = this;
    if (failure) {
      return { state: 'stale', observedAt, error: failure };
    }
    if (!observedAt) {
      return { state: 'starting' };
    }
    return refusal
      ? { state: 'live', observedAt, problem: refusal }
      : { state: 'live', observedAt: this.confirmedAt(observedAt) };
  }

  async stop(): Promise<void> {
    this.stopped.abort(STOPPED);
    await this.running;
  }

  private async run(signal: AbortSignal): Promise<void> {
    const { health, request, timing } = this.options;
    const leave = health.join({
      request,
      lost: error => {
        this.wasLost = true;
        this.fail(error);
      },
    });
    try {
      while (!signal.aborted) {
        await this.round(signal);
        await pause(retryDelay(this.failures, timing.retry), signal);
      }
    } finally {
      leave();
    }
  }

  /** Lists where that is needed, and watches until the watch ends. */
  private async round(signal: AbortSignal): Promise<void> {
    const { health } = this.options;
    try {
      if (health.error) {
        this.wasLost = true;
        this.fail(health.error);
      }
      if (this.wasLost) {
        await health.recovered(signal);
        this.wasLost = false;
        this.refusedSince = undefined;
        // An API server that has just started takes a watch and only later says that it began too long ago. What it
        // lists is as it is.
        this.version = undefined;
        this.mayHaveStartedAt = Date.now();
        await this.takeTurn(signal);
      }
      if (this.version === undefined) {
        await this.list(signal);
      } else if (this.failure) {
        // The watch itself does not tell whether anybody is there.
        await health.check(signal);
        if (health.error) {
          return;
        }
      }
      await this.follow(signal);
    } catch (error) {
      if (error === DOUBTED) {
        await this.takeTurn(signal);
      } else if (!signal.aborted) {
        assertError(error);
        await this.failed(error, signal);
      }
    }
  }

  private async list(signal: AbortSignal): Promise<void> {
    const { clusters, request } = this.options;
    const askedAt = new Date();
    const gone = new Set(this.objects.names());
    const { resourceVersion } = await clusters.visit(
      request,
      item => {
        const identity = identify(item);
        if (!identity) {
          throw this.unreadable('an object has no name or resourceVersion');
        }
        gone.delete(identity.name);
        this.set(identity, item);
      },
      { signal },
    );
    for (const name of gone) {
      this.options.onChange(this.objects.delete(name));
    }
    this.version = resourceVersion;
    this.observedAt = askedAt;
    this.failure = undefined;
    this.options.onState();
  }

  private async follow(signal: AbortSignal): Promise<void> {
    const { clusters, health, request, timing } = this.options;
    if (this.version === undefined) {
      throw this.unreadable('the list has no resourceVersion');
    }
    const given = new AbortController();
    const giveUp = (error: Error) => given.abort(error);
    const leave = health.join({
      request,
      lost: giveUp,
      doubted: () => {
        this.mayHaveStartedAt = Date.now();
        giveUp(DOUBTED);
      },
    });
    const deadline = setTimeout(() => {
      const error = new ServiceUnavailableError(
        `The watch of ${this.title()} is dead: it did not end when it should have`,
      );
      // Since when is not known: it may have missed all since it was last heard of.
      this.fail(error, { asOf: this.observedAt });
      giveUp(error);
    }, timing.watch + timing.grace);
    deadline.unref();
    const accepted = setTimeout(() => this.recover(), timing.accept);
    accepted.unref();
    const startedAt = Date.now();
    this.heard = false;
    const lines = LineSplitter.create();
    try {
      const chunks = clusters.watch(
        {
          ...request,
          resourceVersion: this.version,
          timeoutSeconds: Math.ceil(timing.watch / 1000),
        },
        { signal: AbortSignal.any([signal, given.signal]) },
      );
      for await (const chunk of chunks) {
        for (const line of lines.push(chunk)) {
          this.apply(watchEvent(line));
        }
      }
      if (lines.withinLine) {
        throw new ServiceUnavailableError(
          `The watch of ${this.title()} was cut off`,
        );
      }
      const lived = Date.now() - startedAt;
      if (lived < Math.min(SHORT_LIVED, timing.watch / 2) && !this.heard) {
        throw new ServiceUnavailableError(
          `The watch of ${this.title()} was ended at once`,
        );
      }
      this.failures = 0;
      this.refusal = undefined;
      this.refusedSince = undefined;
    } finally {
      clearTimeout(deadline);
      clearTimeout(accepted);
      leave();
    }
  }

  private apply(event: WatchEvent): void {
    switch (event.type) {
      case 'changed':
        this.set(event, event.object);
        break;
      case 'deleted':
        this.options.onChange(this.objects.delete(event.name));
        break;
      case 'bookmark':
        break;
      case 'failed':
        throw clusterRefusal(this.options.request, 'watch', event);
      case 'unreadable':
        throw this.unreadable(event.why);
      default:
        throw new Error(`No watch sends ${event satisfies never}`);
    }
    this.version = event.resourceVersion;
    this.failures = 0;
    this.heard = true;
    this.refusal = undefined;
    this.refusedSince = undefined;
    this.observedAt = new Date();
    this.recover();
  }

  private set(
    { name, resourceVersion }: { name: string; resourceVersion: string },
    item: unknown,
  ): void {
    if (this.objects.has(name, resourceVersion)) {
      return;
    }
    const parsed = this.options.schema.safeParse(item);
    if (!parsed.success) {
      throw this.unreadable(`${name}: ${sentence(parsed.error)}`);
    }
    const { keep, onChange } = this.options;
    onChange(
      keep && !keep(parsed.data)
        ? this.objects.delete(name)
        : this.objects.set(name, resourceVersion, parsed.data),
    );
  }

  private async failed(error: Error, signal: AbortSignal): Promise<void> {
    const { health, logger, timing } = this.options;
    this.failures++;
    const listed = this.version !== undefined;
    switch (error.name) {
      case 'ResourceVersionGoneError':
        this.version = undefined;
        this.fail(
          new ServiceUnavailableError(
            `Changes of ${this.title()} have been missed; it is read again`,
          ),
        );
        this.hurryWhileStarting();
        break;
      case 'UnreadableAnswerError':
        // The same again would be as unreadable; a list may be past it.
        this.version = undefined;
        this.fail(error);
        break;
      case 'NotAllowedError':
        this.version = undefined;
        // An API server that starts refuses for a while what it allows.
        if (listed && this.isRefusedForLong()) {
          this.failures = 0;
          this.refusal = error;
          this.options.onState();
          await pause(timing.relist, signal);
          break;
        }
        this.fail(error);
        break;
      case 'NotFoundError':
      case 'InputError':
        this.version = undefined;
        this.fail(error);
        break;
      default:
        if (error.name !== 'ServiceUnavailableError') {
          logger.error(`The watch of ${this.title()} failed`, error);
        }
        this.fail(error);
        await health.check(signal);
        this.hurryWhileStarting();
    }
  }

  /** Not all ask a cluster at the same moment that was away for all of them. */
  private async takeTurn(signal: AbortSignal): Promise<void> {
    const { retry } = this.options.timing;
    await pause(retryDelay(RECOVERING, retry), signal);
  }

  /** While an API server starts, it says of one kind after the other that it is not ready: soon it will be. */
  private hurryWhileStarting(): void {
    if (Date.now() - this.mayHaveStartedAt < STARTING) {
      this.failures = Math.min(this.failures, RECOVERING);
    }
  }

  private isRefusedForLong(): boolean {
    this.refusedSince ??= Date.now();
    return Date.now() - this.refusedSince >= this.options.timing.refusal;
  }

  private fail(error: Error, { asOf }: { asOf?: Date } = {}): void {
    if (this.failure?.message !== error.message) {
      this.options.logger.debug(
        `The watch of ${this.title()} failed: ${error.message}`,
      );
    }
    if (!this.failure && this.observedAt && !this.refusal) {
      this.observedAt = asOf ?? this.confirmedAt(this.observedAt);
    }
    this.failure = error;
    this.options.onState();
  }

  private recover(): void {
    if (this.failure) {
      this.failure = undefined;
      this.options.onState();
    }
  }

  /** While a watch is open, what is known is as fresh as the last answer of its cluster. */
  private confirmedAt(observedAt: Date): Date {
    const { confirmedAt } = this.options.health;
    return confirmedAt && confirmedAt > observedAt ? confirmedAt : observedAt;
  }

  private unreadable(why: string): Error {
    return new UnreadableAnswerError(
      `The cluster answered with ${this.title()} that cannot be read: ${why}`,
    );
  }

  private title(): string {
    const { cluster, namespace, resource } = this.options.request;
    return `${clusterResources[resource].title} in namespace ${namespace} of cluster ${cluster}`;
  }
}

function sentence({ issues: [{ message, path }] }: ZodError): string {
  return `${path.join('.')}: ${message}`;
}
