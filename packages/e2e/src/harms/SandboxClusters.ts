import { NotFoundError } from '@backstage/errors';
import { CommandError, Sandbox } from '@progressive-delivery/sandbox';
import { z, ZodType } from 'zod/v4';
// No export of the backend.
/* eslint-disable @backstage/no-relative-monorepo-imports */
import {
  ClusterRequest,
  ListRequest,
} from '../../../../plugins/progressive-delivery-backend/src/clusters/clusterRequest';
import { clusterResources } from '../../../../plugins/progressive-delivery-backend/src/clusters/clusterResources';
import { ClusterService } from '../../../../plugins/progressive-delivery-backend/src/clusters/ClusterService';
import {
  addObject,
  ObjectList,
} from '../../../../plugins/progressive-delivery-backend/src/clusters/unreadableObjects';
/* eslint-enable @backstage/no-relative-monorepo-imports */

const listSchema = z.object({ items: z.array(z.unknown()) });

/** The cluster of a sandbox, read by kubectl: what preflight needs of clusters, without a Backstage before it. */
export class SandboxClusters implements Pick<ClusterService, 'list' | 'read'> {
  constructor(private readonly sandbox: Sandbox) {}

  async read<Schema extends ZodType>(
    request: ClusterRequest<'get'> & { name: string },
    schema: Schema,
  ): Promise<z.output<Schema> | undefined> {
    const text = await this.get(request, [request.name, '--ignore-not-found']);
    return text === '' ? undefined : schema.parse(JSON.parse(text));
  }

  async list<Schema extends ZodType>(
    request: ListRequest,
    schema: Schema,
  ): Promise<ObjectList<z.output<Schema>>> {
    const { labelSelector, only } = request;
    const text = await this.get(request, [
      ...(labelSelector ? ['--selector', labelSelector] : []),
      ...(only ? ['--field-selector', `metadata.name=${only}`] : []),
    ]);
    const list: ObjectList<z.output<Schema>> = { objects: [], unreadable: [] };
    for (const item of listSchema.parse(JSON.parse(text)).items) {
      addObject(list, schema, item);
    }
    return list;
  }

  private async get(
    { namespace, resource }: ClusterRequest,
    args: string[],
  ): Promise<string> {
    try {
      return await this.sandbox.kubectl([
        ...['get', clusterResources[resource].title, ...args],
        ...(namespace ? ['--namespace', namespace] : ['--all-namespaces']),
        ...['--output', 'json'],
      ]);
    } catch (error) {
      if (
        error instanceof CommandError &&
        error.message.includes("the server doesn't have a resource type")
      ) {
        throw new NotFoundError(`The sandbox has no ${resource}`);
      }
      throw error;
    }
  }
}
