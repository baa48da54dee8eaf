import {
  CustomErrorBase,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { z } from 'zod/v4';
import { problemError } from '@progressive-delivery/engine';
import { ClusterCredentials } from './clusterCredentials';
import {
  ClusterResource,
  ClusterVerb,
  listedObjects,
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

/** Why something was refused, in the words of who refused it. */
export function saidOf(body: unknown): string | undefined {
  const refusal = refusalSchema.safeParse(body).data;
  return refusal && 'error' in refusal
    ? refusal.error.message
    : refusal?.message;
}

/** The API server no longer knows what was before a resourceVersion: everything is to be listed again (410 Gone). */
class ResourceVersionGoneError extends CustomErrorBase {
  name = 'ResourceVersionGoneError' as const;
}

/** The error that a status code other than a 2xx stands for, in words for whoever can fix it. */
export function clusterRefusal(
  request: { cluster: string; resource: ClusterResource; namespace?: string },
  verb: ClusterVerb,
  answer: {
    status: number;
    body: unknown;
    /** Default: the Kubernetes plugin's own. */
    credentials?: ClusterCredentials;
  },
): Error {
  const listed = listedObjects(request);
  const { cluster, resource } = listed;
  const { status, body } = answer;
  const refusal = refusalSchema.safeParse(body).data;
  const ofPlugin = refusal && 'error' in refusal;
  const said = saidOf(body);
  const message = said ?? String(status);
  switch (status) {
    case 400:
      return problemError(InputError, {
        id: 'requestRejected',
        parameters: { ...listed, message },
      });
    case 401:
    case 403:
      return answer.credentials?.of === 'user'
        ? refusedToUser(answer.credentials, { ...listed, verb, message })
        : problemError(NotAllowedError, {
            id: 'forbidden',
            parameters: {
              ...listed,
              verb,
              required:
                verb === 'watch' ? ['get', 'list', 'watch'] : ['get', 'list'],
              message,
            },
          });
    case 404:
      return problemError(
        NotFoundError,
        ofPlugin
          ? { id: 'clusterUnknown', parameters: { cluster } }
          : { id: 'kindMissing', parameters: { cluster, resource } },
      );
    case 405:
      return problemError(NotAllowedError, {
        id: 'verbNotSupported',
        parameters: { cluster, resource, verb, message },
      });
    case 410:
      return new ResourceVersionGoneError(
        `Cluster ${cluster} no longer knows what was before: ${message}`,
      );
    default:
      return problemError(ServiceUnavailableError, {
        id: 'clusterFailed',
        parameters: {
          ...listed,
          verb,
          message: said === undefined ? message : `${status}: ${said}`,
        },
      });
  }
}

/** The user's own account in the cluster does not suffice. */
export function refusedToUser(
  { provider }: Extract<ClusterCredentials, { of: 'user' }>,
  refused: {
    verb: string;
    resource: string;
    namespace: string;
    cluster: string;
    message: string;
  },
): Error {
  return problemError(NotAllowedError, {
    id: 'forbiddenToUser',
    parameters: { ...refused, provider },
  });
}
