import { stepMatches, StepSubject } from './stepMatches';

const deployment: StepSubject = {
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
  name: 'web',
};

describe('stepMatches', () => {
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
  ])('takes %j for %j', (target, expected) => {
    expect(stepMatches(target, deployment)).toBe(expected);
  });
});
