/** What GitHub's GraphQL API does not do, and of what type its error is. */
export class GraphqlProblem extends Error {
  constructor(
    readonly type:
      | 'FORBIDDEN'
      | 'NOT_FOUND'
      | 'RATE_LIMITED'
      | 'STALE_DATA'
      | 'UNPROCESSABLE',
    message: string,
  ) {
    super(message);
  }
}
