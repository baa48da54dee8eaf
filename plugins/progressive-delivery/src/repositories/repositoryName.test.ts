import { repositoryName } from './repositoryName';

describe('repositoryName', () => {
  it.each([
    ['https://git.example.com/platform/gitops.git', 'platform/gitops'],
    ['https://git.example.com/platform/gitops/', 'platform/gitops'],
    ['ssh://git@git.example.com:22/platform/gitops.git', 'platform/gitops'],
    ['git@git.example.com:platform/gitops.git', 'platform/gitops'],
    ['gitops', 'gitops'],
  ])('%s is %s', (repository, name) => {
    expect(repositoryName(repository)).toBe(name);
  });
});
