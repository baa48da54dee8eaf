import { graphqlFailure } from './githubFailure';

const failed = (message: string, type = 'UNPROCESSABLE') =>
  graphqlFailure(
    { status: 200, headers: new Headers(), body: undefined },
    [{ type, message }],
    message,
  );

describe('graphqlFailure', () => {
  it.each([
    [
      'unsigned',
      'Repository rule violations found\n\nCommits must have verified signatures.',
    ],
    ['rule', 'Repository rule violations found\n\nCannot create ref.'],
    ['rule', 'Protected branch update failed for refs/heads/a.'],
    ['archived', 'Repository was archived so is read-only.'],
    ['other', 'Reference refs/heads/a does not point to 1a2b'],
  ])('is refused as "%s" for "%s"', (because, message) => {
    expect(failed(message)).toEqual({
      outcome: 'refused',
      because,
      said: message,
    });
  });

  it('is a branch that has moved where the commit was made for another head', () => {
    expect(failed('Expected branch to point to "1"', 'STALE_DATA')).toEqual(
      expect.objectContaining({ because: 'branchMoved' }),
    );
  });
});
