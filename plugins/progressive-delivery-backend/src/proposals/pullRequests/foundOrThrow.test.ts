import { problemSchema } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { HostAccount } from '../gitHosts/GitHost';
import { HostFailure, Refusal } from '../gitHosts/HostResult';
import { foundOrThrow } from './foundOrThrow';

const repository = 'https://git.example.com/platform/gitops.git';
const integration = 'integrations.gitea';
const account: HostAccount = {
  product: 'Gitea',
  host: 'git.example.com',
  integration,
  name: { id: 'namedAccount', parameters: { name: 'bot', integration } },
  adding: { id: 'addToken', parameters: {} },
  replacing: { id: 'replaceTokenOrPassword', parameters: {} },
  needs: { id: 'writeAccess', parameters: {} },
};

const at = { product: 'Gitea', host: 'git.example.com' };
const asked = {
  question: {
    id: 'openPullRequest',
    parameters: {},
    text: 'open a pull request',
  },
  repository,
};
const bot = { ...account.name, text: 'account bot of integrations.gitea' };

describe('foundOrThrow', () => {
  const thrown = (failure: HostFailure, branch?: string): unknown => {
    try {
      return foundOrThrow(
        { account },
        { question: 'openPullRequest', repository, branch },
        failure,
      );
    } catch (error) {
      return error;
    }
  };

  it('gives what was found', () => {
    expect(
      foundOrThrow(
        { account },
        { question: 'openPullRequest', repository },
        { outcome: 'found', value: 7 },
      ),
    ).toBe(7);
  });

  it.each<[HostFailure, object, string]>([
    [
      { outcome: 'unauthorized', because: 'rejected' },
      {
        id: 'hostRejectsCredentials',
        parameters: {
          ...at,
          integration,
          remedy: {
            ...account.replacing,
            text: 'replace the token or password',
          },
        },
      },
      'Gitea at git.example.com does not accept the credentials in integrations.gitea: replace the token or password',
    ],
    [
      { outcome: 'unauthorized', because: 'missing' },
      {
        id: 'hostCredentialsMissing',
        parameters: {
          repository,
          integration,
          remedy: { ...account.adding, text: 'add a token' },
        },
      },
      `There are no credentials for ${repository} in integrations.gitea: add a token`,
    ],
    [
      { outcome: 'forbidden' },
      {
        id: 'hostForbids',
        parameters: {
          ...asked,
          account: bot,
          needs: { ...account.needs, text: 'write access to the repository' },
        },
      },
      `The account bot of integrations.gitea is not allowed to open a pull request in ${repository}: give it write access to the repository`,
    ],
    [
      {
        outcome: 'forbidden',
        needs: {
          id: 'permissions',
          parameters: { permissions: 'pull_requests=write' },
        },
      },
      {
        id: 'hostForbids',
        parameters: {
          ...asked,
          account: bot,
          needs: {
            id: 'permissions',
            parameters: { permissions: 'pull_requests=write' },
            text: 'the permissions pull_requests=write',
          },
        },
      },
      `The account bot of integrations.gitea is not allowed to open a pull request in ${repository}: give it the permissions pull_requests=write`,
    ],
    [
      { outcome: 'notFound' },
      {
        id: 'hostFindsNothing',
        parameters: { ...at, ...asked, account: bot },
      },
      `Gitea at git.example.com could not open a pull request in ${repository}: the repository does not exist, its pull requests are disabled, or the account bot of integrations.gitea has no access to it`,
    ],
    [
      { outcome: 'rateLimited', until: '2026-11-29T00:00:00.000Z' },
      {
        id: 'hostRateLimited',
        parameters: {
          ...at,
          ...asked,
          account: bot,
          until: { time: '2026-11-29T00:00:00.000Z' },
        },
      },
      `Gitea at git.example.com has had too many requests of the account bot of integrations.gitea to open a pull request in ${repository}: try again after 2026-11-29T00:00:00.000Z`,
    ],
    [
      {
        outcome: 'unavailable',
        because: { id: 'timedOut', parameters: { seconds: 20 } },
      },
      {
        id: 'hostUnavailable',
        parameters: {
          ...at,
          ...asked,
          fault: {
            id: 'timedOut',
            parameters: { seconds: 20 },
            text: 'did not answer within 20 s',
          },
        },
      },
      `Gitea at git.example.com did not answer within 20 s when asked to open a pull request in ${repository}`,
    ],
    [
      {
        outcome: 'unavailable',
        because: { id: 'other', parameters: { message: 'sleeps on Sundays' } },
      },
      {
        id: 'hostUnavailable',
        parameters: {
          ...at,
          ...asked,
          fault: {
            id: 'other',
            parameters: { message: 'sleeps on Sundays' },
            text: 'sleeps on Sundays',
          },
        },
      },
      `Gitea at git.example.com sleeps on Sundays when asked to open a pull request in ${repository}`,
    ],
  ])('says of %j who lacks what where', (failure, problem, text) => {
    expect(thrown(failure)).toMatchObject({
      name: 'ServiceUnavailableError',
      message: text,
      problem: { ...problem, text },
    });
  });

  it.each<[Refusal, string]>([
    [
      'archived',
      'the repository is archived, so unarchive it, or deliver from another repository',
    ],
    ['noDrafts', 'it has no drafts there, so do not ask for one'],
    [
      'noReviewers',
      'not all of them can be asked: reviewers must be members of the project, and without a licence for more there is one',
    ],
    ['noTeams', 'it asks people for reviews, not groups'],
    [
      'rule',
      'a rule, a hook or a branch protection does not permit it, so let the account make branches with that name',
    ],
    [
      'unsigned',
      'the repository takes signed commits only: exempt branches with that name, or use a GitHub App, whose commits GitHub signs',
    ],
    ['other', 'its rules do not permit it'],
  ])('says why it was refused: %s', (because, why) => {
    const text = `Gitea at git.example.com refused to open a pull request in ${repository}: ${why}`;
    expect(thrown({ outcome: 'refused', because }, 'change')).toMatchObject({
      name: 'ServiceUnavailableError',
      message: text,
      problem: {
        id: 'hostRefused',
        parameters: {
          ...at,
          ...asked,
          hostRefusal: { id: because, parameters: {}, text: why },
        },
        text,
      },
    });
  });

  it('quotes what the host said, in its own words', () => {
    const { message, problem } = thrown({
      outcome: 'notFound',
      said: 'no such project',
    }) as { message: string; problem: object };
    expect(message).toMatch(
      /^Gitea at git\.example\.com could not open .+ has no access to it \(Gitea said: no such project\)$/,
    );
    expect(problem).toEqual({
      id: 'hostSaid',
      parameters: {
        problem: {
          id: 'hostFindsNothing',
          parameters: { ...at, ...asked, account: bot },
          text: expect.stringMatching(/has no access to it$/),
        },
        product: 'Gitea',
        said: 'no such project',
      },
      text: message,
    });
    expect(problemSchema.parse(problem)).toEqual(problem);
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
      expect(thrown(refused)).toMatchObject({
        name: 'ConflictError',
        message: expect.stringMatching(
          /^Gitea at git\.example\.com refused to open a pull request in .+ \(Gitea said: no\)$/,
        ),
        problem: {
          id: 'hostSaid',
          parameters: {
            problem: {
              id: 'hostRefused',
              parameters: { hostRefusal: { id: because } },
            },
          },
        },
      });
    });

    it('as a problem of the branch, where it is about one', () => {
      expect(thrown(refused, 'change')).toMatchObject({
        problem: { id, parameters: { branch: 'change', repository }, text },
      });
    });
  });
});
