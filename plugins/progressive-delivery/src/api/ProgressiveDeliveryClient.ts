import { CompoundEntityRef } from '@backstage/catalog-model';
import { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  ChartPreparation,
  ChartPreparationRequest,
  ChartPreparationResponse,
  chartPreparationResponseSchema,
  chartPreparationSchema,
  ChartsResponse,
  chartsResponseSchema,
  Comparison,
  comparisonSchema,
  ComparisonStage,
  DocumentPage,
  documentPageSchema,
  FleetQuery,
  FleetResponse,
  fleetResponseSchema,
  openArray,
  ProposalActionRequest,
  ProposalActionResponse,
  proposalActionResponseSchema,
  ProposalRequest,
  ProposalResponse,
  proposalResponseSchema,
  ProposalsResponse,
  proposalsResponseSchema,
  RolloutAction,
  RolloutActionRequest,
  RolloutActionResponse,
  rolloutActionResponseSchema,
  RolloutManifest,
  rolloutManifestSchema,
  RolloutsResponse,
  rolloutsResponseSchema,
  RolloutStreamMessage,
  rolloutStreamMessageSchema,
  SeenComparison,
  TargetsResponse,
  targetsResponseSchema,
  WholeDocument,
  wholeDocumentSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { authProvidersOf } from './ClusterSignIn';
import {
  CallOptions,
  ProgressiveDeliveryApi,
  TargetReference,
} from './ProgressiveDeliveryApi';
import { pageError } from './pageError';
import {
  entityPath,
  path,
  preparationPath,
  targetPath,
  targetsPath,
} from './paths';
import { AnswerSchema, read, readResponse } from './readAnswer';
import { readServerSentEvents } from './readServerSentEvents';
import { readStreamedComparison } from './readStreamedComparison';

/**
 * What a client needs.
 *
 * @public
 */
export interface ProgressiveDeliveryClientOptions {
  /** Knows where the backend is. */
  discoveryApi: DiscoveryApi;
  /** Adds the user's Backstage token. */
  fetchApi: FetchApi;
  /** Gives the headers with the user's own tokens for clusters. Default: no cluster is asked with these. */
  clusterSignIn?: {
    headers(authProviders: string[]): Promise<Record<string, string>>;
  };
}

/** Without those of a later version, which are none of this one's business. */
const streamedMessagesSchema = openArray(rolloutStreamMessageSchema);

const EVENT_STREAM = 'text/event-stream';

function isEventStream({ headers }: Response): boolean {
  return headers.get('content-type')?.startsWith(EVENT_STREAM) ?? false;
}

const seenQuery = ({ enabled, ...seen }: SeenComparison) =>
  new URLSearchParams({ ...seen, enabled: String(enabled) });

/**
 * Talks to the backend plugin over HTTP.
 *
 * @public
 */
export class ProgressiveDeliveryClient implements ProgressiveDeliveryApi {
  /** Makes a client. */
  static create(
    options: ProgressiveDeliveryClientOptions,
  ): ProgressiveDeliveryClient {
    return new ProgressiveDeliveryClient(options);
  }

  /** What the backend has last said of the targets of an entity, by its path and their ids. */
  private readonly authProviders = new Map<string, Map<string, string>>();

  private constructor(
    private readonly options: ProgressiveDeliveryClientOptions,
  ) {}

  /** {@inheritDoc ProgressiveDeliveryApi.getFleet} */
  async getFleet(
    query: Partial<FleetQuery>,
    options?: CallOptions,
  ): Promise<FleetResponse> {
    const given = Object.entries(query).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    );
    return this.request(
      fleetResponseSchema,
      `/v1/fleet?${new URLSearchParams(given)}`,
      options,
    );
  }

  /** {@inheritDoc ProgressiveDeliveryApi.getTargets} */
  async getTargets(
    entity: CompoundEntityRef,
    { signIn = true, ...options }: CallOptions & { signIn?: boolean } = {},
  ): Promise<TargetsResponse> {
    const route = targetsPath(entity);
    if (!signIn) {
      return this.request(targetsResponseSchema, route, options);
    }
    const sent = Array.from(this.authProviders.get(route)?.values() ?? []);
    const ask = async (authProviders: string[]) =>
      this.request(targetsResponseSchema, route, {
        ...options,
        headers: await this.tokenHeaders(authProviders),
      });
    const answer = await ask(sent);
    const needed = authProvidersOf(answer.targets);
    this.authProviders.set(
      route,
      new Map(
        answer.targets.flatMap(({ id, destination: { authProvider } }) =>
          authProvider ? [[id, authProvider]] : [],
        ),
      ),
    );
    // Which tokens are needed is known from the first answer only.
    return needed.every(each => sent.includes(each)) ? answer : ask(needed);
  }

  /** {@inheritDoc ProgressiveDeliveryApi.getComparison} */
  async getComparison(
    reference: TargetReference,
    change: { switch: string; enabled: boolean },
    {
      onStage,
      ...options
    }: CallOptions & { onStage?: (stage: ComparisonStage) => void } = {},
  ): Promise<Comparison> {
    const query = new URLSearchParams({
      switch: change.switch,
      enabled: String(change.enabled),
    });
    const route = `${targetPath(reference)}/comparison?${query}`;
    const response = await this.fetch(route, {
      ...options,
      headers: {
        ...(await this.targetHeaders(reference)),
        ...(onStage && { Accept: `${EVENT_STREAM}, application/json;q=0.9` }),
      },
    });
    // An earlier backend says only what came of it.
    return onStage && response.body && isEventStream(response)
      ? readStreamedComparison(response.body, { onStage, route })
      : readResponse(comparisonSchema, response, route);
  }

  /** {@inheritDoc ProgressiveDeliveryApi.getComparisonDocuments} */
  async getComparisonDocuments(
    reference: TargetReference,
    { cursor, ...seen }: SeenComparison & { cursor?: string },
    options?: CallOptions,
  ): Promise<DocumentPage> {
    const query = seenQuery(seen);
    if (cursor !== undefined) {
      query.set('cursor', cursor);
    }
    return this.request(
      documentPageSchema,
      `${targetPath(reference)}/comparison/documents?${query}`,
      { ...options, headers: await this.targetHeaders(reference) },
    );
  }

  /** {@inheritDoc ProgressiveDeliveryApi.getComparisonDocument} */
  async getComparisonDocument(
    reference: TargetReference,
    { place, ...seen }: SeenComparison & { place: number },
    options?: CallOptions,
  ): Promise<WholeDocument> {
    return this.request(
      wholeDocumentSchema,
      `${targetPath(reference)}/comparison/documents/${place}?${seenQuery(
        seen,
      )}`,
      { ...options, headers: await this.targetHeaders(reference) },
    );
  }

  /** {@inheritDoc ProgressiveDeliveryApi.getProposals} */
  async getProposals(
    reference: TargetReference,
    options?: CallOptions,
  ): Promise<ProposalsResponse> {
    return this.request(
      proposalsResponseSchema,
      `${targetPath(reference)}/proposals`,
      { ...options, headers: await this.targetHeaders(reference) },
    );
  }

  /** {@inheritDoc ProgressiveDeliveryApi.createProposal} */
  async createProposal(
    reference: TargetReference,
    request: ProposalRequest,
  ): Promise<ProposalResponse> {
    return this.post(proposalResponseSchema, reference, '/proposals', request);
  }

  /** {@inheritDoc ProgressiveDeliveryApi.updateProposal} */
  async updateProposal(
    reference: TargetReference,
    number: number,
    request: ProposalActionRequest,
  ): Promise<ProposalActionResponse> {
    return this.post(
      proposalActionResponseSchema,
      reference,
      `/proposals${path(String(number), 'update')}`,
      request,
    );
  }

  /** {@inheritDoc ProgressiveDeliveryApi.closeProposal} */
  async closeProposal(
    reference: TargetReference,
    number: number,
    request: ProposalActionRequest,
  ): Promise<ProposalActionResponse> {
    return this.post(
      proposalActionResponseSchema,
      reference,
      `/proposals${path(String(number), 'close')}`,
      request,
    );
  }

  /** {@inheritDoc ProgressiveDeliveryApi.getCharts} */
  async getCharts(
    reference: TargetReference,
    options?: CallOptions,
  ): Promise<ChartsResponse> {
    return this.request(
      chartsResponseSchema,
      `${targetPath(reference)}/charts`,
      { ...options, headers: await this.targetHeaders(reference) },
    );
  }

  /** {@inheritDoc ProgressiveDeliveryApi.getChartPreparation} */
  async getChartPreparation(
    reference: TargetReference,
    chart: string,
    options?: CallOptions,
  ): Promise<ChartPreparation> {
    return this.request(
      chartPreparationSchema,
      `${targetPath(reference)}${preparationPath(chart)}`,
      { ...options, headers: await this.targetHeaders(reference) },
    );
  }

  /** {@inheritDoc ProgressiveDeliveryApi.prepareChart} */
  async prepareChart(
    reference: TargetReference,
    chart: string,
    request: ChartPreparationRequest,
  ): Promise<ChartPreparationResponse> {
    return this.post(
      chartPreparationResponseSchema,
      reference,
      preparationPath(chart),
      request,
    );
  }

  /** {@inheritDoc ProgressiveDeliveryApi.getRollouts} */
  async getRollouts(
    reference: TargetReference,
    options?: CallOptions,
  ): Promise<RolloutsResponse> {
    return this.request(
      rolloutsResponseSchema,
      `${targetPath(reference)}/rollouts`,
      { ...options, headers: await this.targetHeaders(reference) },
    );
  }

  /** {@inheritDoc ProgressiveDeliveryApi.getRolloutManifest} */
  async getRolloutManifest(
    reference: TargetReference,
    { namespace, name }: { namespace: string; name: string },
    options?: CallOptions,
  ): Promise<RolloutManifest> {
    return this.request(
      rolloutManifestSchema,
      `${targetPath(reference)}/rollouts${path(namespace, name, 'manifest')}`,
      { ...options, headers: await this.targetHeaders(reference) },
    );
  }

  /** {@inheritDoc ProgressiveDeliveryApi.actOnRollout} */
  async actOnRollout(
    reference: TargetReference,
    { namespace, name }: { namespace: string; name: string },
    action: RolloutAction,
    seen: RolloutActionRequest,
  ): Promise<RolloutActionResponse> {
    return this.post(
      rolloutActionResponseSchema,
      reference,
      `/rollouts${path(namespace, name, action)}`,
      seen,
    );
  }

  /** {@inheritDoc ProgressiveDeliveryApi.streamRollouts} */
  async streamRollouts(
    entity: CompoundEntityRef,
    options?: CallOptions,
  ): Promise<AsyncIterable<RolloutStreamMessage[]>> {
    const route = `${entityPath(entity)}/rollouts/stream`;
    const response = await this.fetch(route, {
      ...options,
      headers: { Accept: EVENT_STREAM },
    });
    const { body } = response;
    if (!body || !isEventStream(response)) {
      await body?.cancel();
      throw pageError({ id: 'backendNotStreaming', parameters: { route } });
    }
    return readServerSentEvents(body, data =>
      read(streamedMessagesSchema, () => [JSON.parse(data)], route),
    );
  }

  private async post<T>(
    schema: AnswerSchema<T>,
    reference: TargetReference,
    route: string,
    body: object,
  ): Promise<T> {
    return this.request(schema, `${targetPath(reference)}${route}`, {
      method: 'POST',
      headers: {
        ...(await this.targetHeaders(reference)),
        'Content-Type': 'application/json',
      },
      body: JSON.stringify(body),
    });
  }

  private async targetHeaders({
    entity,
    target,
  }: TargetReference): Promise<Record<string, string>> {
    const authProvider = this.authProviders
      .get(targetsPath(entity))
      ?.get(target);
    return this.tokenHeaders(authProvider ? [authProvider] : []);
  }

  private async tokenHeaders(
    authProviders: string[],
  ): Promise<Record<string, string>> {
    return (await this.options.clusterSignIn?.headers(authProviders)) ?? {};
  }

  private async request<T>(
    schema: AnswerSchema<T>,
    route: string,
    init?: RequestInit,
  ): Promise<T> {
    return readResponse(schema, await this.fetch(route, init), route);
  }

  private async fetch(route: string, init?: RequestInit): Promise<Response> {
    const { discoveryApi, fetchApi } = this.options;
    const baseUrl = await discoveryApi.getBaseUrl('progressive-delivery');
    const response = await fetchApi.fetch(`${baseUrl}${route}`, init);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}
