import { CompoundEntityRef } from '@backstage/catalog-model';
import { createApiRef } from '@backstage/core-plugin-api';
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
  ProposalActionRequest,
  ProposalActionResponse,
  ProposalRequest,
  ProposalResponse,
  ProposalsResponse,
  RolloutAction,
  RolloutActionRequest,
  RolloutActionResponse,
  RolloutManifest,
  RolloutsResponse,
  RolloutStreamMessage,
  SeenComparison,
  TargetsResponse,
  WholeDocument,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/**
 * A delivery target, as one of an entity's.
 *
 * @public
 */
export interface TargetReference {
  /** The entity that it is one of. */
  entity: CompoundEntityRef;
  /** The target's id, as `getTargets` answers it. */
  target: string;
}

/**
 * Options of all calls that only read.
 *
 * @public
 */
export interface CallOptions {
  /** Gives the request up; the call then rejects with an `AbortError`. */
  signal?: AbortSignal;
}

/**
 * What the backend of progressive delivery offers. Every method rejects with a `ResponseError` where the backend
 * refuses; its `cause` has the sentence that a person needs.
 *
 * @public
 */
export interface ProgressiveDeliveryApi {
  /** A page of all components that the user may read. */
  getFleet(
    query: Partial<FleetQuery>,
    options?: CallOptions,
  ): Promise<FleetResponse>;

  /** The places that an entity is delivered to. */
  getTargets(
    entity: CompoundEntityRef,
    options?: CallOptions & {
      /**
       * Whether the user may be asked to sign in where a cluster is asked with the user's own token. Otherwise what runs
       * there is not told. Default: true
       */
      signIn?: boolean;
    },
  ): Promise<TargetsResponse>;

  /** What flipping a switch would change, rendered. */
  getComparison(
    reference: TargetReference,
    change: { switch: string; enabled: boolean },
    options?: CallOptions & {
      /** Told what the backend does for it, as that begins. An earlier backend does not say so. */
      onStage?: (stage: ComparisonStage) => void;
    },
  ): Promise<Comparison>;

  /**
   * The documents of a comparison that was seen, from its `nextCursor` on; a conflict (409) where it is another
   * comparison by now.
   */
  getComparisonDocuments(
    reference: TargetReference,
    seen: SeenComparison & { cursor?: string },
    options?: CallOptions,
  ): Promise<DocumentPage>;

  /**
   * One document of a comparison that was seen, with all its lines; a conflict (409) where it is another comparison by
   * now. `place` counts all documents that differ, from 0.
   */
  getComparisonDocument(
    reference: TargetReference,
    seen: SeenComparison & { place: number },
    options?: CallOptions,
  ): Promise<WholeDocument>;

  /** The pull requests for a target's switches, newest first. */
  getProposals(
    reference: TargetReference,
    options?: CallOptions,
  ): Promise<ProposalsResponse>;

  /** Opens the pull request; a conflict (409) where the preview is no longer what would be committed. */
  createProposal(
    reference: TargetReference,
    request: ProposalRequest,
  ): Promise<ProposalResponse>;

  /**
   * Puts the change of an open pull request on top of what its base holds now; a conflict (409) where it is no longer
   * what was previewed, or where others have committed to its branch.
   */
  updateProposal(
    reference: TargetReference,
    number: number,
    request: ProposalActionRequest,
  ): Promise<ProposalActionResponse>;

  /** Closes an open pull request; a conflict (409) where others have committed to its branch. */
  closeProposal(
    reference: TargetReference,
    number: number,
    request: ProposalActionRequest,
  ): Promise<ProposalActionResponse>;

  /** The Helm charts that a target renders: which have a switch, and which a pull request can prepare for it. */
  getCharts(
    reference: TargetReference,
    options?: CallOptions,
  ): Promise<ChartsResponse>;

  /** What a pull request would change in a chart to give it the switch, and what was proved of it. Takes seconds. */
  getChartPreparation(
    reference: TargetReference,
    chart: string,
    options?: CallOptions,
  ): Promise<ChartPreparation>;

  /** Opens that pull request; a conflict (409) where the preparation is no longer what would be committed. */
  prepareChart(
    reference: TargetReference,
    chart: string,
    request: ChartPreparationRequest,
  ): Promise<ChartPreparationResponse>;

  /** What runs. */
  getRollouts(
    reference: TargetReference,
    options?: CallOptions,
  ): Promise<RolloutsResponse>;

  /** A Rollout as its cluster has it; not found (404) where the target has none of that name. */
  getRolloutManifest(
    reference: TargetReference,
    rollout: { namespace: string; name: string },
    options?: CallOptions,
  ): Promise<RolloutManifest>;

  /** Acts on a Rollout that is as it was seen; a conflict (409) where it is not, and where it cannot be done. */
  actOnRollout(
    reference: TargetReference,
    rollout: { namespace: string; name: string },
    action: RolloutAction,
    seen: RolloutActionRequest,
  ): Promise<RolloutActionResponse>;

  /**
   * What runs, of all targets of an entity, and every change of it from then on. Resolves when the backend has agreed;
   * then each item is what came in one go, and only a sign of life where it is empty. Ends when the backend ends it, and
   * throws where the connection breaks.
   */
  streamRollouts(
    entity: CompoundEntityRef,
    options?: CallOptions,
  ): Promise<AsyncIterable<RolloutStreamMessage[]>>;
}

/**
 * Reference of the {@link ProgressiveDeliveryApi}.
 *
 * @public
 */
export const progressiveDeliveryApiRef = createApiRef<ProgressiveDeliveryApi>({
  id: 'plugin.progressive-delivery.api',
});
