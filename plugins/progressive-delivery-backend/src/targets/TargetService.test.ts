import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import {
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { UnusableTarget } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { hurryRequests } from '../clusters/__testUtils__/hurryRequests';
import { KubernetesProxy } from '../clusters/__testUtils__/KubernetesProxy';
import { readConfig } from '../config';
import { applicationObject } from './__testUtils__/applications';
import { TargetService } from './TargetService';

const GROUP = '/apis/argoproj.io/v1alpha1/namespaces';
const APPLICATIONS = `${GROUP}/argocd/applications`;
const PROJECTS = `${GROUP}/argocd/appprojects`;
const AGENTS = 'component:default/agents';

const entity = (annotations: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'agents', namespace: 'default', annotations },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/platform' }],
});
const said = ({ message, problems }: UnusableTarget) =>
  [message, ...problems].map(({ text }) => text).join(' ');
const named = (names: string) => entity({ 'argocd/app-name': names });

describe('TargetService', () => {
  let proxy: KubernetesProxy;
  beforeAll(async () => {
    proxy = await KubernetesProxy.start();
  });
  beforeEach(() => {
    proxy.clear();
    for (const cluster of ['hub', 'edge']) {
      proxy.has(cluster, PROJECTS, {
        metadata: { name: 'default' },
        spec: {
          sourceRepos: ['https://git.example.com/platform/*'],
          destinations: [{ server: '*', namespace: '*' }],
        },
      } as { metadata: { name: string } });
    }
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => proxy.stop());

  /** Argo CD main runs in hub, edge in edge. */
  const service = (
    progressiveDelivery: object = {},
    logger = mockServices.logger.mock(),
  ) =>
    TargetService.create({
      clusters: proxy.clusters(),
      config: readConfig(
        new ConfigReader({
          progressiveDelivery: {
            argocd: [
              { name: 'main', cluster: 'hub' },
              { name: 'edge', cluster: 'edge' },
            ],
            ...progressiveDelivery,
          },
        }),
      ),
      integrations: ScmIntegrations.fromConfig(
        new ConfigReader({
          integrations: { gitea: [{ host: 'git.example.com' }] },
        }),
      ),
      logger,
    });
  const onlyMain = { argocd: [{ name: 'main', cluster: 'hub' }] };
  const has = (
    fields: Parameters<typeof applicationObject>[0],
    cluster = 'hub',
  ) => proxy.has(cluster, APPLICATIONS, applicationObject(fields));
  const ids = async (resolved: Promise<{ targets: { id: string }[] }>) =>
    (await resolved).targets.map(({ id }) => id);
  const neverAnswers = (what: { cluster: string; path?: string }) => {
    hurryRequests(proxy);
    proxy.answers(what, 'silence');
  };

  it('asks nothing for an entity that names nothing', async () => {
    await expect(service().resolve(entity({}))).resolves.toEqual({
      targets: [],
      unusable: [],
    });
    expect(proxy.requests).toEqual([]);
  });

  it('finds every Application that is named, wherever it is, and reads each project once', async () => {
    has({ name: 'agents', entities: AGENTS });
    has({ name: 'agents-staging', entities: AGENTS });
    has({ name: 'agents', entities: AGENTS }, 'edge');
    const resolved = await service().resolve(named('agents,agents-staging'));
    expect(resolved.unusable).toEqual([]);
    expect(
      resolved.targets.map(({ destination, id }) => [id, destination.cluster]),
    ).toEqual([
      ['main.argocd.agents', 'hub'],
      ['edge.argocd.agents', 'edge'],
      ['main.argocd.agents-staging', 'hub'],
    ]);
    expect(
      proxy.requests.filter(each => each.includes('appprojects')).sort(),
    ).toEqual([`edge ${PROJECTS}/default`, `hub ${PROJECTS}/default`]);
  });

  it('finds those that match a selector, and each once', async () => {
    const labels = { team: 'agents' };
    has({ name: 'agents', entities: AGENTS, labels });
    has({ name: 'agents-staging', entities: AGENTS, labels });
    has({ name: 'other', entities: AGENTS });
    const annotations = {
      'argocd/app-name': 'agents, argocd/agents',
      'argocd/app-selector': 'team=agents',
    };
    await expect(
      ids(service(onlyMain).resolve(entity(annotations))),
    ).resolves.toEqual(['main.argocd.agents', 'main.argocd.agents-staging']);
  });

  it('finds Applications in other namespaces that count, with the project of Argo CD itself', async () => {
    proxy.has('hub', PROJECTS, {
      metadata: { name: 'default' },
      spec: {
        sourceRepos: ['https://git.example.com/platform/*'],
        sourceNamespaces: ['team-*'],
        destinations: [{ server: '*', namespace: '*' }],
      },
    } as { metadata: { name: string } });
    proxy.has(
      'hub',
      `${GROUP}/team-a/applications`,
      applicationObject({ namespace: 'team-a', entities: AGENTS }),
    );
    const targets = service({
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

  describe('what is not allowed', () => {
    it('is listed with both ways to fix it and nothing of its content', async () => {
      const RULE =
        "{ entities: ['component:default/agents'], projects: [<the Application's project>], repositories: [<its repositories>], clusters: [<its cluster, if that is not Argo CD's own>], namespaces: [<its destination namespace>] }";
      has({ entities: 'component:default/others' });
      const resolved = await service(onlyMain).resolve(
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
      has({ name: 'secret', labels });
      has({ name: 'also-secret', labels });
      has({ name: 'agents', entities: AGENTS, labels });
      const { targets, unusable } = await service(onlyMain).resolve(
        entity({ 'argocd/app-selector': 'team=agents' }),
      );
      expect(targets.map(({ id }) => id)).toEqual(['main.argocd.agents']);
      expect(unusable).toHaveLength(1);
      expect(unusable[0].reason).toBe('not-allowed');
      expect(JSON.stringify(unusable)).not.toContain('secret');
    });

    it('is what points back while its project does not permit it', async () => {
      has({ entities: AGENTS, spec: { project: 'other' } });
      const { unusable } = await service(onlyMain).resolve(named('agents'));
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
      has({});
      const rule = {
        owners: ['group:default/platform'],
        projects: ['default'],
        repositories: ['https://git.example.com/platform/*'],
        namespaces: ['agents'],
      };
      await expect(
        ids(service({ ...onlyMain, allow: [rule] }).resolve(named('agents'))),
      ).resolves.toEqual(['main.argocd.agents']);
      expect(proxy.requests).toEqual([`hub ${APPLICATIONS}/agents`]);
    });
  });

  describe('what goes wrong with one', () => {
    beforeEach(() => has({ name: 'agents', entities: AGENTS }));

    it('is a name that there is nowhere', async () => {
      const resolved = service().resolve(named('agents,gone'));
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
        proxy.has(
          'hub',
          APPLICATIONS,
          applicationObject({
            name: `agents-${String(index).padStart(4, '0')}`,
            labels: { team: 'agents' },
            entities: index < 3 ? AGENTS : 'component:default/other',
          }),
        );
      }
      const { targets, unusable } = await service(onlyMain).resolve(
        entity({ 'argocd/app-selector': 'team=agents' }),
      );
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
      const pages = proxy.requests.filter(each => each.includes('limit=50'));
      expect(pages.length).toBeLessThanOrEqual(22);
    });

    it('is an Application that is nested deeper than anything that is read', async () => {
      proxy.has(
        'hub',
        APPLICATIONS,
        applicationObject({ name: 'flat', entities: AGENTS }),
      );
      proxy.answers(
        { cluster: 'hub', path: `${APPLICATIONS}/deep` },
        {
          status: 200,
          body: `{"metadata":{"name":"deep","namespace":"argocd"},"spec":{"source":{"repoURL":"a","helm":{"valuesObject":${'{"a":'.repeat(
            5_000,
          )}1${'}'.repeat(5_000)}}}}}`,
        },
      );
      const { targets, unusable } = await service(onlyMain).resolve(
        named('deep,flat'),
      );
      expect(targets).toHaveLength(1);
      expect(said(unusable[0])).toContain(
        'spec.source: is nested more than 100 levels deep',
      );
    });

    it('is a selector that nothing matches', async () => {
      const { unusable } = await service(onlyMain).resolve(
        entity({ 'argocd/app-selector': 'team=nobody' }),
      );
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
        'Application argocd/agents of Argo CD edge could not be read. Backstage may not get applications.argoproj.io in namespace argocd of cluster edge',
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
      proxy.answers({ cluster: 'edge' }, standIn);
      const { targets, unusable } = await service().resolve(named('agents'));
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
      neverAnswers({ cluster: 'edge' });
      const { targets, unusable } = await service().resolve(
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
      proxy.has('hub', APPLICATIONS, {
        metadata: { name: 'broken', labels },
        spec: { source: { path: 'a' } },
      } as { metadata: { name: string } });
      has({ name: 'agents', entities: AGENTS, labels });
      const { targets, unusable } = await service(onlyMain).resolve(
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
      proxy.answers(
        { cluster: 'hub', path: APPLICATIONS },
        { status: 400, body: { kind: 'Status', message: 'unable to parse' } },
      );
      const { unusable } = await service(onlyMain).resolve(
        entity({ 'argocd/app-selector': 'a in' }),
      );
      expect(unusable).toMatchObject([{ reason: 'invalid' }]);
    });

    it('is a project that may not be read', async () => {
      proxy.answers(
        { cluster: 'hub', path: `${PROJECTS}/default` },
        { status: 403, body: { kind: 'Status', message: 'no' } },
      );
      const { targets, unusable } = await service(onlyMain).resolve(
        named('agents'),
      );
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
      proxy.answers(
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
        ids(service({ ...onlyMain, allow: [rule] }).resolve(named('agents'))),
      ).resolves.toEqual(['main.argocd.agents']);
    });
  });

  it('stops when nobody waits for it any more', async () => {
    proxy.answers({ cluster: 'hub' }, 'silence');
    const controller = new AbortController();
    const resolving = service(onlyMain).resolve(named('agents'), {
      signal: controller.signal,
    });
    controller.abort(new Error('gone'));
    await expect(resolving).rejects.toThrow('gone');
  });

  it('warns at start of a rule by owners alone', () => {
    const logger = mockServices.logger.mock();
    service(
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
    has({ entities: AGENTS });
    const { targets, unusable } = await service(onlyMain).resolve(
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
    has({ entities: AGENTS });
    const { targets, unusable } = await service(onlyMain).resolve(
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

  describe('find', () => {
    it('gives a target, without waiting for another Argo CD', async () => {
      has({ entities: AGENTS });
      proxy.answers({ cluster: 'edge' }, 'silence');
      const target = await service().find(
        named('agents,other'),
        'main.argocd.agents',
      );
      expect(target.title).toBe('agents');
      expect(proxy.requests).toEqual([
        `hub ${APPLICATIONS}/agents`,
        `hub ${PROJECTS}/default`,
      ]);
    });

    it('refuses to change a switch that belongs to another entity', async () => {
      const api = 'api.progressiveDelivery.enabled';
      has({ entities: `${AGENTS}#${api}` });
      const finding = (changing: string) =>
        service().find(named('agents'), 'main.argocd.agents', { changing });
      await expect(finding(api)).resolves.toMatchObject({ title: 'agents' });
      const refused = finding('worker.progressiveDelivery.enabled');
      await expect(refused).rejects.toThrow(NotAllowedError);
      await expect(refused).rejects.toThrow(
        `The switch worker.progressiveDelivery.enabled of agents does not belong to ${AGENTS}; its own: ${api}`,
      );
    });

    it('gives one that only a selector finds', async () => {
      has({ entities: AGENTS, labels: { team: 'agents' } });
      await expect(
        service().find(
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
      const [{ id }] = (await service().resolve(annotated)).targets;
      await expect(service().find(annotated, id)).resolves.toMatchObject({
        title: 'deploy',
      });
    });

    it.each(['nothing', 'edge.argocd.agents', 'main.argocd.other'])(
      'lists what there is instead of %s',
      async id => {
        has({ entities: AGENTS });
        await expect(service().find(named('agents'), id)).rejects.toThrow(
          new NotFoundError(
            `component:default/agents has no delivery target ${id}; it has main.argocd.agents`,
          ),
        );
      },
    );

    it('says why a target may not be used, and how to mend that', async () => {
      has({ name: 'agents' });
      const finding = service().find(named('agents'), 'main.argocd.agents');
      await expect(finding).rejects.toThrow(NotAllowedError);
      await expect(finding).rejects.toThrow(
        /does not point back.*Add to the annotations.*Or: Add a rule/s,
      );
      await expect(finding).rejects.not.toThrow(/git\.example\.com/);
    });

    it('says that an Argo CD could not be read', async () => {
      proxy.answers({ cluster: 'hub' }, { status: 500, body: {} });
      await expect(
        service().find(named('agents'), 'main.argocd.agents'),
      ).rejects.toThrow(ServiceUnavailableError);
    });

    it('says that an Application cannot be delivered as it is', async () => {
      has({ entities: AGENTS, spec: { source: undefined } });
      await expect(
        service().find(named('agents'), 'main.argocd.agents'),
      ).rejects.toThrow(
        new InputError(
          'Application argocd/agents of Argo CD main has no source. Add spec.source or spec.sources to the Application.',
        ),
      );
    });
  });
});
