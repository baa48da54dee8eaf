import { ServiceUnavailableError } from '@backstage/errors';
import { z, ZodType } from 'zod/v4';
import { versionSchema } from './capabilitiesFrom';
import { ClusterProxy, ProxyAnswer } from './ClusterProxy';
import { saidOf } from './clusterRefusal';
import { clusterUnanswered } from './clusterUnanswered';
import { NeededAccess } from './neededAccess';

const HEADERS = {
  Accept: 'application/json',
  'Content-Type': 'application/json',
  'Accept-Encoding': 'identity',
};

/** k8s.io/api authentication/v1 */
const selfSubjectSchema = z.object({
  status: z.object({ userInfo: z.object({ username: z.string() }) }),
});

/** k8s.io/api authorization/v1 */
const accessReviewSchema = z.object({
  status: z.object({
    allowed: z.boolean(),
    evaluationError: z.string().optional(),
  }),
});

/**
 * Asks an API server who our account is and what it may do there. Every account may ask that of itself (the ClusterRole
 * `system:basic-user`), and the API server keeps nothing of it.
 */
export class AccessReviews {
  static create(options: { proxy: ClusterProxy }): AccessReviews {
    return new AccessReviews(options.proxy);
  }

  private constructor(private readonly proxy: ClusterProxy) {}

  /** @throws ServiceUnavailableError where the cluster does not answer */
  async version(cluster: string, signal: AbortSignal): Promise<string> {
    const { gitVersion } = await this.ask(
      versionSchema,
      { cluster, path: '/version', method: 'GET' },
      signal,
    );
    return gitVersion;
  }

  /**
   * The name of our account, such as `system:serviceaccount:backstage:reader`.
   *
   * @throws ServiceUnavailableError where the cluster does not answer, or does not know such reviews (before Kubernetes 1.28)
   */
  async account(cluster: string, signal: AbortSignal): Promise<string> {
    const { status } = await this.ask(
      selfSubjectSchema,
      {
        cluster,
        path: '/apis/authentication.k8s.io/v1/selfsubjectreviews',
        method: 'POST',
        body: JSON.stringify({
          apiVersion: 'authentication.k8s.io/v1',
          kind: 'SelfSubjectReview',
        }),
      },
      signal,
    );
    return status.userInfo.username;
  }

  /**
   * Whether our account may do something.
   *
   * @param namespace - absent for all of them
   * @throws ServiceUnavailableError where the cluster does not answer, or cannot decide
   */
  async may(
    {
      access: { group, resource, subresource, verb },
      cluster,
      namespace,
    }: { cluster: string; access: NeededAccess; namespace?: string },
    signal: AbortSignal,
  ): Promise<boolean> {
    const { status } = await this.ask(
      accessReviewSchema,
      {
        cluster,
        path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        method: 'POST',
        body: JSON.stringify({
          apiVersion: 'authorization.k8s.io/v1',
          kind: 'SelfSubjectAccessReview',
          spec: {
            resourceAttributes: {
              group,
              resource,
              subresource,
              verb,
              namespace,
            },
          },
        }),
      },
      signal,
    );
    if (!status.allowed && status.evaluationError) {
      throw new ServiceUnavailableError(
        `Cluster ${cluster} could not decide: ${status.evaluationError}`,
      );
    }
    return status.allowed;
  }

  private async ask<Schema extends ZodType>(
    schema: Schema,
    request: {
      cluster: string;
      path: string;
      method: 'GET' | 'POST';
      body?: string;
    },
    signal: AbortSignal,
  ): Promise<z.output<Schema>> {
    const { cluster } = request;
    let answer: ProxyAnswer;
    try {
      answer = await this.proxy.answer(
        { ...request, headers: HEADERS },
        { signal },
      );
    } catch (error) {
      signal.throwIfAborted();
      throw clusterUnanswered(cluster, error);
    }
    const parsed = schema.safeParse(answer.body);
    if (answer.status < 200 || answer.status > 299 || !parsed.success) {
      throw new ServiceUnavailableError(
        `Cluster ${cluster} did not answer ${request.path}: ${
          saidOf(answer.body) ?? `it answered with ${answer.status}`
        }`,
      );
    }
    return parsed.data;
  }
}
