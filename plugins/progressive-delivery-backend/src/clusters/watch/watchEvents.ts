import { ServiceUnavailableError } from '@backstage/errors';
import { problemError } from '@progressive-delivery/engine';
import { listedObjects } from '../clusterResources';
import { WatchRequest } from '../clusterRequest';
import { ClusterService } from '../ClusterService';
import { LineSplitter } from './LineSplitter';
import { WatchEvent, watchEvent } from './watchEvent';
import { WatchTiming } from './watchTiming';

/** A watch that ends by itself sooner than that has been of no use, in milliseconds. */
const SHORT_LIVED = 5_000;

export interface WatchEventsOptions {
  clusters: Pick<ClusterService, 'watch'>;
  request: WatchRequest & { resourceVersion: string };
  timing: WatchTiming;
  /** Called when it has not ended when it should have; the signal is to be aborted then. */
  onDead: (error: Error) => void;
  signal: AbortSignal;
}

/**
 * What one watch says, until the API server ends it.
 *
 * @throws ServiceUnavailableError where it is cut off, or ended before it was of any use
 * @throws as `ClusterService.watch`
 */
export async function* watchEvents({
  clusters,
  request,
  timing,
  onDead,
  signal,
}: WatchEventsOptions): AsyncGenerator<WatchEvent, void, undefined> {
  const failed = (id: 'watchDead' | 'watchEndedAtOnce' | 'watchInterrupted') =>
    problemError(ServiceUnavailableError, {
      id,
      parameters: listedObjects(request),
    });
  const deadline = setTimeout(
    () => onDead(failed('watchDead')),
    timing.watch + timing.grace,
  );
  deadline.unref();
  const startedAt = Date.now();
  const lines = LineSplitter.create();
  let heard = false;
  try {
    const chunks = clusters.watch(
      { ...request, timeoutSeconds: Math.ceil(timing.watch / 1000) },
      { signal },
    );
    for await (const chunk of chunks) {
      for (const line of lines.push(chunk)) {
        yield watchEvent(line);
        heard = true;
      }
    }
    if (lines.withinLine) {
      throw failed('watchInterrupted');
    }
    const lived = Date.now() - startedAt;
    if (lived < Math.min(SHORT_LIVED, timing.watch / 2) && !heard) {
      throw failed('watchEndedAtOnce');
    }
  } finally {
    clearTimeout(deadline);
  }
}
