import { workloadInArgoCd } from './workloadInArgoCd';

const APPLICATION = 'https://argocd.example.com/applications/argocd/agents';

describe('workloadInArgoCd', () => {
  it.each([
    ['Rollout', 'argoproj.io'],
    ['Deployment', 'apps'],
  ] as const)('opens a %s on the page of its Application', (kind, group) => {
    const url = new URL(
      workloadInArgoCd(APPLICATION, { kind, namespace: 'agents', name: 'web' }),
    );
    expect(`${url.origin}${url.pathname}`).toBe(APPLICATION);
    expect(url.searchParams.get('node')).toBe(`${group}/${kind}/agents/web/0`);
  });
});
