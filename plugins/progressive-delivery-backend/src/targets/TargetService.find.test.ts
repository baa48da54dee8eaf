import {
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  AGENTS,
  APPLICATIONS,
  entity,
  named,
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

  describe('find', () => {
    it('gives a target, without waiting for another Argo CD', async () => {
      scene.has({ entities: AGENTS });
      scene.proxy.answers({ cluster: 'edge' }, 'silence');
      const target = await scene
        .service()
        .find(named('agents,other'), 'main.argocd.agents');
      expect(target.title).toBe('agents');
      expect(scene.proxy.requests).toEqual([
        `hub ${APPLICATIONS}/agents`,
        `hub ${PROJECTS}/default`,
      ]);
    });

    it('refuses to change a switch that belongs to another entity', async () => {
      const api = 'api.progressiveDelivery.enabled';
      scene.has({ entities: `${AGENTS}#${api}` });
      const finding = (changing: string) =>
        scene
          .service()
          .find(named('agents'), 'main.argocd.agents', { changing });
      await expect(finding(api)).resolves.toMatchObject({ title: 'agents' });
      const refused = finding('worker.progressiveDelivery.enabled');
      await expect(refused).rejects.toThrow(NotAllowedError);
      await expect(refused).rejects.toThrow(
        `The switch worker.progressiveDelivery.enabled of agents does not belong to ${AGENTS}; its own: ${api}`,
      );
    });

    it('gives one that only a selector finds', async () => {
      scene.has({ entities: AGENTS, labels: { team: 'agents' } });
      await expect(
        scene
          .service()
          .find(
            entity({ 'argocd/app-selector': 'team=agents' }),
            'main.argocd.agents',
          ),
      ).resolves.toMatchObject({ id: 'main.argocd.agents' });
    });

    it('gives one that an overlay is', async () => {
      const annotated = entity({
        'progressive-delivery/overlay': 'dir:deploy',
        'backstage.io/managed-by-location':
          'url:https://git.example.com/agents/agents/src/branch/main/catalog-info.yaml',
      });
      const [{ id }] = (await scene.service().resolve(annotated)).targets;
      await expect(scene.service().find(annotated, id)).resolves.toMatchObject({
        title: 'deploy',
      });
    });

    it.each(['nothing', 'edge.argocd.agents', 'main.argocd.other'])(
      'lists what there is instead of %s',
      async id => {
        scene.has({ entities: AGENTS });
        await expect(scene.service().find(named('agents'), id)).rejects.toThrow(
          new NotFoundError(
            `component:default/agents has no delivery target ${id}; it has main.argocd.agents`,
          ),
        );
      },
    );

    it('says why a target may not be used, and how to mend that', async () => {
      scene.has({ name: 'agents' });
      const finding = scene
        .service()
        .find(named('agents'), 'main.argocd.agents');
      await expect(finding).rejects.toThrow(NotAllowedError);
      await expect(finding).rejects.toThrow(
        /does not point back.*Add to the annotations.*Or: Add a rule/s,
      );
      await expect(finding).rejects.not.toThrow(/git\.example\.com/);
    });

    it('says that an Argo CD could not be read', async () => {
      scene.proxy.answers({ cluster: 'hub' }, { status: 500, body: {} });
      await expect(
        scene.service().find(named('agents'), 'main.argocd.agents'),
      ).rejects.toThrow(ServiceUnavailableError);
    });

    it('says that an Application cannot be delivered as it is', async () => {
      scene.has({ entities: AGENTS, spec: { source: undefined } });
      await expect(
        scene.service().find(named('agents'), 'main.argocd.agents'),
      ).rejects.toThrow(
        new InputError(
          'Application argocd/agents of Argo CD main has no source. Add spec.source or spec.sources to the Application.',
        ),
      );
    });
  });
});
