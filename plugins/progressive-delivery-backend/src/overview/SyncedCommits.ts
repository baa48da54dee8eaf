import { isError } from '@backstage/errors';
import {
  SyncedCommit,
  visibleText,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ApplicationTarget } from '@progressive-delivery/engine';
import { KnownCommit } from '../git/KnownCommits';
import { RepositoryService } from '../git/RepositoryService';
import { Sync, syncsOf } from './syncsOf';

/** Characters of a name that are shown. */
const LONGEST_NAME = 60;

export interface SyncedCommitsOptions {
  repositories: Pick<RepositoryService, 'knownCommits'>;
}

/** Tells which commits Argo CD has synced, and who made them as far as that is known without asking a Git host. */
export class SyncedCommits {
  static create(options: SyncedCommitsOptions): SyncedCommits {
    return new SyncedCommits(options);
  }

  private constructor(private readonly options: SyncedCommitsOptions) {}

  async of(target: ApplicationTarget): Promise<SyncedCommit[]> {
    const syncs = syncsOf(target);
    const readable = new Set(
      target.sources.map(({ repository }) => repository),
    );
    const known = new Map(
      await Promise.all(
        Array.from(
          new Set(syncs.map(({ repository }) => repository)),
          async (repository): Promise<[string, Map<string, KnownCommit>]> => [
            repository,
            // What it once came from may be what the target may not use any more.
            readable.has(repository)
              ? await this.known(repository, syncs)
              : new Map(),
          ],
        ),
      ),
    );
    return syncs.map(({ commit, endedAt, repository, startedAt }) => {
      const { author, committedAt, url } =
        known.get(repository)?.get(commit) ?? {};
      return {
        startedAt,
        endedAt,
        commit,
        author: author ? visibleText(author.slice(0, LONGEST_NAME)) : undefined,
        committedAt: committedAt ? timeOf(committedAt) : undefined,
        url,
      };
    });
  }

  private async known(
    repository: string,
    syncs: Sync[],
  ): Promise<Map<string, KnownCommit>> {
    try {
      return await this.options.repositories.knownCommits({
        repository,
        commits: syncs
          .filter(each => each.repository === repository)
          .map(({ commit }) => commit),
      });
    } catch (error) {
      // Why a repository cannot be read is told of the target's switches. Its commits have their ids all the same.
      if (isError(error)) {
        return new Map();
      }
      throw error;
    }
  }
}

/** In ISO 8601; `undefined` where it is none, since whoever makes a commit may write any number. */
function timeOf(milliseconds: number): string | undefined {
  const time = new Date(milliseconds);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
