import { CompoundEntityRef } from '@backstage/catalog-model';
import { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ForwardedError, ResponseError } from '@backstage/errors';
import {
  Comparison,
  comparisonSchema,
  ProposalRequest,
  ProposalResponse,
  proposalResponseSchema,
  ProposalsResponse,
  proposalsResponseSchema,
  RolloutsResponse,
  rolloutsResponseSchema,
  TargetsResponse,
  targetsResponseSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  CallOptions,
  ProgressiveDeliveryApi,
  TargetReference,
} from './ProgressiveDeliveryApi';

/** @public */
export interface ProgressiveDeliveryClientOptions {
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
}

interface AnswerSchema<T> {
  parse(value: unknown): T;
}

const path = (...segments: string[]) =>
  segments.map(segment => `/${encodeURIComponent(segment)}`).join('');

const entityPath = ({ kind, namespace, name }: CompoundEntityRef) =>
  `/v1/entities${path(
    kind.toLocaleLowerCase('en-US'),
    namespace.toLocaleLowerCase('en-US'),
    name,
  )}/targets`;

const targetPath = ({ entity, target }: TargetReference) =>
  `${entityPath(entity)}${path(target)}`;

/**
 * Talks to the backend plugin over HTTP.
 *
 * @public
 */
export class ProgressiveDeliveryClient implements ProgressiveDeliveryApi {
  static create(
    options: ProgressiveDeliveryClientOptions,
  ): ProgressiveDeliveryClient {
    return new ProgressiveDeliveryClient(options);
  }

  private constructor(
    private readonly options: ProgressiveDeliveryClientOptions,
  ) {}

  getTargets(
    entity: CompoundEntityRef,
    options?: CallOptions,
  ): Promise<TargetsResponse> {
    return this.request(targetsResponseSchema, entityPath(entity), options);
  }

  getComparison(
    reference: TargetReference,
    change: { switch: string; enabled: boolean },
    options?: CallOptions,
  ): Promise<Comparison> {
    const query = new URLSearchParams({
      switch: change.switch,
      enabled: String(change.enabled),
    });
    return this.request(
      comparisonSchema,
      `${targetPath(reference)}/comparison?${query}`,
      options,
    );
  }

  getProposals(
    reference: TargetReference,
    options?: CallOptions,
  ): Promise<ProposalsResponse> {
    return this.request(
      proposalsResponseSchema,
      `${targetPath(reference)}/proposals`,
      options,
    );
  }

  createProposal(
    reference: TargetReference,
    request: ProposalRequest,
  ): Promise<ProposalResponse> {
    return this.request(
      proposalResponseSchema,
      `${targetPath(reference)}/proposals`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(request),
      },
    );
  }

  getRollouts(
    reference: TargetReference,
    options?: CallOptions,
  ): Promise<RolloutsResponse> {
    return this.request(
      rolloutsResponseSchema,
      `${targetPath(reference)}/rollouts`,
      options,
    );
  }

  private async request<T>(
    schema: AnswerSchema<T>,
    route: string,
    init?: RequestInit,
  ): Promise<T> {
    const { discoveryApi, fetchApi } = this.options;
    const baseUrl = await discoveryApi.getBaseUrl('progressive-delivery');
    const response = await fetchApi.fetch(`${baseUrl}${route}`, init);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const answer: unknown = await response.json();
    try {
      return schema.parse(answer);
    } catch (error) {
      throw new ForwardedError(
        `The backend's answer to ${route} is not one that this page can read: frontend and backend plugin are probably of different versions`,
        error,
      );
    }
  }
}
