import {
  JourneyStop,
  Problem,
  ProposalReview,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { PullRequest } from '../gitHosts/GitHost';

/** What runs, as far as a journey depends on it. */
export type LiveStatus = Pick<
  RolloutStatus,
  | 'kind'
  | 'namespace'
  | 'name'
  | 'phase'
  | 'message'
  | 'replicas'
  | 'revisions'
  | 'aborted'
  | 'steps'
>;

/** The workloads that a switch moves. */
export type MovedWorkloads =
  | { state: 'known'; workloads: { namespace: string; name: string }[] }
  /** `problem`: why Git does not tell; absent where the switch could not be tried. */
  | { state: 'unknown'; problem?: Problem };

/** Whether something that Argo CD has made of Git holds the change. `at`: since when, where that is recorded. */
export type Holding =
  | { state: 'holds'; commit?: string; at?: string }
  /** `rolledBack`: what was there before it held the change. */
  | { state: 'lacks'; commit?: string; rolledBack: boolean }
  | { state: 'unknown'; problem?: Problem };

/** What Argo CD says of an Application, as far as the change is concerned. */
export interface ArgoCdEvidence {
  application: string;
  /** Where people see it, if that is configured. */
  url?: string;
  /** Whether it syncs, and prunes, without being told to. */
  syncs: boolean;
  prunes: boolean;
  applied: Holding;
  /** The sync that is under way, and whether its revision holds the change. */
  syncing?: { revision?: string; holds: boolean };
  /** ISO 8601; when the latest sync pruned what the change takes away. */
  prunedAt?: string;
  /** What it says where it could not sync. */
  problem?: string;
  /** What it has rendered into the branch that it syncs; absent where it syncs what people edit. */
  hydrated?: Holding | { state: 'failed'; message: string };
}

/** A Service whose endpoints are pods of a workload. */
export interface ServiceEndpoints {
  service: string;
  workload: string;
  ready: number;
}

/** What a journey is told from. */
export interface JourneySurroundings {
  pullRequest: Pick<
    PullRequest,
    | 'state'
    | 'url'
    | 'createdAt'
    | 'endedAt'
    | 'endedBy'
    | 'mergeCommit'
    | 'base'
  >;
  /** Who asked for it, where that is known. */
  requestedBy?: string;
  /** Of one that is open. */
  review?:
    | { state: 'known'; review: ProposalReview; draft: boolean }
    | { state: 'unknown'; problem: Problem };
  enabled: boolean;
  /** Whether Git holds the other value again. */
  takenBack: boolean;
  moved: MovedWorkloads;
  /** Of the whole target. */
  live: LiveStatus[];
  /** Why more may be live than that. */
  liveUnknown?: Problem;
  /** Absent where Argo CD cannot be read. */
  argocd?: ArgoCdEvidence;
  /** Of what the switch moves. */
  endpoints:
    | { state: 'known'; services: ServiceEndpoints[] }
    | { state: 'unknown'; problem?: Problem };
}

/** Where a journey stands at a stop. */
export type Standing = Omit<JourneyStop, 'id' | 'url' | 'review'>;
