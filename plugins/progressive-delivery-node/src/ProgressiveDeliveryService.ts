import {
  AuthService,
  BackstageCredentials,
  coreServices,
  createServiceFactory,
  createServiceRef,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  Comparison,
  comparisonSchema,
  DocumentPage,
  documentPageSchema,
  ProposalRequest,
  ProposalResponse,
  proposalResponseSchema,
  ProposalsResponse,
  proposalsResponseSchema,
  RolloutAction,
  RolloutActionRequest,
  RolloutActionResponse,
  rolloutActionResponseSchema,
  RolloutsResponse,
  rolloutsResponseSchema,
  SeenComparison,
  SwitchChange,
  TargetsResponse,
  targetsResponseSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import type { ZodType, z } from 'zod/v4';
import { typedError } from './typedError';

/**
 * A delivery target of an entity.
 *
 * @public
 */
export interface TargetReference {
  /** Such as `component:default/agents`. */
  entityRef: string;
  /** Id of the delivery target. */
  target: string;
}

/**
 * In whose name a call is made. The backend authorizes that user, per entity.
 *
 * @public
 */
export interface ProgressiveDeliveryCallOptions {
  /** Those of a user: some calls are refused to services. */
  credentials: BackstageCredentials;
}

/**
 * A Rollout of a delivery target.
 *
 * @public
 */
export interface RolloutReference extends TargetReference {
  /** Namespace that it is in. */
  namespace: string;
  /** Name of the Rollout. */
  rollout: string;
}

/**
 * The HTTP API of the progressive-delivery backend, for other backend plugins and modules.
 *
 * Errors are those of `@backstage/errors` that the backend has thrown, with the sentence that a person needs:
 * InputError, NotAllowedError, NotFoundError, ConflictError, ServiceUnavailableError; a `ResponseError` where something
 * in between has answered. Clusters that each user signs in at can be read and changed by the users themselves only.
 *
 * @public
 */
export interface ProgressiveDeliveryService {
  /**
   * The places that an entity is delivered to, each with its switches and workloads, and what cannot be used of what the
   * entity names.
   */
  getTargets(
    request: { entityRef: string },
    options: ProgressiveDeliveryCallOptions,
  ): Promise<TargetsResponse>;

  /**
   * What flipping a switch would change, rendered, with the first page of the documents that differ. A ConflictError
   * where the switch cannot be proposed, an InputError where something does not render.
   */
  getComparison(
    request: TargetReference & SwitchChange,
    options: ProgressiveDeliveryCallOptions,
  ): Promise<Comparison>;

  /**
   * The documents of a comparison that was looked at, from its `nextCursor` on. A ConflictError where it is another
   * comparison by now.
   */
  getComparisonDocuments(
    request: TargetReference & SeenComparison & { cursor?: string },
    options: ProgressiveDeliveryCallOptions,
  ): Promise<DocumentPage>;

  /** The pull requests for a target's switches, newest first, each with its journey. */
  getProposals(
    request: TargetReference,
    options: ProgressiveDeliveryCallOptions,
  ): Promise<ProposalsResponse>;

  /**
   * Opens the pull request that flips a switch, for a user. `digest` and `profile` are those of the comparison that was
   * looked at: a ConflictError where that is not what would be committed now.
   */
  propose(
    request: TargetReference & ProposalRequest,
    options: ProgressiveDeliveryCallOptions,
  ): Promise<ProposalResponse>;

  /** Status of the workloads that run. */
  getRollouts(
    request: TargetReference,
    options: ProgressiveDeliveryCallOptions,
  ): Promise<RolloutsResponse>;

  /**
   * Acts on a Rollout, for a user. `seen` is the state that the decision was made on, of `getRollouts`: a ConflictError
   * where the Rollout is in another by now, or where it cannot be done; nothing was done then.
   */
  actOnRollout(
    request: RolloutReference & {
      action: RolloutAction;
      seen: RolloutActionRequest;
    },
    options: ProgressiveDeliveryCallOptions,
  ): Promise<RolloutActionResponse>;
}

class HttpProgressiveDeliveryService implements ProgressiveDeliveryService {
  constructor(
    private readonly auth: AuthService,
    private readonly discovery: DiscoveryService,
  ) {}

  async getTargets(
    { entityRef }: { entityRef: string },
    options: ProgressiveDeliveryCallOptions,
  ): Promise<TargetsResponse> {
    return this.call(
      `${entityPath(entityRef)}/targets?wait=true`,
      targetsResponseSchema,
      options,
    );
  }

  async getComparison(
    request: TargetReference & SwitchChange,
    options: ProgressiveDeliveryCallOptions,
  ): Promise<Comparison> {
    const query = new URLSearchParams({
      switch: request.switch,
      enabled: String(request.enabled),
    });
    return this.call(
      `${targetPath(request)}/comparison?${query}`,
      comparisonSchema,
      options,
    );
  }

  async getComparisonDocuments(
    {
      cursor,
      enabled,
      entityRef,
      target,
      ...seen
    }: TargetReference & SeenComparison & { cursor?: string },
    options: ProgressiveDeliveryCallOptions,
  ): Promise<DocumentPage> {
    const query = new URLSearchParams({
      ...seen,
      enabled: String(enabled),
      ...(cursor !== undefined && { cursor }),
    });
    return this.call(
      `${targetPath({ entityRef, target })}/comparison/documents?${query}`,
      documentPageSchema,
      options,
    );
  }

  async getProposals(
    request: TargetReference,
    options: ProgressiveDeliveryCallOptions,
  ): Promise<ProposalsResponse> {
    return this.call(
      `${targetPath(request)}/proposals`,
      proposalsResponseSchema,
      options,
    );
  }

  async propose(
    { entityRef, target, ...body }: TargetReference & ProposalRequest,
    options: ProgressiveDeliveryCallOptions,
  ): Promise<ProposalResponse> {
    return this.call(
      `${targetPath({ entityRef, target })}/proposals`,
      proposalResponseSchema,
      options,
      body,
    );
  }

  async getRollouts(
    request: TargetReference,
    options: ProgressiveDeliveryCallOptions,
  ): Promise<RolloutsResponse> {
    return this.call(
      `${targetPath(request)}/rollouts`,
      rolloutsResponseSchema,
      options,
    );
  }

  async actOnRollout(
    {
      action,
      namespace,
      rollout,
      seen,
      ...target
    }: RolloutReference & {
      action: RolloutAction;
      seen: RolloutActionRequest;
    },
    options: ProgressiveDeliveryCallOptions,
  ): Promise<RolloutActionResponse> {
    return this.call(
      `${targetPath(target)}/rollouts/${[namespace, rollout, action]
        .map(encodeURIComponent)
        .join('/')}`,
      rolloutActionResponseSchema,
      options,
      seen,
    );
  }

  private async call<Schema extends ZodType>(
    path: string,
    schema: Schema,
    { credentials }: ProgressiveDeliveryCallOptions,
    /** Sent by POST where there is one. */
    body?: object,
  ): Promise<z.infer<Schema>> {
    const [baseUrl, { token }] = await Promise.all([
      this.discovery.getBaseUrl('progressive-delivery'),
      this.auth.getPluginRequestToken({
        onBehalfOf: credentials,
        targetPluginId: 'progressive-delivery',
      }),
    ]);
    const response = await fetch(`${baseUrl}/v1${path}`, {
      method: body ? 'POST' : 'GET',
      body: body && JSON.stringify(body),
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body && { 'Content-Type': 'application/json' }),
      },
    });
    if (!response.ok) {
      throw await typedError(response);
    }
    return schema.parse(await response.json());
  }
}

function entityPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/entities/${[kind, namespace, name]
    .map(part => encodeURIComponent(part.toLocaleLowerCase('en-US')))
    .join('/')}`;
}

function targetPath({ entityRef, target }: TargetReference): string {
  return `${entityPath(entityRef)}/targets/${encodeURIComponent(target)}`;
}

/**
 * Gives other backend plugins and modules a {@link ProgressiveDeliveryService}; needs nothing to be installed with it
 * but the progressive-delivery backend itself.
 *
 * @public
 */
export const progressiveDeliveryServiceRef =
  createServiceRef<ProgressiveDeliveryService>({
    id: 'progressive-delivery.service',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: { auth: coreServices.auth, discovery: coreServices.discovery },
        factory: ({ auth, discovery }) =>
          new HttpProgressiveDeliveryService(auth, discovery),
      }),
  });
