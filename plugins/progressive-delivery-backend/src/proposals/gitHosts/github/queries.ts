/** Pull requests by the branches of their heads, each of which has an alias `b<index>` and a variable of that name. */
export function pullRequestsQuery(branches: number): string {
  const indices = Array.from({ length: branches }, (_, index) => index);
  return `query FindPullRequests($owner: String!, $name: String!, $base: String!${indices
    .map(index => `, $b${index}: String!`)
    .join('')}) {
  repository(owner: $owner, name: $name) {
${indices
  .map(
    index =>
      `    b${index}: pullRequests(headRefName: $b${index}, baseRefName: $base, first: 100, orderBy: {field: CREATED_AT, direction: DESC}) { nodes { ...found } }`,
  )
  .join('\n')}
  }
}

fragment found on PullRequest {
  number
  url
  title
  body
  state
  isDraft
  isCrossRepository
  headRefName
  headRefOid
  baseRefName
  createdAt
  mergedAt
  closedAt
  mergedBy { login }
  mergeCommit { oid }
  timelineItems(itemTypes: [CLOSED_EVENT], last: 1) { nodes { ... on ClosedEvent { actor { login } } } }
}`;
}

export const REPOSITORY_ID = `query RepositoryId($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    id
  }
}`;

/**
 * Lets a branch begin at the base and commits on it, in one request: nobody sees the branch without the commit, and no
 * process of ours can end in between. Fields of a mutation are run one after the other. `begun` says that the branch is at
 * the base.
 */
export const PUBLISH = `mutation Publish($ref: UpdateRefsInput!, $begun: Boolean!, $commit: CreateCommitOnBranchInput!) {
  begin: updateRefs(input: $ref) @skip(if: $begun) {
    clientMutationId
  }
  commit: createCommitOnBranch(input: $commit) {
    commit {
      oid
      tree {
        oid
      }
    }
  }
}`;

export const UPDATE_REFS = `mutation UpdateRefs($ref: UpdateRefsInput!) {
  updateRefs(input: $ref) {
    clientMutationId
  }
}`;

/** How a pull request stands; of its checks the latest of each name. */
export const REVIEW = `query Review($owner: String!, $name: String!, $number: Int!, $head: String!) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      isDraft
      mergeable
      baseRef {
        compare(headRef: $head) {
          behindBy
        }
      }
      reviewRequests(first: 50) {
        nodes {
          requestedReviewer {
            ... on User {
              login
            }
            ... on Bot {
              login
            }
            ... on Mannequin {
              login
            }
            ... on Team {
              slug
            }
          }
        }
      }
      latestOpinionatedReviews(first: 50) {
        nodes {
          state
          author {
            login
          }
        }
      }
      commits(last: 1) {
        nodes {
          commit {
            statusCheckRollup {
              contexts(first: 100) {
                nodes {
                  __typename
                  ... on CheckRun {
                    name
                    status
                    conclusion
                    url
                  }
                  ... on StatusContext {
                    context
                    state
                    targetUrl
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}`;
