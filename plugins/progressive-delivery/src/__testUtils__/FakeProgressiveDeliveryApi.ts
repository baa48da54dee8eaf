import {
  ChartPreparation,
  ChartPreparationRequest,
  ChartPreparationResponse,
  ChartsResponse,
  Comparison,
  ComparisonStage,
  DocumentPage,
  FleetQuery,
  FleetResponse,
  Proposal,
  ProposalActionRequest,
  ProposalActionResponse,
  ProposalRequest,
  ProposalResponse,
  RolloutAction,
  RolloutActionRequest,
  RolloutActionResponse,
  RolloutManifest,
  RolloutsResponse,
  RolloutStatus,
  SeenComparison,
  TargetsResponse,
  WholeDocument,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { CompoundEntityRef } from '@backstage/catalog-model';
import { CallOptions, ProgressiveDeliveryApi, TargetReference } from '../api';
import { preparationProposal, preparedChart } from './chart';
import { comparison } from './comparison';
import { deliveryTarget } from './deliveryTarget';
import {
  FakeConnection,
  fakeConnection,
  targetMessages,
} from './FakeRolloutStreams';
import { emptyFleet } from './fleet';
import { proposal } from './proposal';
import { deploymentStatus } from './rolloutStatus';

/** A backend at the seam of unit tests: holds what it answers, and a proposal that was made is then open. */
export class FakeProgressiveDeliveryApi implements ProgressiveDeliveryApi {
  targets: TargetsResponse = { targets: [deliveryTarget], unusable: [] };
  comparison: Comparison = comparison;
  proposals: Proposal[] = [];
  rollouts: RolloutsResponse = {
    observedAt: new Date().toISOString(),
    rollouts: [deploymentStatus],
    problems: [],
  };

  /** What runs of single targets, by their ids, instead of that. */
  readonly runsIn = new Map<string, RolloutStatus[]>();

  fleet: FleetResponse = emptyFleet;

  readonly getFleet = jest.fn(
    async (_query: Partial<FleetQuery>): Promise<FleetResponse> => this.fleet,
  );

  readonly getTargets = jest.fn(
    async (): Promise<TargetsResponse> => this.targets,
  );

  readonly getComparison = jest.fn(
    async (
      _reference: TargetReference,
      _change: { switch: string; enabled: boolean },
      _options?: { onStage?: (stage: ComparisonStage) => void },
    ): Promise<Comparison> => this.comparison,
  );

  /** Those of the comparison that come after its first page. */
  pages: Record<string, DocumentPage> = {};

  readonly getComparisonDocuments = jest.fn(
    async (
      _reference: TargetReference,
      { cursor = '' }: SeenComparison & { cursor?: string },
    ): Promise<DocumentPage> => this.pages[cursor],
  );

  /** By their places. */
  documents: Record<number, WholeDocument> = {};

  readonly getComparisonDocument = jest.fn(
    async (
      _reference: TargetReference,
      { place }: SeenComparison & { place: number },
    ): Promise<WholeDocument> => this.documents[place],
  );

  readonly getProposals = jest.fn(async () => ({ proposals: this.proposals }));

  readonly createProposal = jest.fn(
    async (
      _reference: TargetReference,
      _request: ProposalRequest,
    ): Promise<ProposalResponse> => {
      this.proposals = [proposal];
      return { outcome: 'created', proposal };
    },
  );

  readonly updateProposal = jest.fn(
    async (
      _reference: TargetReference,
      _number: number,
      _request: ProposalActionRequest,
    ): Promise<ProposalActionResponse> => ({ outcome: 'updated' }),
  );

  readonly closeProposal = jest.fn(
    async (
      _reference: TargetReference,
      number: number,
      _request: ProposalActionRequest,
    ): Promise<ProposalActionResponse> => {
      this.proposals = this.proposals.map(each =>
        each.number === number ? { ...each, state: 'closed' } : each,
      );
      return { outcome: 'closed' };
    },
  );

  charts: ChartsResponse = { charts: [] };

  readonly getCharts = jest.fn(
    async (_reference: TargetReference): Promise<ChartsResponse> => this.charts,
  );

  preparation: ChartPreparation = preparedChart;

  readonly getChartPreparation = jest.fn(
    async (
      _reference: TargetReference,
      _chart: string,
    ): Promise<ChartPreparation> => this.preparation,
  );

  readonly prepareChart = jest.fn(
    async (
      _reference: TargetReference,
      chart: string,
      _request: ChartPreparationRequest,
    ): Promise<ChartPreparationResponse> => {
      this.charts = {
        charts: this.charts.charts.map(each =>
          each.id === chart ? { ...each, proposal: preparationProposal } : each,
        ),
      };
      return { outcome: 'created', proposal: preparationProposal, notes: [] };
    },
  );

  readonly getRollouts = jest.fn(
    async (_reference: TargetReference): Promise<RolloutsResponse> =>
      this.rollouts,
  );

  manifest: RolloutManifest = {
    observedAt: new Date().toISOString(),
    yaml: '',
    masked: false,
    shortened: false,
  };

  readonly getRolloutManifest = jest.fn(
    async (
      _reference: TargetReference,
      _rollout: { namespace: string; name: string },
    ): Promise<RolloutManifest> => this.manifest,
  );

  readonly actOnRollout = jest.fn(
    async (
      _reference: TargetReference,
      _rollout: { namespace: string; name: string },
      _action: RolloutAction,
      _seen: RolloutActionRequest,
    ): Promise<RolloutActionResponse> => ({ notes: [] }),
  );

  /** One for each time that somebody has opened a stream. */
  readonly connections: FakeConnection[] = [];

  readonly streamRollouts = jest.fn(
    async (_entity: CompoundEntityRef, options?: CallOptions) => {
      const connection = fakeConnection(options?.signal);
      this.connections.push(connection);
      connection.send(...this.everything(), { type: 'complete' });
      return connection.batches;
    },
  );

  /** From now on this runs, of all targets; streams that are open tell so. */
  runs(...rollouts: RolloutStatus[]) {
    const gone = this.rollouts.rollouts.filter(
      before =>
        !rollouts.some(
          ({ kind, name }) => kind === before.kind && name === before.name,
        ),
    );
    this.rollouts = { ...this.rollouts, rollouts };
    const messages = [
      ...this.everything(),
      ...this.targets.targets.flatMap(({ id: target }) =>
        gone.map(({ kind, namespace, name }) => ({
          type: 'gone' as const,
          target,
          kind,
          namespace,
          name,
        })),
      ),
    ];
    this.connections.forEach(connection => connection.send(...messages));
  }

  private everything() {
    return this.targets.targets.flatMap(({ id }) =>
      targetMessages(id, {
        ...this.rollouts,
        rollouts: this.runsIn.get(id) ?? this.rollouts.rollouts,
      }),
    );
  }
}
