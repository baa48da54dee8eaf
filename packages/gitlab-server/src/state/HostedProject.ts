import { HostedGit } from '@progressive-delivery/git-server';
import { CommitStatus } from './CommitStatus';
import { HostedMergeRequest, Reviewer } from './HostedMergeRequest';

/** Why a merge request cannot be opened. */
export type OpeningProblem =
  | { missing: 'source_branch' | 'target_branch' }
  | { existing: HostedMergeRequest };

/** A project with its merge requests, whose state follows what is pushed. */
export class HostedProject {
  archived = false;
  readonly createdAt = new Date().toISOString();
  /** By commit; the latest of a name is the last. */
  readonly statuses = new Map<string, CommitStatus[]>();
  /** Who may review, by their usernames. */
  readonly members = ['reviewer', 'colleague'];
  private readonly mergeRequests: HostedMergeRequest[] = [];

  /** @param path - such as `platform/delivery/gitops` */
  constructor(
    readonly id: number,
    readonly path: string,
    readonly git: HostedGit,
    readonly parent?: HostedProject,
  ) {}

  /** All, as they are now. */
  current(): HostedMergeRequest[] {
    this.mergeRequests.forEach(follow);
    return this.mergeRequests;
  }

  find(iid: number): HostedMergeRequest | undefined {
    return this.current().find(each => each.iid === iid);
  }

  open(
    source: { project: HostedProject; branch: string },
    request: { target: string; title: string; description: string | null },
    author: string,
  ): HostedMergeRequest | OpeningProblem {
    const commit = source.project.git.head(`refs/heads/${source.branch}`);
    if (!commit) {
      return { missing: 'source_branch' };
    }
    const target = this.git.head(`refs/heads/${request.target}`);
    if (!target) {
      return { missing: 'target_branch' };
    }
    const existing = this.current().find(
      each =>
        each.state === 'opened' &&
        each.source.project === source.project &&
        each.source.branch === source.branch &&
        each.target.branch === request.target,
    );
    if (existing) {
      return { existing };
    }
    const now = new Date().toISOString();
    const opened: HostedMergeRequest = {
      iid: this.mergeRequests.length + 1,
      author,
      title: request.title,
      description: request.description,
      state: 'opened',
      labels: [],
      reviewers: [],
      source: { ...source, commit },
      target: { branch: request.target, commit: target },
      createdAt: now,
      updatedAt: now,
    };
    this.mergeRequests.push(opened);
    return opened;
  }

  /** Merges as the button of the page does. */
  merge(iid: number, how: 'merge' | 'squash', by: string): void {
    const mergeRequest = this.openOne(iid);
    const { source, target, title } = mergeRequest;
    const commit = this.git.merge(target.branch, {
      commit: source.commit,
      how,
      message: `Merge branch '${source.branch}' into '${target.branch}'\n\n${title}`,
      author: { name: by, email: `${by}@example.com` },
    });
    end(mergeRequest, 'merged', by);
    mergeRequest.merged = { commit, how };
  }

  /** Asks somebody for a review, or says what they have said in it, as on the page. */
  review(iid: number, reviewer: Reviewer): void {
    const mergeRequest = this.openOne(iid);
    mergeRequest.reviewers = [
      ...mergeRequest.reviewers.filter(
        ({ username }) => username !== reviewer.username,
      ),
      reviewer,
    ];
  }

  /** Whether a merge request can be merged, and how many commits of its target it lacks. */
  comparison({ source, target }: HostedMergeRequest): {
    conflicts: boolean;
    behind: number;
  } {
    const onto = this.git.head(`refs/heads/${target.branch}`) ?? target.commit;
    return {
      conflicts: this.git.mergedTree(onto, source.commit) === undefined,
      behind: this.git.countWithout(onto, source.commit),
    };
  }

  private openOne(iid: number): HostedMergeRequest {
    const mergeRequest = this.find(iid);
    if (mergeRequest?.state !== 'opened') {
      throw new Error(`Merge request ${iid} is not open`);
    }
    return mergeRequest;
  }

  report(commit: string, status: CommitStatus): void {
    const others = (this.statuses.get(commit) ?? []).filter(
      ({ name }) => name !== status.name,
    );
    this.statuses.set(commit, [...others, status]);
  }
}

export function end(
  mergeRequest: HostedMergeRequest,
  state: 'merged' | 'closed',
  by: string,
): void {
  const at = new Date().toISOString();
  Object.assign(mergeRequest, { state, updatedAt: at, ended: { by, at } });
}

/** An open one follows its branch, and is closed with it. */
function follow(mergeRequest: HostedMergeRequest): void {
  if (mergeRequest.state !== 'opened') {
    return;
  }
  const { branch, project } = mergeRequest.source;
  const commit = project.git.head(`refs/heads/${branch}`);
  if (commit) {
    if (commit !== mergeRequest.source.commit) {
      mergeRequest.source.commit = commit;
      mergeRequest.updatedAt = new Date().toISOString();
    }
    return;
  }
  end(mergeRequest, 'closed', mergeRequest.author);
}
