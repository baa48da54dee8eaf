import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ProposalPeople } from './ProposalPeople';

const user = (
  name: string,
  profile: object,
  annotations: Record<string, string> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { namespace: 'default', name, annotations },
  spec: { profile, memberOf: [] },
  relations: [{ type: 'memberOf', targetRef: 'group:default/delivery' }],
});

const component = (name: string, ...owners: string[]): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { namespace: 'default', name },
  spec: {},
  relations: owners.map(targetRef => ({ type: 'ownedBy', targetRef })),
});

const outsider: Entity = {
  ...user('otto', {}),
  relations: [],
};

const catalog = catalogServiceMock({
  entities: [
    user('ada', { displayName: 'Ada <King>', email: 'ada@example.com' }),
    user(
      'bob',
      { email: 'bob@example.com' },
      {
        'github.com/user-login': 'Bob-at-GitHub',
        'gitlab.example.com/user-login': 'https://gitlab.example.com/bob.gl',
      },
    ),
    user('eve', { email: 'eve@example.com>\nSigned-off-by: ada' }),
    outsider,
    component('web', 'group:default/delivery'),
    component('own', 'user:default/otto', 'user:default/ada'),
  ],
});

const github = { host: 'github.com', product: 'GitHub' };

const involved = (
  who: string,
  {
    account = github,
    asked = catalog,
    entity = 'web',
    logger = mockServices.logger.mock(),
    reviewByOwners = false,
    reviewers = [],
  }: {
    account?: typeof github;
    asked?: typeof catalog;
    entity?: string;
    logger?: ReturnType<typeof mockServices.logger.mock>;
    reviewByOwners?: boolean;
    reviewers?: string[];
  } = {},
) =>
  ProposalPeople.create({
    auth: mockServices.auth(),
    catalog: asked,
    logger,
    config: { reviewByOwners, reviewers },
  }).involvedIn(
    {
      userEntityRef: `user:default/${who}`,
      entityRef: `component:default/${entity}`,
    },
    account,
  );

describe('the co-author of a commit', () => {
  it('is who has an e-mail address in the catalog', async () => {
    expect((await involved('ada')).coAuthor).toEqual({
      name: 'Ada King',
      email: 'ada@example.com',
    });
    expect((await involved('bob')).coAuthor).toEqual({
      name: 'bob',
      email: 'bob@example.com',
    });
  });

  it('is nobody whose address is missing or would forge a trailer', async () => {
    for (const name of ['eve', 'otto', 'unheard-of']) {
      expect((await involved(name)).coAuthor).toBeUndefined();
    }
  });

  it('is nobody while the catalog cannot be asked, which is logged', async () => {
    const logger = mockServices.logger.mock();
    const asked = catalogServiceMock.mock({
      getEntitiesByRefs: async () => {
        throw new Error('no connection');
      },
    });
    expect(
      await involved('ada', { asked, logger, reviewers: ['ada', 'carl'] }),
    ).toEqual({
      coAuthor: undefined,
      reviewers: { people: ['carl'], teams: [] },
      reviewed: true,
    });
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('user:default/ada'),
      expect.objectContaining({ message: 'no connection' }),
    );
  });
});

describe('for a review', () => {
  it('nobody is asked by default', async () => {
    expect(await involved('ada')).toMatchObject({
      reviewers: { people: [], teams: [] },
      reviewed: false,
    });
  });

  it('those that the configuration names are asked, without the requester', async () => {
    const reviewers = ['ada', 'bob-at-github', 'shop/delivery'];
    expect((await involved('bob', { reviewers })).reviewers).toEqual({
      people: ['ada'],
      teams: ['shop/delivery'],
    });
    expect((await involved('Ada', { reviewers })).reviewers.people).toEqual([
      'bob-at-github',
    ]);
  });

  it('a login is that of the host of the pull request', async () => {
    const logins = async (account: typeof github) =>
      (await involved('otto', { account, reviewByOwners: true })).reviewers
        .people;
    expect(await logins(github)).toContain('Bob-at-GitHub');
    expect(
      await logins({ host: 'gitlab.example.com', product: 'GitLab' }),
    ).toContain('bob.gl');
    expect(
      await logins({ host: 'gitea.example.com', product: 'Gitea' }),
    ).toContain('bob');
  });

  it('the owners of the entity are asked where that is wanted, without the requester', async () => {
    const options = { reviewByOwners: true, reviewers: ['ada'] };
    expect((await involved('bob', options)).reviewers.people).toEqual([
      'ada',
      'eve',
    ]);
    expect(
      (await involved('ada', { ...options, entity: 'own' })).reviewers.people,
    ).toEqual(['otto']);
    expect(
      await involved('ada', { reviewByOwners: true, entity: 'x' }),
    ).toEqual(
      expect.objectContaining({
        reviewers: { people: [], teams: [] },
        reviewed: true,
      }),
    );
  });

  it('no more are asked than GitHub takes', async () => {
    const many = catalogServiceMock({
      entities: [
        component('web', 'group:default/delivery'),
        ...Array.from({ length: 30 }, (_, index) => user(`u${index}`, {})),
      ],
    });
    const { people, teams } = (
      await involved('u1', {
        asked: many,
        reviewByOwners: true,
        reviewers: ['shop/delivery'],
      })
    ).reviewers;
    expect(people).toHaveLength(14);
    expect(teams).toEqual(['shop/delivery']);
  });
});
