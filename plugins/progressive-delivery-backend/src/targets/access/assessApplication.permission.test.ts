import { AllowRule } from '../../allowRule';
import {
  assess,
  EVERYTHING,
  POINTED,
  PROJECT,
  Story,
  targetOf,
} from './__testUtils__/assess';

describe('assessApplication', () => {
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
});
