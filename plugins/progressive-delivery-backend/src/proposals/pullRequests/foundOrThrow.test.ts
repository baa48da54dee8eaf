import { foundOrThrow } from './foundOrThrow';
import { HostFailure } from '../gitHosts/HostResult';

const repository = 'https://git.example.com/platform/gitops.git';
const account = {
  product: 'Gitea',
  host: 'git.example.com',
  integration: 'integrations.gitea',
  name: 'account bot of integrations.gitea',
  adding: 'add a token',
  replacing: 'replace the token or password',
  needs: 'write access to the repository',
};

describe('foundOrThrow', () => {
  const throwing = (failure: HostFailure, branch?: string) => () =>
    foundOrThrow(
      { account },
      { action: 'open a pull request', repository, branch },
      failure,
    );

  it('gives what was found', () => {
    expect(
      foundOrThrow(
        { account },
        { action: 'open a pull request', repository },
        { outcome: 'found', value: 7 },
      ),
    ).toBe(7);
  });

  it.each<[HostFailure, string]>([
    [
      { outcome: 'unauthorized', because: 'rejected', said: 'invalid token' },
      'Gitea at git.example.com does not accept the credentials in integrations.gitea: replace the token or password (Gitea said: invalid token)',
    ],
    [
      { outcome: 'unauthorized', because: 'missing' },
      `There are no credentials for ${repository} in integrations.gitea: add a token`,
    ],
    [
      { outcome: 'forbidden' },
      `The account bot of integrations.gitea may not open a pull request in ${repository}: give it write access to the repository`,
    ],
    [
      { outcome: 'forbidden', needs: 'the permissions pull_requests=write' },
      `The account bot of integrations.gitea may not open a pull request in ${repository}: give it the permissions pull_requests=write`,
    ],
    [
      { outcome: 'notFound' },
      `Gitea at git.example.com could not open a pull request in ${repository}: the repository does not exist, its pull requests are disabled, or the account bot of integrations.gitea has no access to it`,
    ],
    [
      { outcome: 'rateLimited', until: '2026-11-29T00:00:00.000Z' },
      `Gitea at git.example.com has had too many requests of the account bot of integrations.gitea to open a pull request in ${repository}: try again after 2026-11-29T00:00:00.000Z`,
    ],
    [
      { outcome: 'unavailable', because: 'did not answer within 20 s' },
      `Gitea at git.example.com did not answer within 20 s when asked to open a pull request in ${repository}`,
    ],
    [
      { outcome: 'refused', because: 'archived' },
      `Gitea at git.example.com refused to open a pull request in ${repository}: the repository is archived, so unarchive it, or deliver from another repository`,
    ],
  ])('says of %j who lacks what where', (failure, message) => {
    expect(throwing(failure)).toThrow(
      expect.objectContaining({ name: 'ServiceUnavailableError', message }),
    );
  });

  describe.each([
    [
      'noCommits',
      'nothingToMerge',
      `The base of branch change of ${repository} already has this change: there is nothing to propose`,
    ],
    [
      'branchMissing',
      'branchMissing',
      `Branch change of ${repository} was deleted in the meantime: try again`,
    ],
    [
      'branchMoved',
      'branchMoved',
      `Branch change of ${repository} was changed by somebody else in the meantime: try again`,
    ],
    [
      'exists',
      'pullRequestExists',
      `A pull request for branch change of ${repository} is already open: try again to continue with it`,
    ],
  ] as const)('reports %s', (because, id, text) => {
    const refused = { outcome: 'refused', because, said: 'no' } as const;

    it('as a conflict, which is not the fault of the host', () => {
      expect(throwing(refused)).toThrow(
        expect.objectContaining({
          name: 'ConflictError',
          message: expect.stringMatching(
            /^Gitea at git\.example\.com refused to open a pull request in .+ \(Gitea said: no\)$/,
          ),
        }),
      );
    });

    it('as a problem, which can be translated', () => {
      expect(throwing(refused, 'change')).toThrow(
        expect.objectContaining({
          problem: { id, parameters: { branch: 'change', repository }, text },
        }),
      );
    });
  });
});
