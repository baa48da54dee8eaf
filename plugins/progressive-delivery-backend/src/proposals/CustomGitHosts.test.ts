import { mockServices } from '@backstage/backend-test-utils';
import { PullRequestHost } from '@progressive-delivery/backstage-plugin-progressive-delivery-node';
import { CustomGitHosts } from './CustomGitHosts';

const REPOSITORY = 'https://forge.example.com/platform/gitops.git';
const SEARCH = { repository: REPOSITORY, base: 'main', branches: new Set('a') };

const hostThat = (find: PullRequestHost['find']): PullRequestHost => ({
  account: {
    product: 'Forge',
    host: 'forge.example.com',
    integration: 'forge',
    name: { id: 'account', parameters: { integration: 'forge' } },
    adding: { id: 'addToken', parameters: {} },
    replacing: { id: 'replaceToken', parameters: {} },
    needs: { id: 'writeAccess', parameters: {} },
  },
  find,
  open: async () => ({ outcome: 'forbidden' }),
  addLabels: async () => ({ outcome: 'forbidden' }),
  requestReviews: async () => ({ outcome: 'forbidden' }),
  update: async () => ({ outcome: 'forbidden' }),
  close: async () => ({ outcome: 'forbidden' }),
  review: async () => ({ outcome: 'forbidden' }),
  access: async () => ({ outcome: 'forbidden' }),
});

describe('CustomGitHosts', () => {
  const logger = mockServices.logger.mock();
  const publish = jest.fn(async () => ({ commit: 'c1' }));
  const hostOf = (host: PullRequestHost, repository = REPOSITORY) => {
    const hosts = CustomGitHosts.create();
    hosts.addHost(() => undefined);
    hosts.addHost(each =>
      new URL(each).host === host.account.host ? host : undefined,
    );
    return hosts.of(repository, {
      repositories: { publish },
      logger,
      milliseconds: 50,
    });
  };

  it('has none for a repository that none of them is for', () => {
    expect(
      hostOf(
        hostThat(async () => ({ outcome: 'found', value: [] })),
        'https://elsewhere.example.com/platform/gitops.git',
      ),
    ).toBeUndefined();
  });

  it('pushes what is published there', async () => {
    const host = hostOf(
      hostThat(async () => ({ outcome: 'found', value: [] })),
    );
    const publication = {
      repository: REPOSITORY,
      branch: 'a',
      base: { commit: 'c0' },
      expectedHead: undefined,
      files: new Map(),
      message: () => 'Turn it on',
      author: { name: 'Backstage', email: 'backstage@example.com' },
    };
    expect(await host?.publish(publication)).toEqual({
      outcome: 'found',
      value: { commit: 'c1' },
    });
    expect(publish).toHaveBeenCalledWith(publication);
  });

  it('shows nothing of an error, and logs it', async () => {
    const error = new TypeError('token abc is undefined');
    const host = hostOf(hostThat(() => Promise.reject(error)));
    expect(await host?.find(SEARCH)).toEqual({
      outcome: 'unavailable',
      because: { id: 'moduleFailed', parameters: {} },
      said: undefined,
    });
    expect(logger.error).toHaveBeenCalledWith(
      'The module for Forge at forge.example.com failed',
      error,
    );
  });

  it('takes what throws at once for the same', async () => {
    const host = hostOf(
      hostThat(() => {
        throw new TypeError('no');
      }),
    );
    expect(await host?.find(SEARCH)).toMatchObject({ outcome: 'unavailable' });
  });

  it('does not wait for an answer without end', async () => {
    const host = hostOf(hostThat(() => new Promise(() => {})));
    expect(await host?.find(SEARCH)).toMatchObject({
      outcome: 'unavailable',
      because: { id: 'timedOut', parameters: { seconds: 0.05 } },
    });
  });
});
