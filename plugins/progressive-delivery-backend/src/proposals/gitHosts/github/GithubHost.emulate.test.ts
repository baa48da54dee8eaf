import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { ConfigReader } from '@backstage/config';
import { GithubHost } from './GithubHost';
import { Emulate } from './__testUtils__/Emulate';

jest.setTimeout(120_000);

/**
 * What somebody else has made of GitHub's API: a second opinion. It serves no GraphQL (so neither finding, publishing nor
 * how a pull request stands), no fetch or push by HTTP and no rate limits, accepts any token, and opens a pull
 * request for a branch that does not exist, or a second one for one that does.
 */
describe('GithubHost, at what emulate serves of GitHub,', () => {
  let emulate: Emulate;
  let repository: string;
  let branch = '';
  let branches = 0;

  beforeAll(async () => {
    emulate = await Emulate.start();
    repository = `${emulate.url}/platform/gitops.git`;
  });

  beforeEach(() => {
    branch = `web-on-${branches++}`;
  });

  afterAll(() => emulate?.stop());

  const hostWith = (token: string) => {
    const integrations = ScmIntegrations.fromConfig(
      new ConfigReader({
        integrations: {
          github: [
            { host: new URL(emulate.url).host, apiBaseUrl: emulate.url, token },
          ],
        },
      }),
    );
    const never = () => {
      throw new Error('Publishing takes GraphQL');
    };
    return GithubHost.create({
      config: integrations.github.byHost(new URL(emulate.url).host)!.config,
      credentials:
        DefaultGithubCredentialsProvider.fromIntegrations(integrations),
      repositories: { refresh: never, treeWith: never },
    });
  };

  const open = (draft: boolean) =>
    hostWith(emulate.token).open({
      repository,
      base: 'main',
      branch,
      title: 'Turn web on',
      body: 'As it was previewed.',
      draft,
    });

  const opened = async (draft = false) => {
    await emulate.commit(branch);
    const result = await open(draft);
    if (result.outcome !== 'found') {
      throw new Error(`It was not opened: ${JSON.stringify(result)}`);
    }
    return result.value;
  };

  it('opens a pull request', async () => {
    expect(await opened()).toMatchObject({
      title: 'Turn web on',
      body: 'As it was previewed.',
      state: 'open',
      draft: false,
      head: { branch },
      base: { branch: 'main' },
    });
  });

  it('opens a draft', async () => {
    expect(await opened(true)).toMatchObject({ draft: true });
  });

  it('changes what it says, and closes it', async () => {
    const { number } = await opened();
    const host = hostWith(emulate.token);
    expect(
      await host.update({ repository, number, title: 'Turn it on' }),
    ).toMatchObject({
      value: { title: 'Turn it on', body: 'As it was previewed.' },
    });
    expect(await host.close({ repository, number })).toMatchObject({
      value: { number, state: 'closed' },
    });
  });

  it('labels it, and asks for reviews', async () => {
    const { number } = await opened();
    const host = hostWith(emulate.token);
    expect(
      await host.addLabels({ repository, number, labels: ['canary'] }),
    ).toEqual({ outcome: 'found', value: ['canary'] });
    expect(
      await host.requestReviews({
        repository,
        number,
        reviewers: { people: ['reviewer'], teams: [] },
      }),
    ).toMatchObject({ outcome: 'found' });
  });

  it('tells what the account may do, and what is missing', async () => {
    const host = hostWith(emulate.token);
    expect(await host.access({ repository })).toEqual({
      outcome: 'found',
      value: { archived: false, write: 'yes' },
    });
    const missing = repository.replace('gitops', 'missing');
    expect(await host.access({ repository: missing })).toMatchObject({
      outcome: 'notFound',
    });
    expect(await host.close({ repository, number: 999_999 })).toMatchObject({
      outcome: 'notFound',
    });
  });
});
