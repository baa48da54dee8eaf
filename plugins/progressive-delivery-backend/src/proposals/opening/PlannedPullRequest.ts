import { LoggerService } from '@backstage/backend-plugin-api';
import { ProposalNote } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ProposalsConfig } from '../../config';
import { RepositoryService } from '../../git/RepositoryService';
import { ProposedFiles } from '../branches/publishProposal';
import { GitHost, PullRequest } from '../gitHosts/GitHost';
import { ProposalPeople, ProposalRequester } from '../people/ProposalPeople';
import { CoAuthor } from '../text/CoAuthor';

/** What opening pull requests takes of a Git host. */
export type ProposalHost = Pick<
  GitHost,
  | 'account'
  | 'find'
  | 'publish'
  | 'open'
  | 'update'
  | 'addLabels'
  | 'requestReviews'
>;

/** What a pull request and its commit say. */
export interface PullRequestTexts {
  title: string;
  body: string;
  commitMessage: string;
}

/** A pull request that may be opened, or brought up to date. */
export interface PlannedPullRequest {
  host: ProposalHost;
  proposed: ProposedFiles;
  branch: string;
  by: ProposalRequester;
  /** Default: as the installation has it. */
  draft?: boolean;
  /** @param people.keptDescription - the section of an earlier body that says why */
  write(people: {
    coAuthor?: CoAuthor;
    keptDescription?: string;
  }): PullRequestTexts;
}

/**
 * A pull request that is open.
 *
 * - `opened`: by this request
 * - `exists`: by another one, with the same commit in the same second
 * - `there`: it was open before
 * - `renewed`: it was open before, and is now on top of what its base holds
 */
export interface MadePullRequest {
  how: 'opened' | 'exists' | 'there' | 'renewed';
  pullRequest: PullRequest;
  /** The commit that it ends in, and whether it is ours; absent where it cannot be read. */
  commit?: { message: string; own: boolean };
  notes: ProposalNote[];
}

export interface MakingOptions {
  repositories: Pick<RepositoryService, 'commit'>;
  people: Pick<ProposalPeople, 'involvedIn'>;
  config: Pick<ProposalsConfig, 'draft' | 'labels'>;
  /** Who makes the commits. */
  author: { name: string; email: string };
  logger: LoggerService;
  /** How long to wait for the pull request of a branch that another replica has just pushed. Default: ten seconds. */
  openingMilliseconds?: number;
}

/** How a pull request was made, as it goes on the wire. */
export function outcomeOf({
  how,
}: MadePullRequest): 'created' | 'existing' | 'updated' {
  switch (how) {
    case 'opened':
      return 'created';
    case 'exists':
    case 'there':
      return 'existing';
    case 'renewed':
      return 'updated';
    default:
      return how satisfies never;
  }
}
