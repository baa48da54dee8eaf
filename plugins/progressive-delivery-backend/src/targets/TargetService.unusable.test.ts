import { KubernetesProxy } from '../clusters/__testUtils__/KubernetesProxy';
import { applicationObject } from './__testUtils__/applications';
import {
  AGENTS,
  APPLICATIONS,
  entity,
  ids,
  named,
  onlyMain,
  PROJECTS,
  said,
  TargetScene,
} from './__testUtils__/TargetScene';

describe('TargetService', () => {
  let scene: TargetScene;

  beforeAll(async () => {
    scene = await TargetScene.start();
  });
  beforeEach(() => scene.clear());
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => scene.stop());

  describe('what is not allowed', () => {
    it('is listed with both ways to fix it and nothing of its content', async () => {
      const RULE =
        "{ entities: ['component:default/agents'], projects: [<the Application's project>], repositories: [<its repositories>], clusters: [<its cluster, if that is not Argo CD's own>], namespaces: [<its destination namespace>] }";
      scene.has({ entities: 'component:default/others' });
      const resolved = await scene.service(onlyMain).resolve(
        entity({
          'argocd/app-name': 'agents',
          'progressive-delivery/switch': 'a.progressiveDelivery.enabled',
        }),
      );
      expect(resolved).toEqual({
        targets: [],
        unusable: [
          {
            reference: 'argocd/app-name: agents',
            reason: 'not-allowed',
            message: {
              id: 'notPointed',
              parameters: {
                argocd: 'main',
                namespace: 'argocd',
                application: 'agents',
                entity: 'component:default/agents',
              },
              text: 'Application argocd/agents of Argo CD main does not point back at component:default/agents, and no rule of progressiveDelivery.allow lets it be used.',
            },
            problems: [],
            remedies: [
              {
                id: 'annotateApplication',
                parameters: {
                  namespace: 'argocd',
                  application: 'agents',
                  yaml: 'progressive-delivery/entities: component:default/agents#a.progressiveDelivery.enabled',
                },
                text: 'Add to the annotations of Application argocd/agents, after a comma if it has that annotation: progressive-delivery/entities: component:default/agents#a.progressiveDelivery.enabled',
              },
              {
                id: 'addAllowRule',
                parameters: { yaml: RULE },
                text: `Add a rule to progressiveDelivery.allow in the app-config: ${RULE}`,
              },
            ],
          },
        ],
      });
    });

    it('is not listed by name where a selector finds it', async () => {
      const labels = { team: 'agents' };
      scene.has({ name: 'secret', labels });
      scene.has({ name: 'also-secret', labels });
      scene.has({ name: 'agents', entities: AGENTS, labels });
      const { targets, unusable } = await scene
        .service(onlyMain)
        .resolve(entity({ 'argocd/app-selector': 'team=agents' }));
      expect(targets.map(({ id }) => id)).toEqual(['main.argocd.agents']);
      expect(unusable).toHaveLength(1);
      expect(unusable[0].reason).toBe('not-allowed');
      expect(JSON.stringify(unusable)).not.toContain('secret');
    });

    it('is what points back while its project does not permit it', async () => {
      scene.has({ entities: AGENTS, spec: { project: 'other' } });
      const { unusable } = await scene
        .service(onlyMain)
        .resolve(named('agents'));
      expect(unusable).toMatchObject([
        {
          reason: 'not-allowed',
          message: {
            id: 'projectMissing',
            text: 'Application argocd/agents of Argo CD main points back at component:default/agents, which does not count because its AppProject does not exist.',
          },
        },
      ]);
    });

    it('is allowed by a rule of the configuration, without asking for its project', async () => {
      scene.has({});
      const rule = {
        owners: ['group:default/platform'],
        projects: ['default'],
        repositories: ['https://git.example.com/platform/*'],
        namespaces: ['agents'],
      };
      await expect(
        ids(
          scene
            .service({ ...onlyMain, allow: [rule] })
            .resolve(named('agents')),
        ),
      ).resolves.toEqual(['main.argocd.agents']);
      expect(scene.proxy.requests).toEqual([`hub ${APPLICATIONS}/agents`]);
    });
  });

  describe('what goes wrong with one', () => {
    beforeEach(() => scene.has({ name: 'agents', entities: AGENTS }));

    it('is a name that there is nowhere', async () => {
      const resolved = scene.service().resolve(named('agents,gone'));
      await expect(ids(resolved)).resolves.toEqual(['main.argocd.agents']);
      expect((await resolved).unusable).toMatchObject([
        {
          reference: 'argocd/app-name: gone',
          reason: 'not-found',
          message: {
            text: 'There is no Application gone in main/argocd, edge/argocd.',
          },
        },
      ]);
    });

    it('is what a selector matches beyond the first thousand', async () => {
      for (let index = 0; index < 1_200; index++) {
        scene.proxy.has(
          'hub',
          APPLICATIONS,
          applicationObject({
            name: `agents-${String(index).padStart(4, '0')}`,
            labels: { team: 'agents' },
            entities: index < 3 ? AGENTS : 'component:default/other',
          }),
        );
      }
      const { targets, unusable } = await scene
        .service(onlyMain)
        .resolve(entity({ 'argocd/app-selector': 'team=agents' }));
      expect(targets).toHaveLength(3);
      expect(unusable).toContainEqual(
        expect.objectContaining({
          message: {
            id: 'moreMatch',
            parameters: { argocd: 'main', namespace: 'argocd', used: 1_000 },
            text: 'More than 1000 Applications match in namespace argocd of Argo CD main. Only the first 1000 are used.',
          },
        }),
      );
      const pages = scene.proxy.requests.filter(each =>
        each.includes('limit=50'),
      );
      expect(pages.length).toBeLessThanOrEqual(22);
    });

    it('is an Application that is nested deeper than anything that is read', async () => {
      scene.proxy.has(
        'hub',
        APPLICATIONS,
        applicationObject({ name: 'flat', entities: AGENTS }),
      );
      scene.proxy.answers(
        { cluster: 'hub', path: `${APPLICATIONS}/deep` },
        {
          status: 200,
          body: `{"metadata":{"name":"deep","namespace":"argocd"},"spec":{"source":{"repoURL":"a","helm":{"valuesObject":${'{"a":'.repeat(
            5_000,
          )}1${'}'.repeat(5_000)}}}}}`,
        },
      );
      const { targets, unusable } = await scene
        .service(onlyMain)
        .resolve(named('deep,flat'));
      expect(targets).toHaveLength(1);
      expect(said(unusable[0])).toContain(
        'spec.source: is nested more than 100 levels deep',
      );
    });

    it('is a selector that nothing matches', async () => {
      const { unusable } = await scene
        .service(onlyMain)
        .resolve(entity({ 'argocd/app-selector': 'team=nobody' }));
      expect(unusable).toMatchObject([
        {
          reason: 'not-found',
          message: { text: 'No Application matches in main/argocd.' },
        },
      ]);
    });

    it.each<[string, Parameters<KubernetesProxy['answers']>[1], string]>([
      [
        'that forbids it',
        { status: 403, body: { kind: 'Status', message: 'no' } },
        'Application argocd/agents of Argo CD edge could not be read. Backstage is not allowed to get applications.argoproj.io in namespace argocd of cluster edge',
      ],
      [
        'that the Kubernetes plugin does not know',
        {
          status: 404,
          body: { error: { name: 'NotFoundError', message: 'Cluster?' } },
        },
        'could not be read. Cluster edge is not known to the Kubernetes plugin',
      ],
      [
        'without Argo CD',
        { status: 404, body: '404 page not found' },
        'could not be read. Cluster edge does not have applications.argoproj.io',
      ],
      [
        'that fails',
        { status: 500, body: {} },
        'could not be read. Cluster edge could not get applications.argoproj.io',
      ],
    ])('is a cluster %s', async (_, standIn, message) => {
      scene.proxy.answers({ cluster: 'edge' }, standIn);
      const { targets, unusable } = await scene
        .service()
        .resolve(named('agents'));
      expect(targets.map(({ id }) => id)).toEqual(['main.argocd.agents']);
      expect(unusable).toMatchObject([
        {
          reference: 'argocd/app-name: agents',
          reason: 'unreachable',
        },
      ]);
      expect(said(unusable[0])).toContain(message);
      expect(unusable[0].remedies).toHaveLength(1);
    });

    it('is a cluster that does not answer, for a selector too', async () => {
      scene.neverAnswers({ cluster: 'edge' });
      const { targets, unusable } = await scene.service().resolve(
        entity({
          'argocd/app-name': 'agents',
          'argocd/app-selector': 'team=agents',
        }),
      );
      expect(targets.map(({ id }) => id)).toEqual(['main.argocd.agents']);
      expect(unusable.map(each => [each.reason, said(each)])).toEqual([
        [
          'unreachable',
          expect.stringMatching(
            /^Application argocd\/agents of Argo CD edge could not be read\. Cluster edge did not answer/,
          ),
        ],
        [
          'unreachable',
          expect.stringMatching(
            /^The Applications that match in namespace argocd of Argo CD edge could not be read\. Cluster edge did not answer/,
          ),
        ],
      ]);
    });

    it('is an object that is no Application', async () => {
      const labels = { team: 'agents' };
      scene.proxy.has('hub', APPLICATIONS, {
        metadata: { name: 'broken', labels },
        spec: { source: { path: 'a' } },
      } as { metadata: { name: string } });
      scene.has({ name: 'agents', entities: AGENTS, labels });
      const { targets, unusable } = await scene.service(onlyMain).resolve(
        entity({
          'argocd/app-name': 'broken',
          'argocd/app-selector': 'team=agents',
        }),
      );
      expect(targets.map(({ id }) => id)).toEqual(['main.argocd.agents']);
      expect(unusable.map(each => [each.reason, said(each)])).toEqual([
        [
          'invalid',
          'Application argocd/broken of Argo CD main could not be read. metadata.namespace: Invalid input: expected string, received undefined',
        ],
        [
          'invalid',
          'One of the Applications that match in namespace argocd of Argo CD main could not be read. metadata.namespace: Invalid input: expected string, received undefined',
        ],
      ]);
    });

    it('is a selector that the API server does not take', async () => {
      scene.proxy.answers(
        { cluster: 'hub', path: APPLICATIONS },
        { status: 400, body: { kind: 'Status', message: 'unable to parse' } },
      );
      const { unusable } = await scene
        .service(onlyMain)
        .resolve(entity({ 'argocd/app-selector': 'a in' }));
      expect(unusable).toMatchObject([{ reason: 'invalid' }]);
    });

    it('is a project that may not be read', async () => {
      scene.proxy.answers(
        { cluster: 'hub', path: `${PROJECTS}/default` },
        { status: 403, body: { kind: 'Status', message: 'no' } },
      );
      const { targets, unusable } = await scene
        .service(onlyMain)
        .resolve(named('agents'));
      expect(targets).toEqual([]);
      expect(unusable).toMatchObject([
        {
          reason: 'unreachable',
          message: {
            text: 'The AppProject of Application argocd/agents of Argo CD main could not be read.',
          },
          problems: [{ id: 'forbidden' }],
        },
      ]);
    });

    it('is a project that may not be read, which a rule does not need', async () => {
      scene.proxy.answers(
        { cluster: 'hub', path: `${PROJECTS}/default` },
        { status: 403, body: {} },
      );
      const rule = {
        owners: ['*'],
        projects: ['*'],
        repositories: ['*'],
        namespaces: ['*'],
      };
      await expect(
        ids(
          scene
            .service({ ...onlyMain, allow: [rule] })
            .resolve(named('agents')),
        ),
      ).resolves.toEqual(['main.argocd.agents']);
    });
  });
});
