import { isError } from '@backstage/errors';
import { JourneyStop } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ClusterCaller } from '../clusters/ClusterService';
import { problemOf } from '../errors/problemError';
import { RolloutService } from '../rollouts/live/RolloutService';
import { applicationState } from '../targets/applications/applicationState';
import { DeliveryTarget } from '../targets/applications/DeliveryTarget';
import { TargetDescription } from '../variants/TargetDescription';
import { PullRequest } from './gitHosts/GitHost';
import { journey, JourneySurroundings, MovedWorkloads } from './journey';

export interface ProposalJourneysOptions {
  rollouts: Pick<RolloutService, 'statuses'>;
}

/** A pull request for a switch of the target. */
export interface SwitchPullRequest {
  pullRequest: PullRequest;
  repository: string;
  switch: string;
  enabled: boolean;
}

/** Tells how far the proposals for a target have come, by what runs of it. */
export class ProposalJourneys {
  static create(options: ProposalJourneysOptions): ProposalJourneys {
    return new ProposalJourneys(options);
  }

  private constructor(private readonly options: ProposalJourneysOptions) {}

  /**
   * @param proposals - newest first
   * @returns their journeys, in the same order
   */
  async of(
    proposals: SwitchPullRequest[],
    target: DeliveryTarget,
    description: TargetDescription,
    caller: ClusterCaller,
  ): Promise<JourneyStop[][]> {
    const surroundings = proposals.some(
      ({ pullRequest }) => pullRequest.state === 'merged',
    )
      ? await this.surroundings(target, caller)
      : { live: [] };
    const latestMerged = new Set<string>();
    return proposals.map(proposal => {
      const { enabled, pullRequest } = proposal;
      const merged = pullRequest.state === 'merged';
      const superseded = merged && latestMerged.has(proposal.switch);
      if (merged) {
        latestMerged.add(proposal.switch);
      }
      const stops = journey({
        ...surroundings,
        pullRequest,
        enabled,
        moved: movedBy(proposal.switch, description),
      });
      // What came of it can no longer be told from what is live: a later one decided that.
      return superseded ? stops.slice(0, 2) : stops;
    });
  }

  /** What could not be read of what runs is unknown to the journeys, and keeps nobody from seeing the rest of them. */
  private async surroundings(
    target: DeliveryTarget,
    caller: ClusterCaller,
  ): Promise<
    Pick<JourneySurroundings, 'live' | 'liveUnknown' | 'syncProblem'>
  > {
    const state =
      target.kind === 'application' ? applicationState(target) : undefined;
    const syncProblem =
      state && state.sync !== 'Synced' ? state.message : undefined;
    try {
      const { problems, rollouts } = await this.options.rollouts.statuses(
        target,
        caller,
      );
      const unreadable = rollouts.flatMap(status => status.unreadable ?? []);
      return {
        live: rollouts.filter(status => !status.unreadable),
        liveUnknown: [...problems, ...unreadable].at(0),
        syncProblem,
      };
    } catch (error) {
      caller.signal?.throwIfAborted();
      if (!isError(error)) {
        throw error;
      }
      return { live: [], liveUnknown: problemOf(error), syncProblem };
    }
  }
}

function movedBy(
  switchId: string,
  { problems, switches, workloads }: TargetDescription,
): MovedWorkloads {
  const moved = workloads.filter(each => each.switches.includes(switchId));
  if (moved.length > 0) {
    return { state: 'known', workloads: moved };
  }
  const [problem] = problems;
  return problem || switches.find(({ id }) => id === switchId)?.notProposable
    ? { state: 'unknown', problem }
    : { state: 'known', workloads: [] };
}
