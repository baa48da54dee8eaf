import { repositoryNodeId } from '../rest/payloads';
import { Account } from '../state/Account';
import { HostedPullRequest } from '../state/HostedPullRequest';
import { HostedRepository } from '../state/HostedRepository';
import { GraphqlProblem } from './GraphqlProblem';

/** Who asks, and what there is. */
export interface GraphqlContext {
  account: Account;
  repositories: readonly HostedRepository[];
  /** URL of the server's pages. */
  pages: string;
}

interface PullRequestsArguments {
  first: number;
  headRefName?: string;
  baseRefName?: string;
  states?: string[];
  orderBy?: { field: string; direction: string };
}

interface RefUpdates {
  repositoryId: string;
  refUpdates: {
    name: string;
    beforeOid?: string;
    afterOid: string;
    force: boolean;
  }[];
}

interface CommitOnBranch {
  branch: { repositoryNameWithOwner?: string; branchName?: string };
  expectedHeadOid: string;
  message: { headline: string; body?: string };
  fileChanges?: {
    additions?: { path: string; contents: string }[];
    deletions?: { path: string }[];
  };
}

function find(
  { repositories }: GraphqlContext,
  matches: (repository: HostedRepository) => boolean,
  message: string,
): HostedRepository {
  const repository = repositories.find(matches);
  if (!repository) {
    throw new GraphqlProblem('NOT_FOUND', message);
  }
  return repository;
}

/** Who may write, and where that is possible. */
function writable(
  { account }: GraphqlContext,
  repository: HostedRepository,
): HostedRepository {
  if (account.may !== 'write') {
    throw new GraphqlProblem(
      'FORBIDDEN',
      account.type === 'Bot'
        ? 'Resource not accessible by integration'
        : 'Resource not accessible by personal access token',
    );
  }
  if (repository.archived) {
    throw new GraphqlProblem(
      'UNPROCESSABLE',
      'Repository was archived so is read-only.',
    );
  }
  return repository;
}

/** The fields of `Query` and `Mutation` that are served. */
export const rootResolvers = {
  viewer(_: unknown, { account }: GraphqlContext) {
    return user(account.login);
  },

  repository(
    { name, owner }: { owner: string; name: string },
    context: GraphqlContext,
  ) {
    const nameWithOwner = `${owner}/${name}`;
    const repository = find(
      context,
      each => each.nameWithOwner === nameWithOwner,
      `Could not resolve to a Repository with the name '${nameWithOwner}'.`,
    );
    return {
      id: repositoryNodeId(repository),
      pullRequests: (args: PullRequestsArguments) => ({
        nodes: listed(repository, args).map(each =>
          pullRequestFields(each, repository, context),
        ),
      }),
      pullRequest: ({ number }: { number: number }) => {
        const found = repository.find(number);
        if (!found) {
          throw new GraphqlProblem(
            'NOT_FOUND',
            `Could not resolve to a PullRequest with the number of ${number}.`,
          );
        }
        return {
          ...pullRequestFields(found, repository, context),
          ...reviewFields(found, repository),
        };
      },
      object: ({ oid }: { oid?: string }) =>
        oid && repository.git.has(oid) ? commitFields(repository, oid) : null,
    };
  },

  updateRefs({ input }: { input: RefUpdates }, context: GraphqlContext) {
    const repository = writable(
      context,
      find(
        context,
        each => repositoryNodeId(each) === input.repositoryId,
        `Could not resolve to a node with the global id of '${input.repositoryId}'`,
      ),
    );
    const { git } = repository;
    const nowhere = '0'.repeat(40);
    // All of them or none.
    for (const { beforeOid, name } of input.refUpdates) {
      if (beforeOid && beforeOid !== (git.head(name) ?? nowhere)) {
        throw new GraphqlProblem(
          'UNPROCESSABLE',
          `Reference ${name} does not point to ${beforeOid}`,
        );
      }
    }
    for (const { afterOid, name } of input.refUpdates) {
      git.moveRef(name, { from: git.head(name) ?? nowhere, to: afterOid });
      repository.closeEmptied(name);
    }
    return {};
  },

  createCommitOnBranch(
    { input }: { input: CommitOnBranch },
    context: GraphqlContext,
  ) {
    const { branch, expectedHeadOid, fileChanges, message } = input;
    const repository = writable(
      context,
      find(
        context,
        each => each.nameWithOwner === branch.repositoryNameWithOwner,
        `Could not resolve to a Repository with the name '${branch.repositoryNameWithOwner}'.`,
      ),
    );
    const { git } = repository;
    const ref = `refs/heads/${branch.branchName}`;
    const head = git.head(ref);
    if (!head) {
      throw new GraphqlProblem(
        'NOT_FOUND',
        `Could not resolve to a branch with the name '${branch.branchName}'.`,
      );
    }
    if (head !== expectedHeadOid) {
      throw new GraphqlProblem(
        'STALE_DATA',
        `Expected branch to point to "${expectedHeadOid}" but it did not.  Pull and try again.`,
      );
    }
    const { login } = context.account;
    const commit = git.commit({
      parents: [head],
      tree: git.treeWith(
        head,
        new Map(
          (fileChanges?.additions ?? []).map(({ contents, path }) => [
            path,
            Buffer.from(contents, 'base64'),
          ]),
        ),
      ),
      message: [message.headline, message.body].filter(Boolean).join('\n\n'),
      author: { name: login, email: `${login}@users.noreply.github.com` },
    });
    git.setRef(ref, commit);
    return { commit: commitFields(repository, commit) };
  },
};

function listed(
  repository: HostedRepository,
  { baseRefName, first, headRefName, orderBy, states }: PullRequestsArguments,
): HostedPullRequest[] {
  const matching = repository
    .current()
    .filter(
      each =>
        (headRefName === undefined || each.head.branch === headRefName) &&
        (baseRefName === undefined || each.base.branch === baseRefName) &&
        (states === undefined || states.includes(each.state.toUpperCase())),
    )
    .sort((a, b) => a.number - b.number);
  return (orderBy?.direction === 'DESC' ? matching.reverse() : matching).slice(
    0,
    first,
  );
}

function pullRequestFields(
  { base, endedBy, head, merged, ...pullRequest }: HostedPullRequest,
  repository: HostedRepository,
  { pages }: GraphqlContext,
) {
  const { body, createdAt, draft, endedAt, number, state, title } = pullRequest;
  return {
    number,
    title,
    body: body ?? '',
    url: `${pages}/${repository.nameWithOwner}/pull/${number}`,
    state: state.toUpperCase(),
    isDraft: draft,
    isCrossRepository: head.repository !== repository,
    headRefName: head.branch,
    headRefOid: head.commit,
    baseRefName: base.branch,
    createdAt,
    closedAt: endedAt ?? null,
    mergedAt: merged ? endedAt : null,
    mergedBy: merged ? user(merged.by) : null,
    mergeCommit: merged ? { oid: merged.commit } : null,
    timelineItems: ({ itemTypes }: { itemTypes?: string[] }) => ({
      nodes:
        state === 'closed' && itemTypes?.includes('CLOSED_EVENT')
          ? [
              {
                __typename: 'ClosedEvent',
                actor: endedBy ? user(endedBy) : null,
              },
            ]
          : [],
    }),
  };
}

/** What only the page of a pull request shows, and the question for one. */
function reviewFields(
  pullRequest: HostedPullRequest,
  repository: HostedRepository,
) {
  const { draft, head, reviewers, reviews, state, teams } = pullRequest;
  const { behindBy, conflicts } = repository.comparison(pullRequest);
  return {
    isDraft: draft,
    mergeable: conflicts ? 'CONFLICTING' : 'MERGEABLE',
    // Only branch protection makes decisions.
    reviewDecision: null,
    reviewRequests: {
      nodes: [
        ...reviewers.map(user),
        ...teams.map(slug => ({ __typename: 'Team', slug })),
      ].map(requestedReviewer => ({ requestedReviewer })),
    },
    latestOpinionatedReviews: {
      nodes: reviews.map(review => ({
        state: review.state,
        author: user(review.by),
      })),
    },
    baseRef: { compare: () => ({ behindBy }) },
    commits: {
      nodes:
        state === 'open'
          ? [{ commit: commitFields(head.repository, head.commit) }]
          : [],
    },
  };
}

function user(login: string) {
  return { __typename: 'User', login };
}

function commitFields(repository: HostedRepository, oid: string) {
  const statuses = repository.statuses.get(oid) ?? [];
  return {
    __typename: 'Commit',
    oid,
    tree: { oid: repository.git.treeOf(oid) },
    statusCheckRollup:
      statuses.length > 0
        ? {
            contexts: {
              nodes: statuses.map(({ context, state, url }) => ({
                __typename: 'StatusContext',
                context,
                state,
                targetUrl: url,
              })),
            },
          }
        : null,
  };
}
