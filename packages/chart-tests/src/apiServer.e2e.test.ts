import { randomBytes } from 'node:crypto';
import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attachSandbox } from './delivery/attachSandbox';
import { eventually } from './delivery/eventually';
import { OwnDelivery } from './delivery/OwnDelivery';
import { examples } from './examples';
import { kustomizeBuild } from './rendering/kustomizeBuild';
import { render } from './rendering/render';
import { runTool } from './tools/runTool';

jest.setTimeout(60_000);

const fixture = (name: string) =>
  join(__dirname, '__fixtures__/values', `${name}.yaml`);
const on = (enabled: boolean) => ({
  controlPlane: { progressiveDelivery: { enabled } },
  controllers: { progressiveDelivery: { enabled } },
});

describe('the real API server', () => {
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

  /** Server-side, so that unknown and duplicate fields are errors. */
  async function dryRun(rendering: string): Promise<string[]> {
    const file = join(folder, 'rendering.yaml');
    await writeFile(file, rendering);
    const output = await sandbox.kubectl([
      ...['apply', '--dry-run=server', '--validate=strict'],
      ...['--namespace', namespace, '--filename', file],
    ]);
    return output.trim().split('\n');
  }

  const cases = (['helm', 'helm3'] as const).flatMap(helm =>
    ['defaults', 'everything', 'production', 'staging'].flatMap(overlay =>
      [false, true].map(enabled => ({ helm, overlay, enabled })),
    ),
  );

  it.each(cases)(
    'accepts $overlay by $helm with Rollouts: $enabled',
    async ({ helm, overlay, enabled }) => {
      const answers = await dryRun(
        await render({
          helm,
          namespace,
          valueFiles: [fixture(overlay)],
          values: on(enabled),
        }),
      );
      const kind = enabled ? 'rollout.argoproj.io' : 'deployment.apps';
      for (const name of ['agents', 'agents-controllers']) {
        expect(answers).toContain(`${kind}/${name} created (server dry run)`);
      }
    },
  );

  it('accepts the production overlay with all that it adds', async () => {
    const { stdout } = await kustomizeBuild(examples.production);
    const file = join(folder, 'overlay.yaml');
    await writeFile(file, stdout);
    const output = await sandbox.kubectl([
      ...['apply', '--dry-run=server', '--validate=strict'],
      ...['--filename', file],
    ]);
    for (const resource of [
      'agent.agents.example.com/reviewer',
      'agentprovider.agents.example.com/shell',
      'agentrun.agents.example.com/reviewer-sample',
      'secretbinding.agents.example.com/reviewer',
      'versioncontrolprovider.agents.example.com/git',
    ]) {
      expect(output).toContain(resource);
    }
  });

  it("accepts the chart's example resources, and refuses a broken one", async () => {
    const apply = (text: string[]) =>
      sandbox.kubectl([
        ...['apply', '--dry-run=server', '--validate=strict'],
        ...['--namespace', namespace, ...text],
      ]);
    const output = await apply([
      '--filename',
      join(examples.chart, 'examples'),
    ]);
    expect(output.trim().split('\n')).toHaveLength(5);
    const broken = join(folder, 'broken.yaml');
    await writeFile(
      broken,
      'apiVersion: agents.example.com/v1alpha1\nkind: Agent\nmetadata: {name: broken}\nspec: {providerRef: {}}\n',
    );
    await expect(apply(['--filename', broken])).rejects.toThrow(
      'spec.providerRef.name: Required value',
    );
  });

  it('lets helm itself see that Argo Rollouts is there', async () => {
    const { code, stdout, stderr } = await runTool(
      'helm',
      [
        ...['install', 'agents', examples.chart, '--dry-run=server'],
        ...['--namespace', namespace],
        ...['--set', 'progressiveDelivery.enabled=true'],
      ],
      { environment: { KUBECONFIG: sandbox.kubeconfig } },
    );
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stdout.match(/^kind: Rollout$/gm)).toHaveLength(2);
  });
});

describe('a cluster without Argo Rollouts, through Argo CD', () => {
  let delivery: OwnDelivery;

  beforeAll(async () => {
    delivery = await OwnDelivery.create({
      values: { progressiveDelivery: { enabled: true } },
      // What Argo CD would hand to helm for a cluster that serves no Rollouts.
      helm: { apiVersions: ['apiregistration.k8s.io/v1', 'apps/v1'] },
    });
  });

  afterAll(() => delivery?.remove());

  it('is not synced, and the Application says what to do', async () => {
    const message = await eventually('The refusal', async () => {
      const { conditions = [] } = await delivery.application();
      return {
        answer: conditions[0]?.message,
        saw: JSON.stringify(conditions),
      };
    });
    expect(message).toContain('this cluster has no argoproj.io/v1alpha1');
    expect(message).toContain('Install Argo Rollouts');
    expect(message).toContain('controlPlane.progressiveDelivery.enabled=false');
  });
});
