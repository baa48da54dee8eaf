import { mockServices } from '@backstage/backend-test-utils';
import { applicationObject } from './__testUtils__/applications';
import {
  AGENTS,
  entity,
  GROUP,
  ids,
  named,
  onlyMain,
  PROJECTS,
  TargetScene,
} from './__testUtils__/TargetScene';

describe('TargetService', () => {
  let scene: TargetScene;

  beforeAll(async () => {
    scene = await TargetScene.start();
  });
  beforeEach(() => scene.clear());
  afterAll(() => scene.stop());

  it('asks nothing for an entity that names nothing', async () => {
    await expect(scene.service().resolve(entity({}))).resolves.toEqual({
      targets: [],
      unusable: [],
    });
    expect(scene.proxy.requests).toEqual([]);
  });

  it('finds every Application that is named, wherever it is, and reads each project once', async () => {
    scene.has({ name: 'agents', entities: AGENTS });
    scene.has({ name: 'agents-staging', entities: AGENTS });
    scene.has({ name: 'agents', entities: AGENTS }, 'edge');
    const resolved = await scene
      .service()
      .resolve(named('agents,agents-staging'));
    expect(resolved.unusable).toEqual([]);
    expect(
      resolved.targets.map(({ destination, id }) => [id, destination.cluster]),
    ).toEqual([
      ['main.argocd.agents', 'hub'],
      ['edge.argocd.agents', 'edge'],
      ['main.argocd.agents-staging', 'hub'],
    ]);
    expect(
      scene.proxy.requests.filter(each => each.includes('appprojects')).sort(),
    ).toEqual([`edge ${PROJECTS}/default`, `hub ${PROJECTS}/default`]);
  });

  it('finds those that match a selector, and each once', async () => {
    const labels = { team: 'agents' };
    scene.has({ name: 'agents', entities: AGENTS, labels });
    scene.has({ name: 'agents-staging', entities: AGENTS, labels });
    scene.has({ name: 'other', entities: AGENTS });
    const annotations = {
      'argocd/app-name': 'agents, argocd/agents',
      'argocd/app-selector': 'team=agents',
    };
    await expect(
      ids(scene.service(onlyMain).resolve(entity(annotations))),
    ).resolves.toEqual(['main.argocd.agents', 'main.argocd.agents-staging']);
  });

  it('finds Applications in other namespaces that count, with the project of Argo CD itself', async () => {
    scene.hasProject('hub', { sourceNamespaces: ['team-*'] });
    scene.proxy.has(
      'hub',
      `${GROUP}/team-a/applications`,
      applicationObject({ namespace: 'team-a', entities: AGENTS }),
    );
    const targets = scene.service({
      argocd: [
        {
          name: 'main',
          cluster: 'hub',
          applicationNamespaces: ['argocd', 'team-a'],
          kustomizeBuildOptions: '--enable-helm',
        },
      ],
    });
    await expect(ids(targets.resolve(named('team-a/agents')))).resolves.toEqual(
      ['main.team-a.agents'],
    );
  });

  it('stops when nobody waits for it any more', async () => {
    scene.proxy.answers({ cluster: 'hub' }, 'silence');
    const controller = new AbortController();
    const resolving = scene.service(onlyMain).resolve(named('agents'), {
      signal: controller.signal,
    });
    controller.abort(new Error('gone'));
    await expect(resolving).rejects.toThrow('gone');
  });

  it('warns at start of a rule by owners alone', () => {
    const logger = mockServices.logger.mock();
    scene.service(
      {
        allow: [
          {
            owners: ['platform'],
            projects: ['*'],
            repositories: ['*'],
            namespaces: ['*'],
          },
        ],
      },
      logger,
    );
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/allow\.0 allows by owners alone/),
    );
  });

  it('tells of an overlay in an impossible namespace, and hides nothing else', async () => {
    scene.has({ entities: AGENTS });
    const { targets, unusable } = await scene.service(onlyMain).resolve(
      entity({
        'argocd/app-name': 'agents',
        'progressive-delivery/overlay': 'dir:deploy',
        'backstage.io/kubernetes-namespace': 'Agents',
        'backstage.io/managed-by-location':
          'url:https://git.example.com/agents/agents/src/branch/main/catalog-info.yaml',
      }),
    );
    expect(targets.map(({ title }) => title)).toEqual(['agents']);
    expect(unusable).toMatchObject([{ reason: 'invalid' }]);
  });

  it('finds overlays beside Applications', async () => {
    scene.has({ entities: AGENTS });
    const { targets, unusable } = await scene.service(onlyMain).resolve(
      entity({
        'argocd/app-name': 'agents',
        'progressive-delivery/overlay':
          'dir:deploy, url:https://git.example.com/platform/gitops/src/branch/main/x',
        'backstage.io/managed-by-location':
          'url:https://git.example.com/agents/agents/src/branch/main/catalog-info.yaml',
      }),
    );
    expect(targets.map(({ title }) => title)).toEqual(['agents', 'deploy']);
    expect(unusable).toMatchObject([{ reason: 'not-allowed' }]);
  });
});
