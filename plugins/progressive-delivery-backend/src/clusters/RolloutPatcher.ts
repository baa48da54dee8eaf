import {
  InputError,
  isError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { problemError } from '@progressive-delivery/engine';
import { z, ZodType } from 'zod/v4';
import { ClusterCredentials } from './clusterCredentials';
import { ClusterProxy, ProxyAnswer } from './ClusterProxy';
import { refusalSchema, refusedToUser, saidOf } from './clusterRefusal';
import { resourcePath } from './clusterResources';
import { whyUnreadable } from './unreadableObjects';
import { UserTokens } from './UserTokens';

/** Who made a change, as `managedFields` of a Rollout tells it. */
const FIELD_MANAGER = 'backstage-progressive-delivery';

export interface RolloutPatcherOptions {
  proxy: ClusterProxy;
}

/** Which Rollout. */
export interface RolloutName {
  /** Name of the Kubernetes plugin's cluster. */
  cluster: string;
  namespace: string;
  name: string;
}

/**
 * - `conflict`: it is no longer at the `resourceVersion` of the patch
 * - `not-found`: there is no such Rollout
 */
export type PatchOutcome<T> =
  | { outcome: 'patched'; object: T }
  | { outcome: 'conflict' }
  | { outcome: 'not-found' };

/**
 * Changes Rollouts and their status, through the Kubernetes plugin's proxy; there is nothing else that this plugin
 * changes in a cluster. Whoever calls must have authorized the person.
 */
export class RolloutPatcher {
  static create(options: RolloutPatcherOptions): RolloutPatcher {
    return new RolloutPatcher(options);
  }

  private constructor(private readonly options: RolloutPatcherOptions) {}

  /**
   * Sends a JSON merge patch for an object as it was at a `resourceVersion`.
   *
   * @throws InputError where the patch or a name is none
   * @throws NotAllowedError where our credentials do not suffice
   * @throws ServiceUnavailableError where the cluster does not answer, or not with a Rollout; it may have taken the patch
   */
  async patch<Schema extends ZodType>(
    rollout: RolloutName,
    change: {
      on: 'rollouts' | 'rollouts/status';
      patch: object;
      resourceVersion: string;
    },
    schema: Schema,
    { userTokens }: { userTokens?: UserTokens } = {},
  ): Promise<PatchOutcome<z.output<Schema>>> {
    const { on, patch, resourceVersion } = change;
    const { body, credentials, status } = await this.fetch(
      rollout,
      on,
      { ...patch, metadata: { resourceVersion } },
      userTokens,
    );
    const refusal = refusalSchema.safeParse(body).data;
    if (status === 409) {
      return { outcome: 'conflict' };
    }
    if (status === 404 && !(refusal && 'error' in refusal)) {
      return { outcome: 'not-found' };
    }
    if (status < 200 || status > 299) {
      throw refused(rollout, on, { status, credentials, said: saidOf(body) });
    }
    const object = schema.safeParse(body);
    if (!object.success) {
      throw problemError(ServiceUnavailableError, {
        id: 'patchAnswerUnreadable',
        parameters: { ...rollout, message: whyUnreadable(object.error) },
      });
    }
    return { outcome: 'patched', object: object.data };
  }

  private async fetch(
    { cluster, namespace, name }: RolloutName,
    on: 'rollouts' | 'rollouts/status',
    patch: object,
    userTokens: UserTokens | undefined,
  ): Promise<ProxyAnswer> {
    const path = resourcePath({ resource: 'rollouts', namespace, name });
    const subresource = on === 'rollouts/status' ? '/status' : '';
    try {
      return await this.options.proxy.answer({
        cluster,
        path: `${path}${subresource}?fieldManager=${FIELD_MANAGER}`,
        method: 'PATCH',
        headers: {
          Accept: 'application/json',
          'Content-Type': 'application/merge-patch+json',
        },
        body: JSON.stringify(patch),
        userTokens,
      });
    } catch (error) {
      if (isError(error) && error.name === 'NotAllowedError') {
        throw error;
      }
      throw problemError(
        ServiceUnavailableError,
        { id: 'patchUnanswered', parameters: { cluster, namespace, name } },
        error,
      );
    }
  }
}

function refused(
  rollout: RolloutName,
  on: string,
  {
    status,
    credentials,
    said,
  }: {
    status: number;
    credentials: ClusterCredentials;
    said: string | undefined;
  },
): Error {
  const { cluster, namespace } = rollout;
  switch (status) {
    case 400:
    case 422:
      return problemError(InputError, {
        id: 'patchRejected',
        parameters: { ...rollout, message: said ?? String(status) },
      });
    case 401:
    case 403:
      if (credentials.of === 'user') {
        return refusedToUser(credentials, {
          verb: 'patch',
          resource: on,
          cluster,
          namespace,
          message: said ?? String(status),
        });
      }
      return problemError(NotAllowedError, {
        id: 'patchForbidden',
        parameters: {
          cluster,
          namespace,
          resource: on,
          message: said ?? String(status),
        },
      });
    default:
      return problemError(
        ServiceUnavailableError,
        said === undefined
          ? { id: 'patchFailed', parameters: { ...rollout, status } }
          : {
              id: 'patchFailedSaying',
              parameters: { ...rollout, status, message: said },
            },
      );
  }
}
