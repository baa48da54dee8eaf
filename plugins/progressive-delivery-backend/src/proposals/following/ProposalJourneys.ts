import { isError } from '@backstage/errors';
import { JourneyStop } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import pLimit from 'p-limit';
import {
  DeliveryTarget,
  problemOf,
  TargetDescription,
  VariantService,
} from '@progressive-delivery/engine';
import { ClusterCaller, ClusterService } from '../../clusters/ClusterService';
import { RolloutService } from '../../rollouts/live/RolloutService';
import { hostProblem } from '../pullRequests/hostProblem';
import { GitHost, PullRequest } from '../gitHosts/GitHost';
import { ArgoCdReader, ArgoCdReaderOptions } from '../journey/ArgoCdReader';
import { journey } from '../journey/journey';
import {
  JourneySurroundings,
  MovedWorkloads,
} from '../journey/JourneySurroundings';
import { movedStatuses, requested } from '../journey/movedStatuses';
import { readEndpoints } from '../journey/readEndpoints';
import { KnownPullRequests } from '../pullRequests/KnownPullRequests';
import { requesterOf } from '../text/requester';

/** Git hosts are asked about so many pull requests at the same time. */
const CONCURRENCY = 4;

/** What is read of Git may be older than a merge by so much. */
const GIT_AGE_MILLISECONDS = 60_000;

export interface ProposalJourneysOptions {
  gitHostOf: (repository: string) => Pick<GitHost, 'account' | 'review'>;
  known: KnownPullRequests;
  rollouts: Pick<RolloutService, 'statuses'>;
  clusters: Pick<ClusterService, 'list'>;
  variants: Pick<VariantService, 'switchesAt'>;
  config: ArgoCdReaderOptions['config'];
}

/** A pull request for a switch of the target. */
export interface SwitchPullRequest {
  pullRequest: PullRequest;
  repository: string;
  switch: string;
  enabled: boolean;
}

/** What is the same for all journeys of a target. */
type Live = Pick<JourneySurroundings, 'live' | 'liveUnknown'>;

/** Tells how far the proposals for a target have come, by what is really there. */
export class ProposalJourneys {
  static create(options: ProposalJourneysOptions): ProposalJourneys {
    return new ProposalJourneys(options);
  }

  private readonly argocd: ArgoCdReader;
  private readonly limit = pLimit(CONCURRENCY);

  private constructor(private readonly options: ProposalJourneysOptions) {
    this.argocd = ArgoCdReader.create(options);
  }

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
    const live = proposals.some(({ pullRequest }) => isMerged(pullRequest))
      ? await this.live(target, caller)
      : { live: [] };
    const latestMerged = new Set<string>();
    return Promise.all(
      proposals.map(async proposal => {
        const { pullRequest } = proposal;
        const superseded =
          isMerged(pullRequest) && latestMerged.has(proposal.switch);
        if (isMerged(pullRequest)) {
          latestMerged.add(proposal.switch);
        }
        if (superseded) {
          // What came of it can no longer be told from what is live: a later one decided that.
          return journey(unread(proposal)).slice(0, 2);
        }
        switch (pullRequest.state) {
          case 'open':
            return journey({
              ...unread(proposal),
              review: await this.review(proposal, caller),
            });
          case 'merged':
            return journey({
              ...unread(proposal),
              ...live,
              ...(await this.afterMerge(
                proposal,
                { target, description, live },
                caller,
              )),
            });
          case 'closed':
            return journey(unread(proposal));
          default:
            return pullRequest.state satisfies never;
        }
      }),
    );
  }

  private async review(
    { pullRequest, repository }: SwitchPullRequest,
    { signal }: ClusterCaller,
  ): Promise<JourneySurroundings['review']> {
    const host = this.options.gitHostOf(repository);
    return this.limit(async () => {
      signal?.throwIfAborted();
      const result = await this.options.known.review(host, {
        repository,
        pullRequest,
      });
      if (result.outcome === 'found') {
        const { draft, ...review } = result.value;
        return { state: 'known', draft, review };
      }
      const problem = hostProblem(result, host.account, {
        question: 'readPullRequest',
        repository,
      });
      return { state: 'unknown', problem };
    });
  }

  private async afterMerge(
    { enabled, pullRequest, switch: id }: SwitchPullRequest,
    {
      description,
      live,
      target,
    }: { target: DeliveryTarget; description: TargetDescription; live: Live },
    caller: ClusterCaller,
  ): Promise<
    Pick<JourneySurroundings, 'moved' | 'takenBack' | 'argocd' | 'endpoints'>
  > {
    const moved = movedBy(id, description);
    const there = movedStatuses(requested({ enabled }), { ...live, moved });
    const [argocd, endpoints] = await Promise.all([
      target.kind === 'application'
        ? this.argocd.read(
            target,
            { switch: id, enabled, moved, mergedAt: pullRequest.endedAt },
            caller,
          )
        : undefined,
      readEndpoints(there, {
        clusters: this.options.clusters,
        cluster: target.destination.cluster,
        caller,
      }),
    ]);
    const now = description.switches.find(each => each.id === id);
    const age = Date.now() - Date.parse(pullRequest.endedAt ?? '');
    return {
      moved,
      argocd,
      endpoints,
      takenBack:
        now !== undefined &&
        now.enabled !== enabled &&
        age > GIT_AGE_MILLISECONDS,
    };
  }

  /** What could not be read of what runs is unknown to the journeys, and keeps nobody from seeing the rest of them. */
  private async live(
    target: DeliveryTarget,
    caller: ClusterCaller,
  ): Promise<Live> {
    try {
      const { problems, rollouts } = await this.options.rollouts.statuses(
        target,
        caller,
      );
      const unreadable = rollouts.flatMap(status => status.unreadable ?? []);
      return {
        live: rollouts.filter(status => !status.unreadable),
        liveUnknown: [...problems, ...unreadable].at(0),
      };
    } catch (error) {
      caller.signal?.throwIfAborted();
      if (!isError(error)) {
        throw error;
      }
      return { live: [], liveUnknown: problemOf(error) };
    }
  }
}

/** What a pull request tells by itself. */
export function unread({
  enabled,
  pullRequest,
}: Pick<SwitchPullRequest, 'enabled' | 'pullRequest'>): JourneySurroundings {
  return {
    pullRequest,
    requestedBy: requesterOf(pullRequest.body),
    enabled,
    takenBack: false,
    moved: { state: 'unknown' },
    live: [],
    endpoints: { state: 'unknown' },
  };
}

function isMerged({ state }: PullRequest): boolean {
  return state === 'merged';
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
