import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { AllowRule } from '../../allowRule';
import { application } from '../__testUtils__/applications';
import { applicationSchema } from '../applications/application';
import { appProjectSchema } from '../applications/appProject';
import { assessApplication, AssessedApplication } from './assessApplication';
import { readBackPointer } from './backPointer';
import { SwitchIds } from './switchIds';

const CONTROLLERS = 'controllers.progressiveDelivery.enabled';
const CONTROL_PLANE = 'controlPlane.progressiveDelivery.enabled';
const EVERYTHING: AllowRule = {
  entities: ['component:default/agents'],
  projects: ['*'],
  repositories: ['*'],
  namespaces: ['*'],
};

/** A project of one organisation, for any destination. */
const PROJECT = {
  sourceRepos: ['https://git.example.com/platform/*'],
  destinations: [{ server: '*', namespace: '*' }],
};

interface Story {
  /** What the Application's annotation says. */
  entities?: string;
  application?: Parameters<typeof application>[0];
  project?: object;
  allow?: AllowRule[];
  switches?: SwitchIds;
  /** `progressiveDelivery.argocd[].repositories` */
  repositories?: string[];
  hostBase?: string;
}

function assess(story: Story) {
  const place: AssessedApplication['place'] = {
    argocd: {
      name: 'main',
      cluster: 'hub',
      namespace: 'argocd',
      applicationNamespaces: ['argocd', 'team-a'],
      repositories: story.repositories ?? [],
      kustomizeBuildOptions: ['--enable-helm'],
    },
    namespace: story.application?.namespace ?? 'argocd',
  };
  return assessApplication({
    entity: {
      entityRef: 'component:default/agents',
      owners: ['group:default/platform'],
      switches: story.switches ?? 'all',
      problems: [],
    },
    place,
    application: application(story.application),
    pointer: readBackPointer(story.entities, 'component:default/agents'),
    project:
      story.project &&
      appProjectSchema.parse({
        metadata: { name: 'default' },
        spec: story.project,
      }),
    config: { allow: story.allow ?? [], destinations: {} },
    hostBase: () => story.hostBase ?? '',
  });
}
const targetOf = (story: Story) => {
  const assessment = assess(story);
  if (assessment.state !== 'usable') {
    throw new Error(`not usable: ${JSON.stringify(assessment)}`);
  }
  return assessment.target;
};
const POINTED = {
  entities: 'component:default/agents',
  project: PROJECT,
};

describe('assessApplication', () => {
  it('makes a target of an Application that points back', () => {
    const { application: read, ...target } = targetOf(POINTED);
    expect(read?.metadata.name).toBe('agents');
    expect(target).toEqual({
      kind: 'application',
      id: 'main.argocd.agents',
      title: 'agents',
      sources: [
        expect.objectContaining({
          repository: 'https://git.example.com/platform/gitops.git',
          revision: 'main',
          path: 'argocd/applications/agents',
        }),
      ],
      destination: {
        cluster: 'hub',
        server: 'https://kubernetes.default.svc',
        namespace: 'agents',
      },
      argocd: 'main',
      instanceName: 'agents',
      kustomizeBuildOptions: ['--enable-helm'],
      permitsCharts: expect.any(Function),
      problems: [],
    });
  });

  describe('where charts may come from', () => {
    const permits = (story: Story, repository: string) =>
      targetOf(story).permitsCharts?.(repository);
    const project = {
      ...PROJECT,
      sourceRepos: [
        'https://git.example.com/platform/*',
        'https://charts.example.com/*',
        'registry.example.com/charts',
      ],
    };
    const rule: AllowRule = {
      entities: ['*'],
      projects: ['*'],
      repositories: [
        'https://git.example.com/*',
        'oci://registry.example.com/shared/*',
      ],
      namespaces: ['*'],
    };

    it.each([
      ['https://charts.example.com/stable', true],
      ['https://charts.example.com/stable/deeper', false],
      ['oci://registry.example.com/charts', true],
      ['oci://registry.example.com/shared/web', false],
      ['https://elsewhere.example.com', false],
    ])('its project decides: %s %s', (repository, permitted) => {
      expect(permits({ ...POINTED, project }, repository)).toBe(permitted);
    });

    it.each([
      ['https://charts.example.com/stable', false],
      ['oci://registry.example.com/shared/web', true],
      ['oci://registry.example.com/shared/../charts', false],
    ])('or a rule: %s %s', (repository, permitted) => {
      expect(permits({ allow: [rule] }, repository)).toBe(permitted);
    });

    it('a rule adds to what the project permits', () => {
      const both = { ...POINTED, project, allow: [rule] };
      for (const repository of [
        'https://charts.example.com/stable',
        'oci://registry.example.com/shared/web',
      ]) {
        expect(permits(both, repository)).toBe(true);
      }
    });
  });

  it('says that an Application has no source', () => {
    expect(
      assess({ ...POINTED, application: { spec: { source: undefined } } }),
    ).toEqual({ state: 'without-source' });
  });

  describe('who may use it', () => {
    it('is nobody whom it does not point back at, whatever its project permits', () => {
      expect(assess({ project: PROJECT })).toEqual({
        state: 'not-allowed',
        refusal: { state: 'not-pointed' },
      });
    });

    it('is nobody while its project does not exist', () => {
      expect(assess({ ...POINTED, project: undefined })).toEqual({
        state: 'not-allowed',
        refusal: { state: 'no-project' },
      });
    });

    it.each<[string, Story]>([
      [
        'The AppProject does not permit the sources of the Application: Not among spec.sourceRepos',
        { project: { ...PROJECT, sourceRepos: ['https://other/**'] } },
      ],
      [
        'The AppProject does not permit the destination of the Application: Not among spec.destinations',
        {
          project: {
            ...PROJECT,
            destinations: [{ server: '*', namespace: 'elsewhere' }],
          },
        },
      ],
      [
        'The destination of the Application is one that Argo CD refuses.',
        { application: { spec: { destination: { namespace: 'agents' } } } },
      ],
      [
        'The AppProject does not permit Applications in namespace team-a.',
        { application: { namespace: 'team-a' } },
      ],
    ])('is nobody while its project does not permit it: %s', (text, story) => {
      expect(assess({ ...POINTED, ...story })).toMatchObject({
        state: 'not-allowed',
        refusal: { state: 'not-permitted', problems: [{ text }] },
      });
    });

    it('wants every one of its sources to be permitted', () => {
      const spec = {
        source: undefined,
        sources: [
          { repoURL: 'https://git.example.com/a', path: 'x' },
          { repoURL: 'https://git.example.com/secret', ref: 'values' },
        ],
      };
      const project = {
        ...PROJECT,
        sourceRepos: ['https://git.example.com/a'],
      };
      expect(assess({ ...POINTED, project, application: { spec } }).state).toBe(
        'not-allowed',
      );
    });

    describe('where its project permits more than one organisation', () => {
      const anything = { ...PROJECT, sourceRepos: ['*'] };
      const notOurs = { state: 'not-allowed', refusal: { state: 'not-ours' } };

      it.each(['*', 'https://git.example.com/**', 'https://*/platform/*'])(
        'is nobody: sourceRepos %s say nothing about Backstage',
        pattern => {
          const project = { ...PROJECT, sourceRepos: [pattern] };
          expect(assess({ ...POINTED, project })).toEqual(notOurs);
        },
      );

      it('is whom it points back at, for repositories of its Argo CD', () => {
        const story = { ...POINTED, project: anything };
        for (const repositories of [
          ['https://git.example.com/platform/gitops'],
          ['https://git.example.com/other/*', 'https://git.example.com/*'],
        ]) {
          expect(assess({ ...story, repositories }).state).toBe('usable');
        }
        expect(
          assess({
            ...story,
            repositories: ['https://git.example.com/platform/gitops2'],
          }),
        ).toEqual(notOurs);
      });

      it('wants every one of its repositories to be among them', () => {
        const spec = {
          source: undefined,
          sources: [
            { repoURL: 'https://git.example.com/platform/a', path: 'x' },
            { repoURL: 'https://git.example.com/secret/b', ref: 'values' },
          ],
        };
        expect(
          assess({
            ...POINTED,
            project: anything,
            application: { spec },
            repositories: ['https://git.example.com/platform/*'],
          }),
        ).toEqual(notOurs);
      });

      it('knows where organisations begin at a Git host', () => {
        const spec = {
          source: {
            repoURL: 'https://git.example.com/gitea/platform/gitops.git',
            path: 'x',
          },
        };
        const story = {
          ...POINTED,
          application: { spec },
          project: {
            ...PROJECT,
            sourceRepos: ['https://git.example.com/gitea/**'],
          },
        };
        expect(assess({ ...story, hostBase: '/gitea' })).toEqual(notOurs);
      });

      it('is whom a rule allows', () => {
        expect(
          assess({ ...POINTED, project: anything, allow: [EVERYTHING] }).state,
        ).toBe('usable');
      });
    });

    it('is nobody by a rule without clusters, elsewhere than where Argo CD runs', () => {
      const toEdge = {
        spec: { destination: { name: 'edge', namespace: 'agents' } },
      };
      expect(assess({ application: toEdge, allow: [EVERYTHING] }).state).toBe(
        'not-allowed',
      );
      for (const clusters of [['edge'], ['*']]) {
        expect(
          assess({ application: toEdge, allow: [{ ...EVERYTHING, clusters }] })
            .state,
        ).toBe('usable');
      }
    });

    it('is whom a rule allows, without any project', () => {
      expect(assess({ allow: [EVERYTHING] }).state).toBe('usable');
    });

    it('is whom a rule allows, where the project does not permit what points back', () => {
      expect(
        assess({ ...POINTED, project: {}, allow: [EVERYTHING] }).state,
      ).toBe('usable');
    });

    it.each<[string, Partial<AllowRule>]>([
      ['entities', { entities: ['component:default/other'] }],
      ['owners', { owners: ['group:default/data'] }],
      ['locations', { locations: ['url:https://git.example.com/*'] }],
      ['clusters', { clusters: ['edge'] }],
      ['project', { projects: ['other'] }],
      ['repositories', { repositories: ['https://other/*'] }],
      ['namespace', { namespaces: ['elsewhere'] }],
    ])('is not whom a rule for other %s allows', (_, fields) => {
      expect(assess({ allow: [{ ...EVERYTHING, ...fields }] }).state).toBe(
        'not-allowed',
      );
    });
  });

  describe('the switches of the entity', () => {
    const ownedBy = (story: Story) => targetOf(story).ownedSwitches;
    const pointing = (switchId: string) => ({
      ...POINTED,
      entities: `component:default/agents#${switchId}`,
    });

    it('are all where nobody says which', () => {
      expect(ownedBy(POINTED)).toBeUndefined();
      expect(ownedBy({ allow: [EVERYTHING] })).toBeUndefined();
    });

    it('are those that the Application gives it', () => {
      expect(ownedBy(pointing(CONTROLLERS))).toEqual([CONTROLLERS]);
    });

    it('are those that the entity names, of an Application that gives all', () => {
      expect(ownedBy({ ...POINTED, switches: [CONTROLLERS] })).toEqual([
        CONTROLLERS,
      ]);
    });

    it('are only those that both name', () => {
      const target = targetOf({
        ...pointing(CONTROLLERS),
        switches: [CONTROL_PLANE],
      });
      expect(target.ownedSwitches).toEqual([]);
      expect(target.problems).toMatchObject([
        {
          id: 'switchesNotNamed',
          parameters: {
            entity: 'component:default/agents',
            switches: [CONTROLLERS],
          },
        },
      ]);
    });

    it('are those that the entity names, where a rule allows it', () => {
      expect(
        ownedBy({ allow: [EVERYTHING], switches: [CONTROL_PLANE] }),
      ).toEqual([CONTROL_PLANE]);
    });

    it('are not widened by a rule where the Application points back', () => {
      expect(
        ownedBy({ ...pointing(CONTROLLERS), allow: [EVERYTHING] }),
      ).toEqual([CONTROLLERS]);
    });
  });

  describe('what it says to have', () => {
    const status = {
      resources: [
        { kind: 'Rollout', namespace: 'agents', name: 'controllers' },
        { kind: 'Rollout', namespace: 'kube-system', name: 'stolen' },
        { kind: 'ClusterRole', name: 'agents' },
      ],
    };
    const names = (story: Story) =>
      targetOf(story).application?.status?.resources?.map(({ name }) => name);

    it('is kept where its project permits the namespace', () => {
      expect(names({ ...POINTED, application: { status } })).toEqual([
        'controllers',
        'stolen',
        'agents',
      ]);
    });

    it('is left out where its project does not', () => {
      const story = {
        ...POINTED,
        application: { status },
        project: {
          ...PROJECT,
          destinations: [{ server: '*', namespace: 'agents' }],
        },
      };
      expect(names(story)).toEqual(['controllers', 'agents']);
      expect(targetOf(story).problems).toMatchObject([
        {
          id: 'namespaceNotPermitted',
          parameters: { namespace: 'kube-system' },
        },
      ]);
    });

    it('is left out where the rule does not', () => {
      const allow = [{ ...EVERYTHING, namespaces: ['agents'] }];
      expect(names({ allow, application: { status } })).toEqual([
        'controllers',
        'agents',
      ]);
    });
  });

  it('tells what of the back pointer it ignores', () => {
    expect(
      targetOf({ ...POINTED, entities: 'component:default/agents, oops' })
        .problems,
    ).toMatchObject([
      {
        id: 'pointerMalformed',
        parameters: {
          annotation: 'progressive-delivery/entities',
          part: 'oops',
        },
      },
    ]);
  });

  it.each([
    ['agents', [CONTROL_PLANE]],
    ['agents-staging', [CONTROL_PLANE]],
  ])('reads the example Application %s', (name, ownedSwitches) => {
    const example = applicationSchema.parse(
      load(
        readFileSync(
          join(
            __dirname,
            '../../../../../examples/gitops/argocd/applications',
            name,
            'application.yaml',
          ),
          'utf8',
        ),
      ),
    );
    const assessment = assessApplication({
      entity: {
        entityRef: 'component:default/agents',
        owners: [],
        switches: 'all',
        problems: [],
      },
      place: {
        argocd: {
          name: 'main',
          cluster: 'hub',
          namespace: 'argocd',
          applicationNamespaces: ['argocd'],
          repositories: ['*'],
          kustomizeBuildOptions: ['--enable-helm'],
        },
        namespace: 'argocd',
      },
      application: example,
      pointer: readBackPointer(
        example.metadata.annotations?.['progressive-delivery/entities'],
        'component:default/agents',
      ),
      project: appProjectSchema.parse({
        metadata: { name: 'default' },
        spec: PROJECT,
      }),
      config: { allow: [], destinations: {} },
      hostBase: () => '',
    });
    expect(assessment).toMatchObject({
      state: 'usable',
      target: { ownedSwitches, problems: [] },
    });
  });
});
