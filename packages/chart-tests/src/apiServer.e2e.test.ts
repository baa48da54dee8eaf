import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withCanary } from './canaries/Canary';
import { goodCanaries } from './canaries/goodCanaries';
import { attachSandbox } from './clusters/attachSandbox';
import { examples } from './examples';
import { fixture, goldenFiles } from './fixtures';
import { parseManifests } from './rendering/parseManifests';
import { render } from './rendering/render';
import { goodValues } from './schema/goodValues';
import { mustRun } from './tools/mustRun';

jest.setTimeout(60_000);

describe('the real API server accepts', () => {
  const namespace = `chart-tests-${randomBytes(4).toString('hex')}`;
  const sandbox = attachSandbox();
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'api-server-'));
    await sandbox.kubectl(['create', 'namespace', namespace]);
  });

  afterAll(async () => {
    await sandbox.kubectl(['delete', 'namespace', namespace, '--wait=false']);
    await rm(folder, { recursive: true });
  });

  /** Strictly, so that unknown and duplicate fields are errors. Answers a line for each object. */
  async function dryRun(file: string): Promise<string[]> {
    const output = await sandbox.kubectl([
      ...['apply', '--dry-run=server', '--validate=strict'],
      ...['--namespace', namespace, '--filename', file],
    ]);
    return output.trim().split('\n');
  }

  /** As it was rendered, but for the namespace. */
  async function expectAccepted(rendering: string) {
    const file = join(folder, 'rendering.yaml');
    await writeFile(
      file,
      rendering.replace(/\bnamespace: agents$/gm, `namespace: ${namespace}`),
    );
    const answers = await dryRun(file);
    const manifests = parseManifests(rendering);
    expect(answers).toHaveLength(manifests.length);
    for (const { kind, metadata } of manifests) {
      expect(answers).toContainEqual(
        expect.stringMatching(
          new RegExp(
            `^${kind.toLowerCase()}(\\..+)?/${
              metadata.name
            } .+ \\(server dry run\\)$`,
          ),
        ),
      );
    }
  }

  it.each(goldenFiles)('the rendering %s', async name =>
    expectAccepted(await readFile(fixture(name), 'utf8')),
  );

  it.each(goodValues)('%s', async (_, values) =>
    expectAccepted(await render({ values })),
  );

  it.each(goodCanaries)('a canary with %s', async (_, canary) =>
    expectAccepted(await render({ values: withCanary(canary) })),
  );

  it("the chart's example resources, and no broken one", async () => {
    expect(await dryRun(join(examples.chart, 'examples'))).toHaveLength(5);
    const broken = join(folder, 'broken.yaml');
    await writeFile(
      broken,
      'apiVersion: agents.example.com/v1alpha1\nkind: Agent\nmetadata: {name: broken}\nspec: {providerRef: {}}\n',
    );
    await expect(dryRun(broken)).rejects.toThrow(
      'spec.providerRef.name: Required value',
    );
  });

  it.each(['helm', 'helm3'] as const)(
    'what %s installs, which sees that Argo Rollouts is there',
    async helm => {
      const output = await mustRun(
        helm,
        [
          ...['install', 'agents', examples.chart, '--dry-run=server'],
          ...['--namespace', namespace],
          ...['--set', 'progressiveDelivery.enabled=true'],
        ],
        { environment: { KUBECONFIG: sandbox.kubeconfig } },
      );
      expect(output.match(/^kind: Rollout$/gm)).toHaveLength(2);
    },
  );
});
