import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import {
  InputError,
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
   * @throws InputError where the name, the namespace or the label selector is none
   * @throws ServiceUnavailableError where the cluster does not answer, or not with what was asked for
   */
  async read<Schema extends ZodTypeAny>(
    request: ClusterRequest & { name: string },
    schema: Schema,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<z.output<Schema> | undefined> {
    const answer = await this.fetch(request, resourcePath(request), signal);
    if (answer.status === 404) {
      const refusal = refusalSchema.safeParse(answer.body).data;
      if (refusal && 'kind' in refusal && refusal.details?.name) {
        return undefined;
      }
    }
    return parseObject(schema, accepted(request, 'get', answer), request);
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
        accepted(
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
  ): Promise<Answer> {
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
      const response = await fetch(`${baseUrl}/proxy${path}`, {
        headers: {
          Accept: 'application/json',
          Authorization: `Bearer ${token}`,
          'Backstage-Kubernetes-Cluster': cluster,
        },
        redirect: 'error',
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      // An answer can stop in the middle as well.
      return {
        status: response.status,
        body: parseJson(await response.text()),
      };
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

interface Answer {
  status: number;
  /** `undefined` where it is not JSON. */
  body: unknown;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function accepted(
  request: ClusterRequest,
  verb: string,
  { body, status }: Answer,
): unknown {
  if (status < 200 || status > 299) {
    throw refused(request, verb, status, refusalSchema.safeParse(body).data);
  }
  return body;
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
    case 400:
      return new InputError(
        `Cluster ${cluster} does not accept what was asked of ${title} in namespace ${namespace}: ${
          said ?? status
        }`,
      );
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
