import { ConfigReader } from '@backstage/config';
import { AllowRule } from '../../allowRule';
import { readConfig } from '../../config';
import { findAllowRule, RuleQuestion } from './allowRules';

const question: RuleQuestion = {
  entity: {
    entityRef: 'component:default/agents',
    location:
      'url:https://git.example.com/platform/catalog/src/branch/main/agents.yaml',
    owners: ['group:default/platform'],
  },
  project: 'default',
  repositories: ['https://git.example.com/platform/gitops.git'],
  cluster: { kind: 'delivered', name: 'hub', own: 'hub' },
  namespace: 'agents',
};
const all = {
  entities: ['*'],
  projects: ['*'],
  repositories: ['*'],
  namespaces: ['*'],
};
const narrow = {
  entities: ['component:default/agents'],
  locations: ['url:https://git.example.com/platform/catalog/*'],
  owners: ['group:default/platform'],
  projects: ['default'],
  repositories: ['https://git.example.com/platform/*'],
  clusters: ['hub'],
  namespaces: ['agents'],
};
/** As the configuration is read. */
const read = (rule: object): AllowRule =>
  readConfig(new ConfigReader({ progressiveDelivery: { allow: [rule] } }))
    .allow[0];
const allows = (rule: object, more: Partial<RuleQuestion> = {}) =>
  findAllowRule([read(rule)], { ...question, ...more }) !== undefined;
const entity = (more: Partial<RuleQuestion['entity']>) => ({
  entity: { ...question.entity, ...more },
});

describe('findAllowRule', () => {
  it('allows nothing without a rule', () => {
    expect(findAllowRule([], question)).toBeUndefined();
  });

  it('finds the rule of which all fields match', () => {
    const other = read({ ...narrow, projects: ['other'] });
    const rule = read(narrow);
    expect(findAllowRule([other, rule], question)).toBe(rule);
  });

  it.each<[keyof typeof narrow, string]>([
    ['entities', 'component:default/other'],
    ['locations', 'url:https://git.example.com/other/*'],
    ['owners', 'group:default/other'],
    ['projects', 'other'],
    ['repositories', 'https://git.example.com/other/*'],
    ['clusters', 'other'],
    ['namespaces', 'other'],
  ])(
    'does not allow by a rule of which only %s do not match',
    (field, value) => {
      expect(allows({ ...narrow, [field]: [value] })).toBe(false);
      expect(allows({ ...narrow, [field]: [value, ...narrow[field]] })).toBe(
        true,
      );
    },
  );

  it('lets * in each field match all', () => {
    for (const by of ['entities', 'locations', 'owners']) {
      const { entities, ...rest } = all;
      expect(
        allows(
          { ...rest, [by]: ['*'], clusters: ['*'] },
          {
            entity: { entityRef: 'api:x/y', owners: [] },
            project: undefined,
            namespace: undefined,
            cluster: { kind: 'delivered', name: undefined, own: 'hub' },
          },
        ),
      ).toBe(true);
    }
  });

  it.each(['Group:Default/Platform', 'platform', 'group:platform'])(
    'reads the owner %s as the catalog does',
    owner => {
      expect(allows({ ...narrow, owners: [owner] })).toBe(true);
      expect(
        allows(
          { ...narrow, owners: [owner] },
          entity({ owners: ['user:default/platform'] }),
        ),
      ).toBe(false);
    },
  );

  it.each(['Component:Default/Agents', 'component:agents'])(
    'reads the entity %s as the catalog does',
    reference => {
      expect(allows({ ...narrow, entities: [reference] })).toBe(true);
    },
  );

  describe('by location', () => {
    const from = (location: string | undefined, pattern: string) =>
      allows({ ...narrow, locations: [pattern] }, entity({ location }));

    it.each([
      ['url:https://git.example.com/a/b', 'url:https://git.example.com/a/b'],
      ['url:https://git.example.com/a/b', 'url:https://GIT.example.com/a/*'],
      ['url:https://dev.azure.com/o/_git/r?path=/c', '*'],
      [
        'url:https://dev.azure.com/o/_git/r?path=/c',
        'url:https://dev.azure.com/o/_git/r?path=/c',
      ],
    ])('%s is in %s', (location, pattern) => {
      expect(from(location, pattern)).toBe(true);
    });

    it.each([
      [
        'url:https://git.example.com/a/../b/c',
        'url:https://git.example.com/a/*',
      ],
      [
        'url:https://git.example.com/a/%2e%2e/b/c',
        'url:https://git.example.com/a/*',
      ],
      ['url:https://git.example.com/A/b', 'url:https://git.example.com/a/*'],
      ['file:/git.example.com/a/b', 'url:https://git.example.com/a/*'],
      [undefined, 'url:https://git.example.com/a/*'],
    ])('%s is not in %s', (location, pattern) => {
      expect(from(location, pattern)).toBe(false);
    });
  });

  describe('by cluster', () => {
    const { clusters, ...withoutClusters } = narrow;
    const delivered = (name: string | undefined) =>
      ({ cluster: { kind: 'delivered', name, own: 'hub' } } as const);
    const claimed = (name: string) =>
      ({ cluster: { kind: 'claimed', name } } as const);

    it('means the cluster that Argo CD runs in where none is named', () => {
      expect(allows(withoutClusters, delivered('hub'))).toBe(true);
      expect(allows(withoutClusters, delivered('edge'))).toBe(false);
      expect(allows(withoutClusters, delivered(undefined))).toBe(false);
    });

    it('means those that are named, and no other', () => {
      const edge = { ...narrow, clusters: ['edge'] };
      expect(allows(edge, delivered('edge'))).toBe(true);
      expect(allows(edge, delivered('hub'))).toBe(false);
      expect(allows(edge, delivered(undefined))).toBe(false);
    });

    it('gives an overlay none unless it is named', () => {
      expect(allows(withoutClusters, claimed('hub'))).toBe(false);
      expect(allows(narrow, claimed('hub'))).toBe(true);
      expect(allows(narrow, claimed('edge'))).toBe(false);
      expect(allows({ ...narrow, clusters: ['*'] }, claimed('edge'))).toBe(
        true,
      );
      expect(allows(withoutClusters, { cluster: { kind: 'none' } })).toBe(true);
    });
  });

  it('wants every repository of the target to match', () => {
    const repositories = [
      'git@git.example.com:platform/gitops.git',
      'https://git.example.com/secret/vault',
    ];
    expect(allows(narrow, { repositories: repositories.slice(0, 1) })).toBe(
      true,
    );
    expect(allows(narrow, { repositories })).toBe(false);
    expect(allows(all, { repositories: [] })).toBe(false);
  });

  it('reads * in a repository for any characters, and .git for nothing', () => {
    const rule = {
      ...all,
      repositories: ['https://GIT.example.com/*/gitops.git'],
    };
    expect(allows(rule)).toBe(true);
    expect(
      allows(rule, { repositories: ['https://git.example.com/a/b/gitops'] }),
    ).toBe(true);
    expect(
      allows(rule, { repositories: ['https://git.example.com/a/gitops2'] }),
    ).toBe(false);
  });

  it.each([
    'https://git.example.com/platform/../secret/vault',
    'https://git.example.com/platform/%2e%2e/secret/vault',
  ])('allows %s by no rule', repository => {
    expect(
      allows(
        { ...all, repositories: ['https://git.example.com/platform/*', '*'] },
        { repositories: [repository] },
      ),
    ).toBe(false);
  });
});
