import { ConflictError } from '@backstage/errors';
import { problemError } from '@progressive-delivery/engine';
import { RepositoryService } from '../../git/RepositoryService';
import { foundOrThrow } from '../pullRequests/foundOrThrow';
import { GitHost, PullRequest } from '../gitHosts/GitHost';
import { isOwnCommit, treeTrailer } from './ownCommit';

/** New contents of files, and what they are made on. */
export interface ProposedFiles {
  repository: string;
  /** The branch that they are merged into, and the commit that it was at. */
  base: { branch: string; commit: string };
  /** By path from the repository's root. */
  files: ReadonlyMap<string, string>;
  /** Those of them that the base does not have. Default: none. */
  added?: ReadonlySet<string>;
}

interface ProposalCommit {
  proposed: ProposedFiles;
  branch: string;
  /** The commit's message, to which the trailer is added that tells it from one that was amended. */
  message: string;
  author: { name: string; email: string };
  /** Pull requests of that branch that have ended. */
  earlier: PullRequest[];
  /** The commit that the branch is at; `undefined` where there is none. */
  head: string | undefined;
}

/**
 * Publishes the changed files, over nothing but what was merged and what an earlier proposal of ours left behind.
 *
 * @returns `moved` where the branch is no longer where it was
 * @throws ConflictError where somebody else's work is on the branch
 */
export async function publishProposal(
  { author, branch, earlier, head, message, proposed }: ProposalCommit,
  {
    host,
    repositories,
  }: {
    host: Pick<GitHost, 'account' | 'publish'>;
    repositories: Pick<RepositoryService, 'commit'>;
  },
): Promise<'published' | 'moved'> {
  const { added, base, files, repository } = proposed;
  if (head !== undefined) {
    const merged = earlier.some(
      each => each.state === 'merged' && each.head.commit === head,
    );
    const isOurs = async () =>
      isOwnCommit(await repositories.commit({ repository, commit: head }));
    // One at the base has nothing on it: its commit was not made, or was taken back.
    if (!merged && head !== base.commit && !(await isOurs())) {
      throw problemError(ConflictError, {
        id: 'branchOfOthers',
        parameters: { branch, repository, commit: head.slice(0, 8) },
      });
    }
  }
  const published = await host.publish({
    repository,
    branch,
    base: { commit: base.commit },
    expectedHead: head,
    files,
    added,
    message: tree => `${message.trimEnd()}\n${treeTrailer(tree)}\n`,
    author,
  });
  if (published.outcome === 'refused' && published.because === 'branchMoved') {
    return 'moved';
  }
  foundOrThrow(
    host,
    { question: 'publishBranch', repository, branch },
    published,
  );
  return 'published';
}
