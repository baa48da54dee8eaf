import { InputError } from '@backstage/errors';
import pLimit from 'p-limit';
import { z, ZodType } from 'zod/v4';
import {
  Application,
  applicationSchema,
  AppProject,
  appProjectSchema,
} from '@progressive-delivery/engine';
import { ClusterService } from '../../clusters/ClusterService';
import { ArgoCdConfig } from '../../config';
import { ApplicationNamespace } from './applicationReferences';

/** Applications of one selector that are looked at. */
export const MOST_LISTED = 1_000;

/** Requests to clusters at the same time, for one entity. */
const CONCURRENCY = 8;

/** One object of a list: read, or why not. */
export type ListedApplication =
  | { readable: true; application: Application }
  | { readable: false; error: InputError };

const listedSchema = z.unknown().transform((object): ListedApplication => {
  const parsed = applicationSchema.safeParse(object);
  return parsed.success
    ? { readable: true, application: parsed.data }
    : { readable: false, error: cannotBeRead(parsed.error) };
});

/** Where Applications and their projects come from. */
export type ApplicationLookup = Pick<
  ApplicationReader,
  'application' | 'applications' | 'project'
>;

/** Reads what is asked of Argo CD for one entity; a project is read once. */
export class ApplicationReader {
  static create(options: {
    clusters: ClusterService;
    signal?: AbortSignal;
  }): ApplicationReader {
    return new ApplicationReader(options);
  }

  private readonly limit = pLimit(CONCURRENCY);
  private readonly projects = new Map<
    string,
    Promise<AppProject | undefined>
  >();

  private constructor(
    private readonly options: {
      clusters: ClusterService;
      signal?: AbortSignal;
    },
  ) {}

  /**
   * @throws InputError where it is no Application that we can read, else as {@link ClusterService.read}
   */
  async application(
    { argocd, namespace }: ApplicationNamespace,
    name: string,
  ): Promise<Application | undefined> {
    const { clusters, signal } = this.options;
    const request = {
      cluster: argocd.cluster,
      resource: 'applications' as const,
      namespace,
      name,
    };
    const object = await this.limit(() =>
      clusters.read(request, z.unknown(), { signal }),
    );
    return object === undefined ? undefined : parse(applicationSchema, object);
  }

  /**
   * No more than {@link MOST_LISTED}, and one by which there are known to be more.
   *
   * @throws as {@link ClusterService.list}
   */
  async applications(
    { argocd, namespace }: ApplicationNamespace,
    labelSelector: string,
  ): Promise<ListedApplication[]> {
    const { clusters, signal } = this.options;
    const request = {
      cluster: argocd.cluster,
      resource: 'applications' as const,
      namespace,
      labelSelector,
    };
    // Read page by page, so that only what is in use of each is kept.
    const { objects } = await this.limit(() =>
      clusters.list(request, listedSchema, { signal, most: MOST_LISTED + 1 }),
    );
    return objects;
  }

  /** Projects are always in Argo CD's own namespace. */
  async project(
    argocd: ArgoCdConfig,
    name: string,
  ): Promise<AppProject | undefined> {
    const key = `${argocd.name}/${name}`;
    const known = this.projects.get(key);
    if (known) {
      return known;
    }
    const { clusters, signal } = this.options;
    const request = {
      cluster: argocd.cluster,
      resource: 'appprojects' as const,
      namespace: argocd.namespace,
      name,
    };
    const read = this.limit(() =>
      clusters.read(request, z.unknown(), { signal }),
    ).then(object =>
      object === undefined ? undefined : parse(appProjectSchema, object),
    );
    this.projects.set(key, read);
    return read;
  }
}

function parse<Schema extends ZodType>(
  schema: Schema,
  object: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(object);
  if (!parsed.success) {
    throw cannotBeRead(parsed.error);
  }
  return parsed.data;
}

function cannotBeRead({ issues: [{ message, path }] }: z.ZodError): InputError {
  return new InputError(`${path.join('.')}: ${message}`);
}
