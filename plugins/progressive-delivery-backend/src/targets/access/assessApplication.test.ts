import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import {
  applicationSchema,
  appProjectSchema,
} from '@progressive-delivery/engine';
import { assessApplication } from './assessApplication';
import { readBackPointer } from './backPointer';
import {
  assess,
  CONTROL_PLANE,
  CONTROLLERS,
  EVERYTHING,
  POINTED,
  PROJECT,
  Story,
  targetOf,
} from './__testUtils__/assess';

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

  it('says that an Application has no source', () => {
    expect(
      assess({ ...POINTED, application: { spec: { source: undefined } } }),
    ).toEqual({ state: 'without-source' });
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
