import { RepositoryService } from '../../git/RepositoryService';
import { GitHost, PullRequest } from '../gitHosts/GitHost';
import { HostResult } from '../gitHosts/HostResult';
import { ProposedFiles, publishProposal } from './publishProposal';

export interface RenewedProposal {
  pullRequest: PullRequest;
  /** The commit that its branch is at, which is ours. */
  head: string;
  proposed: ProposedFiles;
  /** What its commit says, and what it says itself. */
  message: string;
  body: string;
}

/**
 * Puts the change of an open pull request on top of what its base holds now, and lets it say what that is.
 *
 * @returns `moved` where the branch is no longer where it was; otherwise whether the Git host has changed what it says
 */
export async function renewProposal(
  { body, head, message, proposed, pullRequest }: RenewedProposal,
  {
    author,
    host,
    repositories,
  }: {
    author: { name: string; email: string };
    host: Pick<GitHost, 'account' | 'publish' | 'update'>;
    repositories: Pick<RepositoryService, 'commit'>;
  },
): Promise<HostResult<PullRequest> | 'moved'> {
  const published = await publishProposal(
    {
      proposed,
      branch: pullRequest.head.branch,
      message,
      author,
      earlier: [],
      head,
    },
    { host, repositories },
  );
  if (published === 'moved') {
    return published;
  }
  const { number } = pullRequest;
  return host.update({ repository: proposed.repository, number, body });
}
