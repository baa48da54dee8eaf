import {
  JourneyStage,
  RolloutStatus,
  WorkloadKind,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { PullRequest } from './gitHosts/GitHost';

/** What a journey is told from: all that is known of the workloads that the switch moves. */
export interface JourneySurroundings {
  pullRequest: Pick<PullRequest, 'state'>;
  enabled: boolean;
  /** The workloads that the switch moves, by name, and the kinds of each that are live. */
  workloads: { name: string; kindsLive: WorkloadKind[] }[];
  /** Status of what is live. */
  rollouts: Pick<RolloutStatus, 'kind' | 'name' | 'phase' | 'message'>[];
  /** What Argo CD says where it could not sync. */
  syncProblem?: string;
  /** Why it is not known what is live. */
  liveUnknown?: string;
}

/**
 * How far a proposal has come. What Argo CD has applied is told from what is live, not from revisions: those do not
 * move for commits that do not touch the path, and break with squash merges.
 */
export function journey(surroundings: JourneySurroundings): JourneyStage[] {
  const {
    pullRequest,
    enabled,
    workloads,
    rollouts,
    syncProblem,
    liveUnknown,
  } = surroundings;
  if (pullRequest.state === 'closed') {
    return [
      {
        stage: 'pull-request',
        state: 'failed',
        message: 'Closed without being merged.',
      },
    ];
  }
  const [expected, other]: [WorkloadKind, WorkloadKind] = enabled
    ? ['Rollout', 'Deployment']
    : ['Deployment', 'Rollout'];
  const moved = rollouts.filter(
    rollout =>
      rollout.kind === expected &&
      workloads.some(workload => workload.name === rollout.name),
  );
  const unhealthy = moved.find(rollout => rollout.phase !== 'Healthy');
  const reached: Record<JourneyStage['stage'], boolean> = {
    'pull-request': true,
    merged: pullRequest.state === 'merged',
    synced: workloads.every(workload => workload.kindsLive.includes(expected)),
    'kind-changed': workloads.every(
      workload => !workload.kindsLive.includes(other),
    ),
    healthy: moved.length === workloads.length && !unhealthy,
  };
  const messages: Record<
    JourneyStage['stage'],
    { message: string; failed?: boolean }
  > = {
    'pull-request': { message: 'Being opened.' },
    merged: { message: 'Waiting for somebody to merge the pull request.' },
    synced: syncProblem
      ? { message: syncProblem, failed: true }
      : { message: `Waiting for Argo CD to apply the ${expected}.` },
    'kind-changed': {
      message: `Waiting for Argo CD to remove the ${other}, once the ${expected} is healthy.`,
    },
    healthy: unhealthy
      ? {
          message: [unhealthy.name, unhealthy.phase, unhealthy.message]
            .filter(Boolean)
            .join(': '),
          failed: unhealthy.phase === 'Degraded',
        }
      : { message: `Waiting for the ${expected} to report.` },
  };
  const stages: JourneyStage['stage'][] = [
    'pull-request',
    'merged',
    'synced',
    'kind-changed',
    'healthy',
  ];
  const at = stages.findIndex(stage => !reached[stage]);
  return stages.map((stage, index): JourneyStage => {
    if (at === -1 || index < at) {
      return { stage, state: 'done' };
    }
    if (index > at) {
      return { stage, state: 'waiting' };
    }
    const { message, failed } =
      liveUnknown && index >= stages.indexOf('synced')
        ? { message: liveUnknown, failed: false }
        : messages[stage];
    return { stage, state: failed ? 'failed' : 'current', message };
  });
}
