import { NotAllowedError } from '@backstage/errors';
import { noCharts } from '../charts/__testUtils__/noCharts';
import { Repositories } from '../git/trees/Repositories';
import {
  CONTROLLERS,
  ExampleVariants,
  production,
  repository,
  VALUES,
} from './__testUtils__/ExampleVariants';
import { TargetDescription } from './TargetDescription';
import { VariantService } from './VariantService';

const CONTROL_PLANE = 'controlPlane.progressiveDelivery.enabled';
const BOTH = 'progressiveDelivery.enabled';

// Tools and a thread that reads TypeScript take their time to start on a busy machine.
jest.setTimeout(60_000);

describe('the outline of a target', () => {
  let scene: ExampleVariants;

  beforeEach(() => {
    scene = ExampleVariants.create();
  });

  it('tells the switches as Git has them, and where they are edited, and leaves open what they do', async () => {
    expect(await scene.variants.outline(production)).toEqual({
      sources: [
        {
          repository,
          revision: 'main',
          path: 'argocd/applications/agents',
          commit: scene.repositories.commit,
          valuesFile: VALUES,
        },
      ],
      switches: [
        {
          id: BOTH,
          enabled: false,
          origin: { from: 'chart', file: 'charts/agents/values.yaml' },
          trial: { state: 'pending' },
        },
        ...[CONTROL_PLANE, CONTROLLERS].map(id => ({
          id,
          enabled: false,
          origin: { from: 'overlay', file: VALUES, line: expect.any(Number) },
          trial: { state: 'pending' },
        })),
      ],
      workloads: [],
      editPlaces: [BOTH, CONTROL_PLANE, CONTROLLERS].map(path => ({
        switch: path,
        repository,
        base: 'main',
        file: VALUES,
        path,
      })),
      rendering: { state: 'pending' },
      problems: [],
    });
  });

  it('is what a description begins with', async () => {
    const told: TargetDescription[] = [];
    const described = await scene.variants.describe(production, {
      onProgress: partial => told.push(partial),
    });
    const outline = await scene.variants.outline(production);
    expect(told[0]).toEqual(outline);
    expect(described).not.toEqual(outline);
  });

  it('renders nothing, so that neither the chart nor the tools matter', async () => {
    const outline = await scene.variants.outline(production);
    scene.repositories.write(
      'charts/agents/templates/broken.yaml',
      '{{ fail "does not render" }}',
    );
    expect(
      await scene.service({ helm: '/nowhere/helm' }).outline(production),
    ).toEqual(outline);
  });

  it('tells nothing of the values beside the switches', async () => {
    scene.repositories.write(
      VALUES,
      'password: hunter2\ncontrollers:\n  password: hunter2\n  progressiveDelivery:\n    enabled: true\n',
    );
    const outline = await scene.variants.outline(production);
    expect(outline.switches).toContainEqual(
      expect.objectContaining({ id: CONTROLLERS, enabled: true }),
    );
    expect(JSON.stringify(outline)).not.toContain('hunter2');
  });

  it('warns of a switch that is a text, and cuts that off where it is long', async () => {
    scene.repositories.write(
      VALUES,
      `controllers:\n  progressiveDelivery:\n    enabled: '${'no'.repeat(
        50,
      )}hunter2'\n`,
    );
    const outline = await scene.variants.outline(production);
    expect(outline.problems).toMatchObject([
      {
        id: 'switchIsText',
        parameters: { switch: CONTROLLERS, value: 'no'.repeat(20) },
      },
    ]);
    expect(JSON.stringify(outline)).not.toContain('hunter2');
  });

  it('says why no pull request can flip a switch, and names no place to edit it', async () => {
    scene.repositories.branch = undefined;
    const { editPlaces, switches } = await scene.variants.outline(production);
    expect(editPlaces).toEqual([]);
    expect(switches.map(({ notProposable }) => notProposable?.id)).toEqual([
      'overlayPinned',
      'overlayPinned',
      'overlayPinned',
    ]);
  });

  it('tells the switches of one source where another cannot be laid out', async () => {
    scene.repositories.write(
      'broken/kustomization.yaml',
      'resources: [missing.yaml]\n',
    );
    const [source] = production.sources;
    const outline = await scene.variants.outline({
      ...production,
      sources: [{ ...source, path: 'broken' }, source],
    });
    expect(outline.switches.map(({ id }) => id)).toEqual([
      BOTH,
      CONTROL_PLANE,
      CONTROLLERS,
    ]);
    expect(outline.sources.map(({ commit, path }) => [path, commit])).toEqual([
      ['broken', undefined],
      [source.path, scene.repositories.commit],
    ]);
    expect(outline.rendering).toEqual({ state: 'failed' });
    expect(outline.problems.at(-1)?.text).toMatch(/missing\.yaml/);
  });

  it('fails where Git has no such directory', async () => {
    const [source] = production.sources;
    await expect(
      scene.variants.outline({
        ...production,
        sources: [source, { ...source, path: 'nowhere' }],
      }),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      problem: {
        parameters: {
          because: {
            id: 'directoryMissing',
            parameters: { directory: 'nowhere' },
          },
        },
      },
    });
  });

  it('says where a values file cannot be read, and quotes nothing of it', async () => {
    scene.repositories.write(VALUES, 'database:\n  password: "hunter2\n');
    const error = await scene.variants.outline(production).catch(each => each);
    expect(error).toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(VALUES),
    });
    expect(error.message).not.toContain('hunter2');
  });

  it('fails as the repository does where it may not be read', async () => {
    const error = new NotAllowedError(`${repository} may not be read`);
    const unreadable: Repositories = {
      refresh: () => {},
      layOut: async () => {
        throw error;
      },
    };
    const variants = VariantService.create({
      repositories: unreadable,
      charts: noCharts(),
      helm: '/nowhere/helm',
      kustomize: '/nowhere/kustomize',
      apiVersions: [],
      concurrency: 1,
    });
    await expect(variants.outline(production)).rejects.toBe(error);
  });
});
