import {
  branchesOfChange,
  proposalBranch as branchOf,
  ProposedChange,
} from './proposalBranch';

const change: ProposedChange = {
  repository: 'https://git.example.com/platform/gitops.git',
  base: 'main',
  file: 'argocd/applications/agents/values.yaml',
  path: 'controllers.progressiveDelivery.enabled',
  enabled: true,
};

const proposalBranch = (of: ProposedChange, prefix = 'progressive-delivery/') =>
  branchOf(of, prefix);

describe('proposalBranch', () => {
  it('is the same for the same change and can be read by a person', () => {
    expect(proposalBranch(change)).toMatch(
      /^progressive-delivery\/controllers-on-[0-9a-f]{16}$/,
    );
    expect(proposalBranch({ ...change })).toBe(proposalBranch(change));
  });

  it('begins as the configuration has it', () => {
    expect(proposalBranch(change, 'bot/canary-')).toBe(
      proposalBranch(change).replace('progressive-delivery/', 'bot/canary-'),
    );
  });

  it('differs with everything that makes it another change', () => {
    const others: Partial<ProposedChange>[] = [
      { repository: 'https://git.example.com/platform/other.git' },
      { base: 'production' },
      { file: 'argocd/applications/agents-staging/values.yaml' },
      { path: 'controlPlane.progressiveDelivery.enabled' },
      { enabled: false },
    ];
    const branches = others.map(other =>
      proposalBranch({ ...change, ...other }),
    );
    expect(new Set([proposalBranch(change), ...branches]).size).toBe(6);
  });

  it('begins the same on each base, and for no other change', () => {
    const beginning = branchesOfChange(change, 'progressive-delivery/');
    const isOne = (other: Partial<ProposedChange>) =>
      proposalBranch({ ...change, ...other }).startsWith(beginning);
    expect(isOne({ base: 'production' })).toBe(true);
    expect(isOne({ enabled: false })).toBe(false);
    expect(isOne({ file: 'other/values.yaml' })).toBe(false);
  });

  it.each([
    ['progressiveDelivery.enabled', /^progressive-delivery\/on-/],
    ['a..b ~^:?*[.lock.progressiveDelivery.enabled', /^[\w/-]+$/],
  ])('is a branch name that Git takes for %s', (path, expected) => {
    expect(proposalBranch({ ...change, path })).toMatch(expected);
  });
});
