import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import {
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { z, ZodTypeAny } from 'zod';
import {
  ClusterResource,
  clusterResources,
  resourcePath,
} from './clusterResources';

/** Objects of a page: what kubectl asks for. */
const PAGE_SIZE = 500;
const REQUEST_MILLISECONDS = 20_000;

const pageSchema = z.object({
  metadata: z.object({ continue: z.string().optional() }),
  items: z.array(z.unknown()),
});

/** Both what an API server answers (a Status) and what the Kubernetes plugin itself answers. */
const refusalSchema = z.union([
  z.object({
    kind: z.literal('Status'),
    message: z.string().optional(),
    details: z.object({ name: z.string().optional() }).nullish(),
  }),
  z.object({ error: z.object({ name: z.string(), message: z.string() }) }),
]);

export interface ClusterServiceOptions {
  discovery: DiscoveryService;
  auth: AuthService;
}

/** What is asked for. */
export interface ClusterRequest {
  /** Name of the Kubernetes plugin's cluster. */
  cluster: string;
  resource: ClusterResource;
  namespace: string;
}

/**
 * Reads a fixed list of kinds through the Kubernetes plugin's proxy, with its clusters and credentials. It is asked in
 * our own name, so whoever calls must have authorized the person.
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
   * @throws ServiceUnavailableError where the cluster does not answer
   */
  async read<Schema extends ZodTypeAny>(
    request: ClusterRequest & { name: string },
    schema: Schema,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<z.output<Schema> | undefined> {
    const response = await this.fetch(request, resourcePath(request), signal);
    if (response.status === 404) {
      const refusal = refusalSchema.safeParse(await bodyOf(response));
      if (
        refusal.success &&
        'kind' in refusal.data &&
        refusal.data.details?.name
      ) {
        return undefined;
      }
      throw refused(request, 'get', 404, refusal.data);
    }
    return parseObject(
      schema,
      await accepted(request, 'get', response),
      request,
    );
  }

  /**
   * All objects of a namespace, page by page.
   *
   * @throws as {@link ClusterService.read}
   */
  async list<Schema extends ZodTypeAny>(
    request: ClusterRequest & { labelSelector?: string },
    schema: Schema,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<z.output<Schema>[]> {
    const objects: z.output<Schema>[] = [];
    let next: string | undefined;
    do {
      const query = new URLSearchParams({
        limit: String(PAGE_SIZE),
        ...(next && { continue: next }),
        ...(request.labelSelector && { labelSelector: request.labelSelector }),
      });
      const page = parseObject(
        pageSchema,
        await accepted(
          request,
          'list',
          await this.fetch(
            request,
            `${resourcePath(request)}?${query}`,
            signal,
          ),
        ),
        request,
      );
      for (const item of page.items) {
        objects.push(parseObject(schema, item, request));
      }
      next = page.metadata.continue;
    } while (next);
    return objects;
  }

  private async fetch(
    { cluster }: ClusterRequest,
    path: string,
    signal: AbortSignal | undefined,
  ): Promise<Response> {
    const { auth, discovery } = this.options;
    const [baseUrl, { token }] = await Promise.all([
      discovery.getBaseUrl('kubernetes'),
      auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: 'kubernetes',
      }),
    ]);
    const timeout = AbortSignal.timeout(REQUEST_MILLISECONDS);
    try {
      return await fetch(`${baseUrl}/proxy${path}`, {
        headers: {
          Accept: 'application/json',
          Authorization: `Bearer ${token}`,
          'Backstage-Kubernetes-Cluster': cluster,
        },
        redirect: 'error',
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
    } catch (error) {
      signal?.throwIfAborted();
      throw new ServiceUnavailableError(
        timeout.aborted
          ? `Cluster ${cluster} did not answer within ${
              REQUEST_MILLISECONDS / 1000
            } s`
          : `Cluster ${cluster} could not be reached through the Kubernetes plugin`,
        error,
      );
    }
  }
}

async function accepted(
  request: ClusterRequest,
  verb: string,
  response: Response,
): Promise<unknown> {
  const body = await bodyOf(response);
  if (!response.ok) {
    throw refused(
      request,
      verb,
      response.status,
      refusalSchema.safeParse(body).data,
    );
  }
  return body;
}

/** `undefined` where it is not JSON. */
async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refused(
  { cluster, resource, namespace }: ClusterRequest,
  verb: string,
  status: number,
  refusal: z.infer<typeof refusalSchema> | undefined,
): Error {
  const { title } = clusterResources[resource];
  const ofPlugin = refusal && 'error' in refusal ? refusal.error : undefined;
  const said =
    ofPlugin?.message ??
    (refusal && 'kind' in refusal ? refusal.message : undefined);
  switch (status) {
    case 401:
    case 403:
      return new NotAllowedError(
        `Backstage may not ${verb} ${title} in namespace ${namespace} of cluster ${cluster}: give the Kubernetes plugin's account for it the verbs get and list (the cluster said: ${
          said ?? status
        })`,
      );
    case 404:
      return new NotFoundError(
        ofPlugin
          ? `Cluster ${cluster} is not known to the Kubernetes plugin (${ofPlugin.message})`
          : `Cluster ${cluster} does not have ${title}: its custom resource definition is not installed`,
      );
    default:
      return new ServiceUnavailableError(
        `Cluster ${cluster} could not ${verb} ${title} in namespace ${namespace} (${status}: ${
          said ?? 'no reason given'
        })`,
      );
  }
}

function parseObject<Schema extends ZodTypeAny>(
  schema: Schema,
  object: unknown,
  { cluster, namespace, resource }: ClusterRequest,
): z.output<Schema> {
  const parsed = schema.safeParse(object);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0];
    throw new ServiceUnavailableError(
      `Cluster ${cluster} answered with ${
        clusterResources[resource].title
      } of namespace ${namespace} that cannot be read: ${path.join(
        '.',
      )}: ${message}`,
    );
  }
  return parsed.data;
}
