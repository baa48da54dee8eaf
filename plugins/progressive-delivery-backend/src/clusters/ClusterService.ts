import { isError, ServiceUnavailableError } from '@backstage/errors';
import { z, ZodType } from 'zod/v4';
import { listOf, problemError, TimeSlices } from '@progressive-delivery/engine';
import { bodyOf, jsonOf } from './bodyOf';
import { ClusterProxy, ProxyAnswer } from './ClusterProxy';
import { clusterRefusal, refusalSchema } from './clusterRefusal';
import { clusterUnanswered } from './clusterUnanswered';
import {
  ClusterRequest,
  ListRequest,
  pagePath,
  probePath,
  WatchFrom,
  watchPath,
} from './clusterRequest';
import { ClusterVerb, listedObjects, resourcePath } from './clusterResources';
import { addObject, ObjectList, whyUnreadable } from './unreadableObjects';
import { UserTokens } from './UserTokens';

/** Returned by what is shown objects to be shown no more. */
const ENOUGH = Symbol('enough');

const HEADERS = {
  Accept: 'application/json',
  // Backstage's compression holds a watch back, and a list is not worth it on the way within Backstage.
  'Accept-Encoding': 'identity',
};

const pageSchema = z.object({
  metadata: z.object({
    continue: z.string().optional(),
    resourceVersion: z.string().optional(),
  }),
  items: listOf(z.unknown()),
});

type ListPage = z.output<typeof pageSchema>;

export interface ClusterServiceOptions {
  proxy: ClusterProxy;
}

/** Who asks a cluster. */
export interface ClusterCaller {
  signal?: AbortSignal;
  /** For clusters that are asked with the user's own token; default: none. */
  userTokens?: UserTokens;
}

/**
 * Reads a fixed list of kinds through the Kubernetes plugin's proxy, with its clusters and credentials. Whoever calls must
 * have authorized the person.
 */
export class ClusterService {
  static create(options: ClusterServiceOptions): ClusterService {
    return new ClusterService(options);
  }

  private constructor(private readonly options: ClusterServiceOptions) {}

  /**
   * One object, `undefined` where there is none of that name.
   *
   * @throws NotFoundError where the cluster does not have that kind, or is not known
   * @throws NotAllowedError where our credentials do not suffice
   * @throws InputError where the name, the namespace or the label selector is none
   * @throws ServiceUnavailableError where the cluster does not answer, or not with what was asked for
   */
  async read<Schema extends ZodType>(
    request: ClusterRequest<'get'> & { name: string },
    schema: Schema,
    caller: ClusterCaller = {},
  ): Promise<z.output<Schema> | undefined> {
    const answer = await this.fetch(request, resourcePath(request), caller);
    if (answer.status === 404) {
      const refusal = refusalSchema.safeParse(answer.body).data;
      if (refusal && 'kind' in refusal && refusal.details?.name) {
        return undefined;
      }
    }
    return parseObject(schema, accepted(request, 'get', answer), request);
  }

  /**
   * All objects of a namespace, page by page. One that cannot be read keeps none of the others back.
   *
   * @param options - `most`: how many are read at most; default: all
   * @throws as {@link ClusterService.read}
   */
  async list<Schema extends ZodType>(
    request: ListRequest,
    schema: Schema,
    { most = Infinity, ...caller }: ClusterCaller & { most?: number } = {},
  ): Promise<ObjectList<z.output<Schema>>> {
    const list: ObjectList<z.output<Schema>> = { objects: [], unreadable: [] };
    let read = 0;
    await this.visit(
      request,
      item => {
        addObject(list, schema, item);
        return ++read >= most ? ENOUGH : undefined;
      },
      caller,
    );
    return list;
  }

  /**
   * Shows every object of a namespace, page by page, to a function that keeps of it what it needs, until it has
   * {@link ENOUGH}. Others have their turn between objects.
   *
   * @returns the `resourceVersion` from which on {@link ClusterService.watch} tells what has changed since
   * @throws as {@link ClusterService.read}; ResourceVersionGoneError where the list took too long
   */
  async visit(
    request: ListRequest,
    visitor: (item: unknown) => typeof ENOUGH | void,
    caller: ClusterCaller = {},
  ): Promise<{ resourceVersion: string | undefined }> {
    let resourceVersion: string | undefined;
    let asked: Promise<ListPage> | undefined = this.page(request, caller);
    const slices = TimeSlices.create();
    while (asked) {
      const page: ListPage = await asked;
      const { continue: next } = page.metadata;
      // The cluster gets the next page ready while this one is looked at.
      asked = next ? this.page(request, caller, next) : undefined;
      try {
        for (const item of page.items) {
          await slices.next(caller.signal);
          if (visitor(item) === ENOUGH) {
            return { resourceVersion: page.metadata.resourceVersion };
          }
        }
      } finally {
        // Where this is the last page that is looked at, whether the next came does not matter; else it is awaited.
        asked?.catch(() => {});
      }
      resourceVersion = page.metadata.resourceVersion;
    }
    return { resourceVersion };
  }

  private async page(
    request: ListRequest,
    caller: ClusterCaller,
    next?: string,
  ): Promise<ListPage> {
    const answer = await this.fetch(request, pagePath(request, next), caller);
    return parseObject(pageSchema, accepted(request, 'list', answer), request);
  }

  /**
   * Asks for as little as there is, to learn whether the cluster answers at all.
   *
   * @throws as {@link ClusterService.read}
   */
  async probe(
    request: ClusterRequest<'list'>,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<void> {
    const path = probePath(request);
    accepted(request, 'list', await this.fetch(request, path, { signal }));
  }

  /**
   * What the API server sends of a watch, as it comes. It ends by itself after `timeoutSeconds`. That the watch was
   * accepted cannot be told before the first byte: the proxy of the Kubernetes plugin holds back everything until then,
   * and neither passes on that the API server has gone.
   *
   * @throws as {@link ClusterService.read}; ResourceVersionGoneError where all is to be listed again
   */
  async *watch(
    request: WatchFrom,
    { signal }: { signal: AbortSignal },
  ): AsyncGenerator<Uint8Array, void, undefined> {
    const { cluster } = request;
    const path = watchPath(request);
    try {
      const { credentials, response } = await this.options.proxy.fetch(
        { cluster, path, headers: HEADERS },
        { signal },
      );
      if (!response.ok) {
        accepted(request, 'watch', {
          status: response.status,
          body: await jsonOf(response, signal),
          credentials,
        });
      }
      yield* bodyOf(response, signal);
    } catch (error) {
      signal.throwIfAborted();
      throw isFetchError(error)
        ? problemError(
            ServiceUnavailableError,
            { id: 'watchInterrupted', parameters: listedObjects(request) },
            error,
          )
        : error;
    }
  }

  private async fetch(
    request: ClusterRequest,
    path: string,
    { signal, userTokens }: ClusterCaller,
  ): Promise<ProxyAnswer> {
    const { cluster } = request;
    try {
      return await this.options.proxy.answer(
        { cluster, path, headers: HEADERS, userTokens },
        { signal },
      );
    } catch (error) {
      signal?.throwIfAborted();
      throw clusterUnanswered(cluster, error);
    }
  }
}

function accepted(
  request: ClusterRequest,
  verb: ClusterVerb,
  answer: ProxyAnswer,
): unknown {
  if (answer.status < 200 || answer.status > 299) {
    throw clusterRefusal(request, verb, answer);
  }
  return answer.body;
}

/** What `fetch` throws where a connection cannot be made, or breaks. */
function isFetchError(error: unknown): boolean {
  return isError(error) && error.name === 'TypeError';
}

function parseObject<Schema extends ZodType>(
  schema: Schema,
  object: unknown,
  request: ClusterRequest,
): z.output<Schema> {
  const parsed = schema.safeParse(object);
  if (!parsed.success) {
    throw problemError(ServiceUnavailableError, {
      id: 'answerUnreadable',
      parameters: {
        ...listedObjects(request),
        message: whyUnreadable(parsed.error),
      },
    });
  }
  return parsed.data;
}
