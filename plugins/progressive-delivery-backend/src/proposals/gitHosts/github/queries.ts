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
  isCrossRepository
  headRefName
  headRefOid
  baseRefName
  createdAt
  mergedAt
  closedAt
}`;
}

export const REPOSITORY_ID = `query RepositoryId($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    id
  }
}`;

/**
 * Lets a branch begin at the base and commits on it, in one request: nobody sees the branch without the commit, and no
 * process of ours can end in between. Fields of a mutation are run one after the other.
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

/** The latest of each name, as GitHub shows them. */
export const CHECKS = `query Checks($owner: String!, $name: String!, $commit: GitObjectID!) {
  repository(owner: $owner, name: $name) {
    object(oid: $commit) {
      ... on Commit {
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
}`;
