import {
  CustomErrorBase,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { z } from 'zod/v4';
import { ClusterCredentials } from './clusterCredentials';
import {
  ClusterResource,
  clusterResources,
  ClusterVerb,
} from './clusterResources';

/** Both what an API server answers (a Status) and what the Kubernetes plugin itself answers. */
export const refusalSchema = z.union([
  z.object({
    kind: z.literal('Status'),
    message: z.string().optional(),
    details: z.object({ name: z.string().optional() }).nullish(),
  }),
  z.object({ error: z.object({ name: z.string(), message: z.string() }) }),
]);

/** The API server no longer knows what was before a resourceVersion: everything is to be listed again (410 Gone). */
export class ResourceVersionGoneError extends CustomErrorBase {
  name = 'ResourceVersionGoneError' as const;
}

/** The error that a status code other than a 2xx stands for, in words for whoever can mend it. */
export function clusterRefusal(
  request: { cluster: string; resource: ClusterResource; namespace: string },
  verb: ClusterVerb,
  answer: {
    status: number;
    body: unknown;
    /** Default: the Kubernetes plugin's own. */
    credentials?: ClusterCredentials;
  },
): Error {
  const { cluster, resource, namespace } = request;
  const { status, body } = answer;
  const { title } = clusterResources[resource];
  const refusal = refusalSchema.safeParse(body).data;
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
      if (answer.credentials?.of === 'user') {
        return refusedToUser(answer.credentials, {
          what: `${verb} ${title}`,
          cluster,
          namespace,
          said: said ?? String(status),
        });
      }
      return new NotAllowedError(
        `Backstage may not ${verb} ${title} in namespace ${namespace} of cluster ${cluster}: give the Kubernetes plugin's account for it the verbs ${
          verb === 'watch' ? 'get, list and watch' : 'get and list'
        } (the cluster said: ${said ?? status})`,
      );
    case 404:
      return new NotFoundError(
        ofPlugin
          ? `Cluster ${cluster} is not known to the Kubernetes plugin (${ofPlugin.message})`
          : `Cluster ${cluster} does not have ${title}: its custom resource definition is not installed`,
      );
    case 405:
      return new NotAllowedError(
        `Cluster ${cluster} does not let ${title} be asked with ${verb} (${
          said ?? status
        })`,
      );
    case 410:
      return new ResourceVersionGoneError(
        `Cluster ${cluster} no longer knows what was before: ${said ?? status}`,
      );
    default:
      return new ServiceUnavailableError(
        `Cluster ${cluster} could not ${verb} ${title} in namespace ${namespace} (${status}: ${
          said ?? 'no reason given'
        })`,
      );
  }
}

/** The user's own account in the cluster does not suffice. */
export function refusedToUser(
  { provider }: Extract<ClusterCredentials, { of: 'user' }>,
  refused: { what: string; cluster: string; namespace: string; said: string },
): Error {
  const { cluster, namespace, said, what } = refused;
  return new NotAllowedError(
    `Your own sign-in at ${provider} does not let you ${what} in namespace ${namespace} of cluster ${cluster} (the cluster said: ${said})`,
  );
}
