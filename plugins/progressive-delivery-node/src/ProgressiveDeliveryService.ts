import {
  AuthService,
  BackstageCredentials,
  coreServices,
  createServiceFactory,
  createServiceRef,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import {
  Comparison,
  comparisonSchema,
  ProposalRequest,
  ProposalResponse,
  proposalResponseSchema,
  ProposalsResponse,
  proposalsResponseSchema,
  SwitchChange,
  TargetsResponse,
  targetsResponseSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import type { ZodType, z } from 'zod/v4';

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
  credentials: BackstageCredentials;
}

/**
 * The HTTP API of the progressive-delivery backend, for other backend plugins and modules.
 * Errors are `ResponseError`s whose message says what to do.
 *
 * @public
 */
export interface ProgressiveDeliveryService {
  getTargets(
    request: { entityRef: string },
    options: ProgressiveDeliveryCallOptions,
  ): Promise<TargetsResponse>;

  getComparison(
    request: TargetReference & SwitchChange,
    options: ProgressiveDeliveryCallOptions,
  ): Promise<Comparison>;

  getProposals(
    request: TargetReference,
    options: ProgressiveDeliveryCallOptions,
  ): Promise<ProposalsResponse>;

  propose(
    request: TargetReference & ProposalRequest,
    options: ProgressiveDeliveryCallOptions,
  ): Promise<ProposalResponse>;
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
      {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
      },
    );
  }

  private async call<Schema extends ZodType>(
    path: string,
    schema: Schema,
    { credentials }: ProgressiveDeliveryCallOptions,
    init: RequestInit = {},
  ): Promise<z.infer<Schema>> {
    const [baseUrl, { token }] = await Promise.all([
      this.discovery.getBaseUrl('progressive-delivery'),
      this.auth.getPluginRequestToken({
        onBehalfOf: credentials,
        targetPluginId: 'progressive-delivery',
      }),
    ]);
    const response = await fetch(`${baseUrl}/v1${path}`, {
      ...init,
      headers: { ...init.headers, Authorization: `Bearer ${token}` },
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
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
