import { AllowRule } from '../../allowRule';
import { OverlayReference } from './overlayReferences';
import { overlayTarget, overlayTargetId } from './overlayTarget';

const place = {
  repository: 'https://git.example.com/platform/gitops.git',
  revision: 'main',
  path: 'overlays/Prod_1',
};
const RULE: AllowRule = {
  entities: ['component:default/agents'],
  projects: ['*'],
  repositories: ['https://git.example.com/platform/*'],
  clusters: ['prod'],
  namespaces: ['agents'],
};
const WANTED =
  "{ entities: ['component:default/agents'], projects: ['*'], repositories: ['https://git.example.com/platform/gitops.git'], clusters: ['prod'], namespaces: ['agents'] }";

const target = (
  by: OverlayReference['by'],
  allow: AllowRule[] = [],
  annotations: Record<string, string> = {},
) =>
  overlayTarget(
    { by, place, reference: 'progressive-delivery/overlay: x' },
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'agents',
        annotations: {
          'backstage.io/kubernetes-cluster': 'prod',
          'backstage.io/kubernetes-namespace': 'agents',
          ...annotations,
        },
      },
    },
    {
      entityRef: 'component:default/agents',
      owners: ['group:default/platform'],
      switches: ['progressiveDelivery.enabled'],
      problems: [],
    },
    allow,
  );
const ALLOWED = {
  kind: 'overlay',
  id: overlayTargetId(place),
  title: 'overlays/Prod_1',
  sources: [place],
  destination: { cluster: 'prod', namespace: 'agents' },
  permitsCharts: expect.any(Function),
  ownedSwitches: ['progressiveDelivery.enabled'],
  problems: [],
};

describe('overlayTarget', () => {
  it.each(['url', 'dir'] as const)('is a target by %s with a rule', by => {
    expect(target(by, [RULE])).toEqual(ALLOWED);
  });

  it('is none by url without a rule', () => {
    expect(target('url')).toEqual({
      reference: 'progressive-delivery/overlay: x',
      targetIds: [ALLOWED.id],
      reason: 'not-allowed',
      message: {
        id: 'overlayNotAllowed',
        parameters: { entity: 'component:default/agents' },
        text: 'No rule of progressiveDelivery.allow lets component:default/agents use this repository and namespace.',
      },
      problems: [],
      remedies: [
        {
          id: 'addAllowRule',
          parameters: { yaml: WANTED },
          text: `Add a rule to progressiveDelivery.allow in the app-config: ${WANTED}`,
        },
        expect.objectContaining({ id: 'nameApplication' }),
      ],
    });
  });

  it.each<[string, AllowRule]>([
    ['of one project', { ...RULE, projects: ['default'] }],
    ['of another namespace', { ...RULE, namespaces: ['other'] }],
    ['of another repository', { ...RULE, repositories: ['https://other/*'] }],
    ['of another owner', { ...RULE, owners: ['group:default/data'] }],
  ])('is not allowed by a rule %s', (_, rule) => {
    expect(target('url', [rule])).toMatchObject({ reason: 'not-allowed' });
  });

  it('fetches charts from where a rule allows it', () => {
    const permits = (allow: AllowRule[], repository: string) => {
      const found = target('dir', allow);
      return 'sources' in found && found.permitsCharts?.(repository);
    };
    const repositories = ['https://charts.example.com/*'];
    const charts = 'https://charts.example.com/stable';
    expect(permits([], charts)).toBe(false);
    expect(permits([RULE], charts)).toBe(false);
    expect(permits([RULE, { ...RULE, repositories }], charts)).toBe(true);
  });

  it('by dir needs a rule only for what runs', () => {
    expect(target('dir')).toEqual({
      ...ALLOWED,
      destination: { cluster: undefined, namespace: 'agents' },
      problems: [
        {
          id: 'liveNotAllowed',
          parameters: { yaml: WANTED },
          text: expect.stringMatching(/^Live state is not shown: no rule/),
        },
      ],
    });
  });
});

describe('where an overlay is delivered to', () => {
  const { clusters, ...withoutClusters } = RULE;

  it.each(['url', 'dir'] as const)(
    'is not for its author to pick: by %s, without clusters a rule gives none',
    by => {
      expect(target(by, [withoutClusters])).toMatchObject({
        kind: 'overlay',
        destination: { cluster: undefined, namespace: 'agents' },
        problems: [{ id: 'liveNotAllowed' }],
      });
    },
  );

  it('is none of a cluster that the rule does not name', () => {
    expect(
      target('dir', [RULE], { 'backstage.io/kubernetes-cluster': 'edge' }),
    ).toMatchObject({ destination: { cluster: undefined } });
  });

  it('may be allowed by another rule than the repository', () => {
    expect(target('url', [withoutClusters, RULE])).toMatchObject({
      destination: { cluster: 'prod' },
    });
  });

  it.each([
    ['backstage.io/kubernetes-namespace', 'Agents'],
    ['backstage.io/kubernetes-namespace', 'agents/pods'],
    ['backstage.io/kubernetes-namespace', '-'],
    ['backstage.io/kubernetes-cluster', 'prod eu'],
    ['backstage.io/kubernetes-cluster', 'pröd'],
  ])('is unusable where %s says %j', (annotation, value) => {
    for (const by of ['url', 'dir'] as const) {
      expect(
        target(by, [{ ...RULE, clusters: ['*'], namespaces: ['*'] }], {
          [annotation]: value,
        }),
      ).toMatchObject({
        reason: 'invalid',
        message: {
          text: expect.stringContaining(
            `"${value}" in the annotation ${annotation}`,
          ),
        },
      });
    }
  });
});

describe('overlayTargetId', () => {
  it('says the path, and can stand in a URL', () => {
    expect(overlayTargetId(place)).toMatch(/^overlays-prod-1-[0-9a-f]{8}$/);
    expect(overlayTargetId({ ...place, path: '.' })).toMatch(/^root-/);
    expect(
      overlayTargetId({ ...place, path: `${'long/'.repeat(50)}end` }).length,
    ).toBeLessThan(80);
  });

  it('tells paths, revisions and repositories apart', () => {
    const ids = [
      place,
      { ...place, path: 'overlays/prod-1' },
      { ...place, revision: 'staging' },
      { ...place, repository: 'https://git.example.com/other/gitops.git' },
    ].map(overlayTargetId);
    expect(new Set(ids).size).toBe(4);
  });
});
