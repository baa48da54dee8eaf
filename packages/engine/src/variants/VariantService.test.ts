import { formatFieldPath } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { isScalar, parseDocument } from 'yaml';
import { ApplicationTarget } from '../targets/applications/DeliveryTarget';
import { defaultRenderLimits } from '../RenderLimits';
import { FolderRepositories } from './__testUtils__/FolderRepositories';
import {
  CONTROLLERS,
  ExampleVariants,
  production,
  repository,
  staging,
  VALUES,
} from './__testUtils__/ExampleVariants';

const CONTROL_PLANE = 'controlPlane.progressiveDelivery.enabled';
const BOTH = 'progressiveDelivery.enabled';

// Tools and a thread that reads TypeScript take their time to start on a busy machine.
jest.setTimeout(60_000);

describe('VariantService, with real helm and kustomize', () => {
  let scene: ExampleVariants;

  beforeEach(() => {
    scene = ExampleVariants.create();
  });

  it('pays the limit of a rendering that takes too long once, however often it is asked for', async () => {
    scene.repositories.write(
      'charts/agents/templates/endless.yaml',
      '{{ range until 100000 }}{{ range until 100000 }}{{ end }}{{ end }}',
    );
    const limited = scene.service({
      limits: { ...defaultRenderLimits, seconds: 1 },
    });
    const ask = async () => {
      const started = performance.now();
      const refusal = await limited
        .compare(production, { switch: CONTROLLERS, enabled: true })
        .catch(String);
      return { refusal, took: performance.now() - started };
    };
    const first = await ask();
    const second = await ask();
    expect(first.refusal).toMatch(/took longer than 1 s/);
    expect(first.took).toBeGreaterThan(1_000);
    expect(second.refusal).toBe(first.refusal);
    expect(second.took).toBeLessThan(1_000);
  });

  it('describes switches, what they move, and where they are edited', async () => {
    const description = await scene.variants.describe(production);

    expect(description.problems).toEqual([]);
    expect(description.switches).toEqual([
      {
        id: BOTH,
        enabled: false,
        origin: { from: 'chart', file: 'charts/agents/values.yaml' },
        trial: {
          state: 'same',
          message: expect.objectContaining({ id: 'noEffect' }),
        },
      },
      {
        id: CONTROL_PLANE,
        enabled: false,
        origin: { from: 'overlay', file: VALUES, line: expect.any(Number) },
        trial: { state: 'changes' },
      },
      {
        id: CONTROLLERS,
        enabled: false,
        origin: { from: 'overlay', file: VALUES, line: expect.any(Number) },
        trial: { state: 'changes' },
      },
    ]);
    expect(description.workloads).toEqual([
      {
        namespace: 'agents',
        name: 'agents',
        kind: 'Deployment',
        switches: [CONTROL_PLANE],
      },
      {
        namespace: 'agents',
        name: 'agents-controllers',
        kind: 'Deployment',
        switches: [CONTROLLERS],
      },
    ]);
    expect(description.sources).toEqual([
      {
        repository,
        revision: 'main',
        path: 'argocd/applications/agents',
        commit: scene.repositories.commit,
        valuesFile: VALUES,
      },
    ]);
    expect(description.editPlaces).toContainEqual({
      switch: CONTROLLERS,
      repository,
      base: 'main',
      file: VALUES,
      path: CONTROLLERS,
    });
  });

  it('names the most specific switch first where several move a workload', async () => {
    const { workloads } = await scene.variants.describe(staging);
    expect(
      Object.fromEntries(
        workloads.map(({ name, switches }) => [name, switches]),
      ),
    ).toEqual({
      agents: [CONTROL_PLANE, BOTH],
      'agents-controllers': [CONTROLLERS, BOTH],
    });
    expect(workloads.map(({ namespace }) => namespace)).toEqual([
      'agents-staging',
      'agents-staging',
    ]);
  });

  it('previews one line of values and the kind of one workload', async () => {
    const { comparison, edit } = await scene.variants.compare(production, {
      switch: CONTROLLERS,
      enabled: true,
    });

    expect(comparison.summary).toBe(
      'Deployment agents-controllers becomes a Rollout of the same name. Argo CD starts the Rollout beside the Deployment, and removes the Deployment once the Rollout is healthy. The pod template of agents-controllers stays the same. Replicas of agents-controllers: 3, as before. Service agents-controllers still selects the pods of agents-controllers. Later releases go through 2 canary steps.',
    );
    expect(comparison.alreadySet).toBe(false);
    expect(comparison.changes).toEqual([
      expect.objectContaining({
        change: 'kind-changed',
        before: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          namespace: 'agents',
          name: 'agents-controllers',
        },
        after: {
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'Rollout',
          namespace: 'agents',
          name: 'agents-controllers',
        },
        patch: expect.stringContaining('+    canary:\n'),
      }),
    ]);
    expect(
      comparison.changes[0].differences.map(
        ({ change, path, onlyIn }) =>
          `${change} ${formatFieldPath(path)} ${onlyIn}`,
      ),
    ).toEqual([
      'moved spec.strategy.canary.maxSurge undefined',
      'moved spec.strategy.canary.maxUnavailable undefined',
      'removed spec.strategy.type Deployment',
      'added spec.strategy.canary.steps Rollout',
    ]);
    expect(comparison.unchanged).toBeGreaterThan(10);
    expect(comparison.valuesChange).toEqual({
      file: VALUES,
      path: CONTROLLERS,
      line: lineOf(scene.repositories, VALUES, CONTROLLERS),
      before: false,
      after: true,
    });
    expect(comparison.masked).toBe(true);
    expect(comparison.profile).toMatchObject({
      helm: expect.stringMatching(/^v4\./),
      kustomize: expect.stringMatching(/^(kustomize\/)?v5\./),
    });
    const before = scene.repositories.files.get(VALUES)!.toString();
    expect(edit).toMatchObject({
      repository,
      branch: 'main',
      file: VALUES,
      path: CONTROLLERS,
    });
    expect(edit.after).toHaveLength(before.length - 1);
  });

  it('previews the way back', async () => {
    const { edit } = await scene.variants.compare(production, {
      switch: CONTROLLERS,
      enabled: true,
    });
    scene.repositories.write(VALUES, edit.after);
    const { comparison } = await scene.variants.compare(production, {
      switch: CONTROLLERS,
      enabled: false,
    });
    expect(comparison.summary).toMatch(
      /^Rollout agents-controllers becomes a Deployment .* Later releases roll out at once, without canary steps\.$/,
    );
  });

  it('renders a Helm source with its values files', async () => {
    const { comparison, edit } = await scene.variants.compare(staging, {
      switch: BOTH,
      enabled: true,
    });
    expect(comparison.changes.map(({ change }) => change)).toEqual([
      'kind-changed',
      'kind-changed',
    ]);
    expect(comparison.valuesChange).toEqual({
      file: 'argocd/applications/agents-staging/values.yaml',
      path: BOTH,
      line: edit.after.trimEnd().split('\n').length,
      before: undefined,
      after: true,
    });
    expect(edit.after).toMatch(/\nprogressiveDelivery:\n {2}enabled: true\n$/);
  });

  it('has the same digest for the same files at another commit, and another when one of them changes', async () => {
    const compare = () =>
      scene.variants.compare(production, {
        switch: CONTROLLERS,
        enabled: true,
      });
    const first = await compare();
    scene.repositories.commit = '2'.repeat(40);
    scene.repositories.write('README.md', 'unrelated');
    const second = await compare();
    expect(second.comparison.digest).toBe(first.comparison.digest);
    expect(second.comparison.base.commit).toBe(scene.repositories.commit);

    scene.repositories.write(
      VALUES,
      scene.repositories.files.get(VALUES)!.toString().replace('info', 'debug'),
    );
    expect((await compare()).comparison.digest).not.toBe(
      first.comparison.digest,
    );
  });

  it('has nothing to propose where Git holds the value already', async () => {
    const { comparison, edit } = await scene.variants.compare(production, {
      switch: CONTROLLERS,
      enabled: false,
    });
    expect(comparison).toMatchObject({
      alreadySet: true,
      changes: [],
      valuesChange: undefined,
    });
    expect(edit.after).toBe(scene.repositories.files.get(VALUES)!.toString());
  });

  it('refuses a switch that there is not, and one that is shadowed, with what there is', async () => {
    await expect(
      scene.variants.compare(production, { switch: 'nothing', enabled: true }),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.stringContaining(CONTROLLERS),
    });
    const shadowed: ApplicationTarget = {
      ...staging,
      sources: [
        {
          ...staging.sources[0],
          helm: {
            ...staging.sources[0].helm!,
            parameters: [
              { name: CONTROLLERS, value: 'true', forceString: false },
            ],
          },
        },
      ],
    };
    await expect(
      scene.variants.compare(shadowed, { switch: CONTROLLERS, enabled: false }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringMatching(
        /^No pull request can change \S+\. helm\.parameters \(.*\) of \S+ sets .* and wins over values files/,
      ),
    });
  });

  it('cannot propose where the revision is no branch', async () => {
    scene.repositories.branch = undefined;
    const { switches } = await scene.variants.describe(production);
    expect(switches[0].notProposable).toMatchObject({
      id: 'overlayPinned',
      parameters: { revision: 'main', commit: '11111111' },
    });
  });

  it('says what is missing where a tool is not installed, and describes the switches all the same', async () => {
    const variants = scene.service({ helm: '/nowhere/helm' });
    const description = await variants.describe(production);
    expect(description.switches).toHaveLength(3);
    expect(description.problems.map(({ text }) => text)).toEqual([
      'Cannot preview: /nowhere/helm is not there or cannot be run: correct progressiveDelivery.tools.helm',
    ]);
  });
});

function lineOf(
  { files }: FolderRepositories,
  file: string,
  path: string,
): number {
  const text = files.get(file)!.toString('utf8');
  const document = parseDocument(text);
  const node = document.getIn(path.split('.'), true);
  return isScalar(node) ? text.slice(0, node.range![0]).split('\n').length : 0;
}
