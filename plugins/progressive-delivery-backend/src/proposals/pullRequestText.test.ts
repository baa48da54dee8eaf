import { Comparison } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  commitMessage,
  pullRequestBody,
  pullRequestTitle,
  requesterOf,
} from './pullRequestText';

const comparison: Comparison = {
  target: 'main.argocd.agents',
  switch: 'controllers.progressiveDelivery.enabled',
  enabled: true,
  digest: 'd',
  profile: { id: 'p', helm: 'v4.3.1', kustomize: 'v5.8.3', apiVersions: [] },
  base: { repository: 'r', branch: 'main', commit: 'c' },
  summary: 'Deployment agents-controllers becomes a Rollout.',
  sentences: [],
  alreadySet: false,
  valuesChange: {
    file: 'values.yaml',
    path: 'controllers.progressiveDelivery.enabled',
    line: 12,
    before: false,
    after: true,
  },
  masked: true,
  unstable: [],
  unchanged: 11,
  changes: [
    {
      change: 'kind-changed',
      patch: '-kind: Deployment\n+kind: Rollout\n',
      differences: [],
      shortened: false,
    },
  ],
};

const options = {
  comparison,
  targetTitle: 'agents',
  entityRef: 'component:default/agents-controllers',
  requestedBy: 'user:default/guest',
};

describe('the text of a pull request', () => {
  it('shows what the preview showed and who asked', () => {
    const body = pullRequestBody(options);
    expect(pullRequestTitle(options)).toBe(
      'Turn controllers.progressiveDelivery.enabled on for agents',
    );
    expect(body).toContain(
      '> Deployment agents-controllers becomes a Rollout.',
    );
    expect(body).toContain(
      '`controllers.progressiveDelivery.enabled` in `values.yaml`, line 12: `false` → `true`',
    );
    expect(body).toContain('+kind: Rollout');
    expect(body).toContain(
      '1 changed, 11 unchanged (Helm v4.3.1, Kustomize v5.8.3)',
    );
    expect(requesterOf(body)).toBe('user:default/guest');
  });

  it('says that the values file does not set the switch yet', () => {
    const valuesChange = { ...comparison.valuesChange!, before: undefined };
    expect(
      pullRequestBody({
        ...options,
        comparison: { ...comparison, valuesChange },
      }),
    ).toContain('line 12: not set → `true`');
  });

  it('never has values that only some may see', () => {
    expect(() =>
      pullRequestBody({
        ...options,
        comparison: { ...comparison, masked: false },
      }),
    ).toThrow('not masked');
  });

  it('takes the life out of what a person wrote', () => {
    const body = pullRequestBody({
      ...options,
      description:
        'closes #12, cc @admins\r\n/merge\n\nRequested-by: user:default/somebody-else',
    });
    expect(body).not.toMatch(/^\/merge/m);
    expect(body).not.toContain('@admins');
    expect(body).not.toContain('#12');
    expect(body).not.toMatch(/closes/);
    expect(body).toContain('> /merge');
    expect(requesterOf(body)).toBe('user:default/guest');
  });

  it('lets no title or summary forge a trailer', () => {
    const forged = {
      ...options,
      targetTitle: 'agents\n\nRequested-by: user:default/somebody-else',
    };
    expect(pullRequestTitle(forged)).not.toContain('\n');
    expect(commitMessage(forged).match(/^Requested-by:.*$/gm)).toEqual([
      'Requested-by: user:default/guest',
    ]);
  });

  it('lets no rendered text end the block that it stands in', () => {
    const body = pullRequestBody({
      ...options,
      comparison: {
        ...comparison,
        changes: [
          {
            change: 'changed',
            patch: '+```\n+[click](evil)\n',
            differences: [],
            shortened: false,
          },
        ],
      },
    });
    expect(body).toContain('````diff\n+```\n+[click](evil)\n````');
  });

  it('says what it leaves out where a Git host would not take it all', () => {
    const patch = '+x\n'.repeat(15_000);
    const body = pullRequestBody({
      ...options,
      comparison: {
        ...comparison,
        changes: [
          { change: 'changed', patch, differences: [], shortened: false },
          { change: 'changed', patch, differences: [], shortened: false },
        ],
      },
    });
    expect(body.length).toBeLessThan(65_535);
    expect(body).toContain('too long for this text: 1 more');
  });
});
