import { setMaxListeners } from 'node:events';
import { isError } from '@backstage/errors';
import {
  Problem,
  UncheckedContent,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import pLimit from 'p-limit';
import { z, ZodType } from 'zod/v4';
import { Known, known, problemOf, unknown } from '@progressive-delivery/engine';
import { ClusterRequest, ListRequest } from '../../clusters/clusterRequest';
import { ClusterCaller, ClusterService } from '../../clusters/ClusterService';
import { clusterResources } from '../../clusters/clusterResources';
import { DeadlineError, withDeadline } from '../../clusters/withDeadline';

/** Requests to clusters at the same time, for one preview. */
const CONCURRENCY = 16;

/** Whatever was not read by then is not known: a preview is not worth a longer wait. */
const READ_SECONDS = 10;

/** What a cluster may answer without any fault of ours; an InputError is about a name that others have chosen. */
const CLUSTER_ERRORS = new Set([
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'ServiceUnavailableError',
]);

/** Reads what checks look at: what cannot be read is an answer, too. */
export class LiveReader {
  static create(options: {
    clusters: Pick<ClusterService, 'list' | 'read'>;
    caller: ClusterCaller;
    /** Default: 10. */
    seconds?: number;
  }): LiveReader {
    return new LiveReader(options);
  }

  private readonly limit = pLimit(CONCURRENCY);

  private constructor(
    private readonly options: {
      clusters: Pick<ClusterService, 'list' | 'read'>;
      caller: ClusterCaller;
      seconds?: number;
    },
  ) {
    const { signal } = options.caller;
    if (signal) {
      // Each of them listens to it meanwhile; more would be a leak.
      setMaxListeners(2 * CONCURRENCY, signal);
    }
  }

  /** One object, `undefined` where there is none of that name, or not even its kind. */
  async read<Schema extends ZodType>(
    request: ClusterRequest<'get'> & { name: string },
    schema: Schema,
  ): Promise<Known<z.output<Schema> | undefined>> {
    return this.ask(
      request,
      async caller =>
        known(await this.options.clusters.read(request, schema, caller)),
      () => known(undefined),
    );
  }

  /**
   * All objects, none where the cluster does not have their kind. One that cannot be read is a gap, and so is what there is
   * beyond `most`.
   */
  async list<Schema extends ZodType>(
    request: ListRequest,
    schema: Schema,
    { most = Infinity }: { most?: number } = {},
  ): Promise<Known<z.output<Schema>[]>> {
    const { title } = clusterResources[request.resource];
    return this.ask(
      request,
      async caller => {
        const { objects, unreadable } = await this.options.clusters.list(
          request,
          schema,
          { ...caller, most: most + 1 },
        );
        const gaps: UncheckedContent[] = unreadable.map(({ name, why }) => ({
          message: 'unreadable',
          parameters: { said: `${title} ${name ?? ''}: ${why}` },
        }));
        if (objects.length > most) {
          gaps.push({ message: 'tooMany', parameters: { what: title, most } });
        }
        return known(objects.slice(0, most), gaps);
      },
      () => known([]),
    );
  }

  /**
   * What somebody else is asked, such as a Git host.
   *
   * @param late - what there is to say where that takes too long
   */
  async askOther<T>(
    late: 'catalogTimedOut' | 'pullRequestsTimedOut' | 'targetsTimedOut',
    ask: (call: { signal?: AbortSignal }) => Promise<T>,
  ): Promise<Known<T>> {
    return this.within(
      async ({ signal }) => known(await ask({ signal })),
      seconds => ({ message: late, parameters: { seconds } }),
    );
  }

  private async ask<T>(
    request: ClusterRequest,
    ask: (caller: ClusterCaller) => Promise<Known<T>>,
    withoutKind: () => Known<T>,
  ): Promise<Known<T>> {
    const what = clusterResources[request.resource].title;
    return this.within(
      ask,
      seconds => ({ message: 'timedOut', parameters: { what, seconds } }),
      withoutKind,
    );
  }

  private async within<T>(
    ask: (caller: ClusterCaller) => Promise<Known<T>>,
    late: (seconds: number) => UncheckedContent,
    withoutKind?: () => Known<T>,
  ): Promise<Known<T>> {
    const { caller, seconds = READ_SECONDS } = this.options;
    try {
      return await this.limit(() =>
        withDeadline(
          seconds * 1000,
          signal => ask({ ...caller, signal }),
          caller.signal,
        ),
      );
    } catch (error) {
      caller.signal?.throwIfAborted();
      if (error instanceof DeadlineError) {
        return unknown(late(seconds));
      }
      if (!isError(error) || !CLUSTER_ERRORS.has(error.name)) {
        throw error;
      }
      const problem = problemOf(error);
      return withoutKind && problem.id === 'kindMissing'
        ? withoutKind()
        : unknown(whyUnread(problem));
    }
  }
}

/** What keeps a check from looking, of what a cluster says. */
function whyUnread(problem: Problem): UncheckedContent {
  switch (problem.id) {
    case 'forbidden':
    case 'forbiddenToUser': {
      const { cluster, message: said, resource, verb } = problem.parameters;
      return {
        message: problem.id,
        parameters: { cluster, resource, said, verb },
      };
    }
    case 'signInMissing':
      return { message: problem.id, parameters: problem.parameters };
    case 'clusterTimedOut':
      return { message: problem.id, parameters: problem.parameters };
    case 'nameInvalid':
      return { message: problem.id, parameters: problem.parameters };
    case 'clusterUnknown':
      return {
        message: problem.id,
        parameters: { destination: problem.parameters.cluster },
      };
    case 'answerUnreadable':
      return {
        message: 'unreadable',
        parameters: { said: problem.parameters.message },
      };
    default:
      return { message: 'failed', parameters: { said: wordsOf(problem) } };
  }
}

/** Those of who has failed, where the problem has any. */
function wordsOf({ parameters, text }: Problem): string {
  return 'message' in parameters && typeof parameters.message === 'string'
    ? parameters.message
    : text;
}
