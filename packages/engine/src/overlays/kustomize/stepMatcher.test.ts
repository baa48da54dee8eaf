import { stepMatcher, StepSubject } from './stepMatcher';

const deployment: StepSubject = {
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
  name: 'web',
};

describe('stepMatcher', () => {
  it.each([
    [{}, true],
    [{ kind: 'Deployment' }, true],
    [{ kind: 'Deploy' }, false],
    [{ kind: 'Rollout|Deployment' }, true],
    [{ kind: '^Deployment$', name: 'we.*' }, true],
    [{ kind: 'Deployment', name: '.*-web' }, false],
    [{ name: 'w.*w.*b' }, false],
    [{ name: '.*' }, true],
    [{ group: 'argoproj.io' }, false],
    [{ kind: 'Rollout', name: '(a|a)+' }, false],
    [{ kind: 'Deployment', name: '(a|a)+' }, undefined],
    [{ kind: 'Deploymen[t]' }, undefined],
    [{ name: `web${'|a'.repeat(1_000)}` }, undefined],
  ])('takes %j for %j', (target, expected) => {
    expect(stepMatcher(target)(deployment)).toBe(expected);
  });
});
