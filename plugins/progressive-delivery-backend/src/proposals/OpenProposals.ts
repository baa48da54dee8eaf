import pLimit from 'p-limit';
import { TargetDescription } from '@progressive-delivery/engine';
import { ProposalsConfig } from '../config';
import { RepositoryService } from '../git/RepositoryService';
import { proposalBranch } from './branches/proposalBranch';
import { GitHost } from './gitHosts/GitHost';
import { pullRequestsOf } from './pullRequests/pullRequestsOf';

type EditPlace = TargetDescription['editPlaces'][number];

/** Branches of one base whose pull requests are asked for: each may be a request to a Git host. */
const MOST_BRANCHES = 200;
/** Repositories that are asked for their branches at the same time. */
const AT_ONCE = 4;

/** An open pull request that flips a switch. */
interface OpenPullRequest {
  number: number;
  url: string;
  enabled: boolean;
}

/** What is open for the switches that are edited in one repository. */
export type OpenInRepository =
  | {
      state: 'done';
      /** By the places of the switches, see {@link placeKey}. */
      open: ReadonlyMap<string, OpenPullRequest[]>;
    }
  | { state: 'failed'; error: Error };

export interface OpenProposalsOptions {
  gitHostOf: (repository: string) => Pick<GitHost, 'account' | 'find'>;
  repositories: Pick<RepositoryService, 'remoteHeads'>;
  config: Pick<ProposalsConfig, 'branchPrefix'>;
}

/** Where a switch is edited, as a text. */
export function placeKey({ base, file, path, repository }: EditPlace): string {
  return JSON.stringify([repository, base, file, path]);
}

/**
 * The open pull requests for any number of switches. A repository is asked once for the branches that there are: only
 * those may have one, and they are few.
 */
export class OpenProposals {
  static create(options: OpenProposalsOptions): OpenProposals {
    return new OpenProposals(options);
  }

  private constructor(private readonly options: OpenProposalsOptions) {}

  /** What is open in each repository; one that cannot be asked hides nothing of the others. */
  async find(
    places: Iterable<EditPlace>,
  ): Promise<ReadonlyMap<string, OpenInRepository>> {
    const byRepository = new Map<string, EditPlace[]>();
    for (const place of places) {
      const known = byRepository.get(place.repository);
      if (known) {
        known.push(place);
      } else {
        byRepository.set(place.repository, [place]);
      }
    }
    const limit = pLimit(AT_ONCE);
    return new Map(
      await Promise.all(
        Array.from(byRepository, ([repository, own]) =>
          limit(
            async (): Promise<[string, OpenInRepository]> => [
              repository,
              await this.findIn(repository, own).catch(
                (error: Error): OpenInRepository => ({
                  state: 'failed',
                  error,
                }),
              ),
            ],
          ),
        ),
      ),
    );
  }

  private async findIn(
    repository: string,
    places: EditPlace[],
  ): Promise<OpenInRepository> {
    const { config, gitHostOf, repositories } = this.options;
    const { branchPrefix } = config;
    const heads = await repositories.remoteHeads(
      repository,
      [],
      [branchPrefix],
    );
    const open = new Map<string, OpenPullRequest[]>();
    if (heads.size === 0) {
      return { state: 'done', open };
    }
    const proposed = new Map<string, { enabled: boolean; place: EditPlace }>();
    for (const place of places) {
      for (const enabled of [true, false]) {
        const branch = proposalBranch({ ...place, enabled }, branchPrefix);
        if (heads.has(branch)) {
          proposed.set(branch, { enabled, place });
        }
      }
    }
    const byBase = new Map<string, Set<string>>();
    for (const [branch, { place }] of proposed) {
      const branches = byBase.get(place.base) ?? new Set();
      byBase.set(place.base, branches);
      if (branches.size < MOST_BRANCHES) {
        branches.add(branch);
      }
    }
    const host = gitHostOf(repository);
    for (const [base, branches] of byBase) {
      const found = await pullRequestsOf(host, { repository, base, branches });
      for (const { head, number, state, url } of found) {
        const change = proposed.get(head.branch);
        if (state === 'open' && change) {
          const key = placeKey(change.place);
          open.set(key, [
            ...(open.get(key) ?? []),
            { number, url, enabled: change.enabled },
          ]);
        }
      }
    }
    return { state: 'done', open };
  }
}
