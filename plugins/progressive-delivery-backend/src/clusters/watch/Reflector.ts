import { LoggerService } from '@backstage/backend-plugin-api';
import { assertError, ServiceUnavailableError } from '@backstage/errors';
import { problemError } from '@progressive-delivery/engine';
import { clusterRefusal } from '../clusterRefusal';
import { listedObjects, requestTitle } from '../clusterResources';
import { WatchRequest } from '../clusterRequest';
import { ClusterService } from '../ClusterService';
import { UnreadableAnswerError } from '../UnreadableAnswerError';
import { ClusterHealth } from './ClusterHealth';
import { ObjectReader, ObjectReaderOptions } from './ObjectReader';
import { pause } from './pause';
import { RestartGuess } from './RestartGuess';
import { Watchable, WatchedObjects } from './WatchedObjects';
import { identify, nameWithin, WatchEvent } from './watchEvent';
import { watchEvents } from './watchEvents';
import { WatchFreshness, WatchState } from './WatchFreshness';
import { retryDelay, WatchTiming } from './watchTiming';

/**
 * One for all: Node 22 keeps the reason of a composed signal, and an error that is made where a watch ends keeps what is
 * there, with all that it has read.
 */
const STOPPED = new Error('The watch has ended');

/** Why a watch is opened again: its API server may have restarted, and so the watch may be dead. */
const RESTARTED = new Error('The API server may have restarted');

export interface ReflectorOptions<T extends Watchable>
  extends ObjectReaderOptions<T> {
  clusters: Pick<ClusterService, 'visit' | 'watch'>;
  health: ClusterHealth;
  logger: LoggerService;
  request: WatchRequest;
  timing: WatchTiming;
}

/**
 * Keeps a list as it is in the cluster: lists it page by page, then watches it from there on, and does so again whenever
 * that ends (as k8s.io/client-go v0.37 tools/cache/reflector.go does). By hand, because the informer of
 * `@kubernetes/client-node` 2.0.1 does not list page by page, ends a watch that is silent for 30 seconds, and swallows the
 * errors of its handlers.
 */
export class Reflector<T extends Watchable> {
  static start<T extends Watchable>(options: ReflectorOptions<T>) {
    const reflector = new Reflector(options);
    reflector.running = reflector.run(reflector.stopped.signal);
    return reflector;
  }

  private readonly stopped = new AbortController();
  private running: Promise<void> = Promise.resolve();
  /** What to watch from; `undefined` where all is to be listed again. */
  private version: string | undefined;
  private readonly reader: ObjectReader<T>;
  private readonly freshness: WatchFreshness;
  private readonly restarts: RestartGuess;
  /** Tries in a row that were of no use. */
  private failures = 0;

  private constructor(private readonly options: ReflectorOptions<T>) {
    this.reader = ObjectReader.create(options);
    this.freshness = WatchFreshness.create(options);
    this.restarts = RestartGuess.create(options);
  }

  /** As the cluster last said they are. */
  get objects(): WatchedObjects<T> {
    return this.reader.objects;
  }

  get state(): WatchState {
    return this.freshness.state;
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
        this.restarts.lost();
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
        this.restarts.lost();
        this.fail(health.error);
      }
      if (this.restarts.isLost) {
        await health.recovered(signal);
        this.restarts.recovered();
        // An API server that has just started takes a watch and only later says that it began too long ago. What it
        // lists is as it is.
        this.version = undefined;
        await pause(this.restarts.turn(), signal);
      }
      if (this.version === undefined) {
        await this.list(signal);
      } else if (this.freshness.error) {
        // The watch itself does not tell whether anybody is there.
        await health.check(signal);
        if (health.error) {
          return;
        }
      }
      await this.follow(signal);
    } catch (error) {
      if (error === RESTARTED) {
        await pause(this.restarts.turn(), signal);
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
        const name = nameWithin(request, identity);
        gone.delete(name);
        this.reader.set({ ...identity, name }, item);
      },
      { signal },
    );
    gone.forEach(name => this.reader.delete(name));
    this.version = resourceVersion;
    this.freshness.listed(askedAt);
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
      suspected: () => {
        this.restarts.suspected();
        giveUp(RESTARTED);
      },
    });
    const accepted = setTimeout(() => this.freshness.recover(), timing.accept);
    accepted.unref();
    try {
      const events = watchEvents({
        clusters,
        timing,
        request: { ...request, resourceVersion: this.version },
        onDead: error => {
          // Since when is not known: it may have missed all since it was last heard of.
          this.fail(error, { since: 'lastHeard' });
          giveUp(error);
        },
        signal: AbortSignal.any([signal, given.signal]),
      });
      for await (const event of events) {
        this.apply(event);
      }
      this.failures = 0;
      this.freshness.watched();
      this.restarts.accepted();
    } finally {
      clearTimeout(accepted);
      leave();
    }
  }

  private apply(event: WatchEvent): void {
    const { request } = this.options;
    switch (event.type) {
      case 'changed':
        this.reader.set(
          { ...event, name: nameWithin(request, event) },
          event.object,
        );
        break;
      case 'deleted':
        this.reader.delete(nameWithin(request, event));
        break;
      case 'bookmark':
        break;
      case 'failed':
        throw clusterRefusal(request, 'watch', event);
      case 'unreadable':
        throw this.unreadable(event.why);
      default:
        throw new Error(`No watch sends ${event satisfies never}`);
    }
    this.version = event.resourceVersion;
    this.failures = 0;
    this.restarts.accepted();
    this.freshness.heard();
  }

  private async failed(error: Error, signal: AbortSignal): Promise<void> {
    const { health, logger, timing } = this.options;
    this.failures++;
    const listed = this.version !== undefined;
    switch (error.name) {
      case 'ResourceVersionGoneError':
        this.version = undefined;
        this.fail(
          problemError(ServiceUnavailableError, {
            id: 'changesMissed',
            parameters: listedObjects(this.options.request),
          }),
        );
        this.failures = this.restarts.countedFailures(this.failures);
        break;
      case 'UnreadableAnswerError':
        // The same again would be as unreadable; a list may be past it.
        this.version = undefined;
        this.fail(error);
        break;
      case 'NotAllowedError':
        this.version = undefined;
        // An API server that starts refuses for a while what it allows.
        if (listed && this.restarts.refused()) {
          this.failures = 0;
          this.freshness.refused(error);
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
          logger.error(
            `The watch of ${requestTitle(this.options.request)} failed`,
            error,
          );
        }
        this.fail(error);
        await health.check(signal);
        this.failures = this.restarts.countedFailures(this.failures);
    }
  }

  private fail(error: Error, options?: { since?: 'lastHeard' }): void {
    if (this.freshness.error?.message !== error.message) {
      this.options.logger.debug(
        `The watch of ${requestTitle(this.options.request)} failed: ${
          error.message
        }`,
      );
    }
    this.freshness.fail(error, options);
  }

  private unreadable(why: string): Error {
    return problemError(UnreadableAnswerError, {
      id: 'answerUnreadable',
      parameters: { ...listedObjects(this.options.request), message: why },
    });
  }
}
