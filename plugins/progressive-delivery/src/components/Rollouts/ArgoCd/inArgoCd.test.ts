import { podLogsInArgoCd, workloadInArgoCd } from './inArgoCd';

const APPLICATION = 'https://argocd.example.com/applications/argocd/agents';

const parts = (address: string) => {
  const { origin, pathname, searchParams } = new URL(address);
  return { page: `${origin}${pathname}`, ...Object.fromEntries(searchParams) };
};

describe('the page of an Application', () => {
  it.each([
    ['Rollout', 'argoproj.io'],
    ['Deployment', 'apps'],
  ] as const)('has a %s opened', (kind, group) => {
    expect(
      parts(
        workloadInArgoCd(APPLICATION, {
          kind,
          namespace: 'agents',
          name: 'web',
        }),
      ),
    ).toEqual({ page: APPLICATION, node: `${group}/${kind}/agents/web/0` });
  });

  it('has the logs of a pod opened', () => {
    expect(
      parts(podLogsInArgoCd(APPLICATION, { namespace: 'agents', name: 'a' })),
    ).toEqual({ page: APPLICATION, node: '/Pod/agents/a/0', tab: 'logs' });
  });
});
