import {
  Comparison,
  Proposal,
  ProposalRequest,
  ProposalResponse,
  RolloutsResponse,
  TargetsResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ProgressiveDeliveryApi, TargetReference } from '../api';
import { comparison } from './comparison';
import { deliveryTarget } from './deliveryTarget';
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

  readonly getTargets = jest.fn(
    async (): Promise<TargetsResponse> => this.targets,
  );

  readonly getComparison = jest.fn(
    async (
      _reference: TargetReference,
      _change: { switch: string; enabled: boolean },
    ): Promise<Comparison> => this.comparison,
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

  readonly getRollouts = jest.fn(
    async (): Promise<RolloutsResponse> => this.rollouts,
  );
}
