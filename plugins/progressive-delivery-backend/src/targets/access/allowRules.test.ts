import { AllowRule } from '../../config';
import { findAllowRule, RuleQuestion } from './allowRules';

const question: RuleQuestion = {
  owners: ['group:default/platform'],
  project: 'default',
  repositories: ['https://git.example.com/platform/gitops.git'],
  namespace: 'agents',
};
const all: AllowRule = {
  owners: ['*'],
  projects: ['*'],
  repositories: ['*'],
  namespaces: ['*'],
};
const allows = (rule: AllowRule, more: Partial<RuleQuestion> = {}) =>
  findAllowRule([rule], { ...question, ...more }) !== undefined;

describe('findAllowRule', () => {
  it('allows nothing without a rule', () => {
    expect(findAllowRule([], question)).toBeUndefined();
  });

  it('finds the rule of which all fields match', () => {
    const rule = {
      owners: ['group:default/platform'],
      projects: ['default'],
      repositories: ['https://git.example.com/platform/*'],
      namespaces: ['agents'],
    };
    expect(findAllowRule([{}, rule], question)).toBe(rule);
  });

  it.each(['owners', 'projects', 'repositories', 'namespaces'] as const)(
    'takes missing %s for nothing',
    field => {
      expect(allows({ ...all, [field]: undefined })).toBe(false);
      expect(allows({ ...all, [field]: [] })).toBe(false);
      expect(allows({ ...all, [field]: ['other'] })).toBe(false);
    },
  );

  it.each(['Group:Default/Platform', 'platform', 'group:platform'])(
    'reads the owner %s as the catalog does',
    owner => {
      expect(allows({ ...all, owners: [owner] })).toBe(true);
      expect(
        allows(
          { ...all, owners: [owner] },
          { owners: ['user:default/platform'] },
        ),
      ).toBe(false);
    },
  );

  it('lets * stand for an entity without owner, an overlay without project and a target without namespace', () => {
    expect(
      allows(all, { owners: [], project: undefined, namespace: undefined }),
    ).toBe(true);
    expect(allows({ ...all, owners: ['platform'] }, { owners: [] })).toBe(
      false,
    );
    expect(
      allows({ ...all, projects: ['default'] }, { project: undefined }),
    ).toBe(false);
    expect(
      allows({ ...all, namespaces: ['agents'] }, { namespace: undefined }),
    ).toBe(false);
  });

  it('wants every repository of the target to match', () => {
    const rule = {
      ...all,
      repositories: ['https://git.example.com/platform/*'],
    };
    const repositories = [
      'git@git.example.com:platform/gitops.git',
      'https://git.example.com/secret/vault',
    ];
    expect(allows(rule, { repositories: repositories.slice(0, 1) })).toBe(true);
    expect(allows(rule, { repositories })).toBe(false);
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

  it('allows no target without repository', () => {
    expect(allows(all, { repositories: [] })).toBe(false);
  });

  it('takes * in other fields for the whole word only', () => {
    expect(allows({ ...all, namespaces: ['agent*'] })).toBe(false);
    expect(allows({ ...all, projects: ['def*'] })).toBe(false);
  });
});
