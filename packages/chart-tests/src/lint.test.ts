import { join } from 'node:path';
import { examples } from './examples';
import { lintRollouts } from './rendering/lintRollouts';
import { render } from './rendering/render';
import { requireTool } from './tools/requireTool';
import { runTool } from './tools/runTool';

const helms = ['helm', 'helm3'] as const;
const valueFiles = {
  "the chart's own values": [],
  production: [join(examples.production, 'values.yaml')],
  staging: [join(examples.staging, 'values.yaml')],
  everything: [join(__dirname, '__fixtures__/values/everything.yaml')],
};
const on = ['controlPlane', 'controllers'].flatMap(component => [
  '--set',
  `${component}.progressiveDelivery.enabled=true`,
]);

describe.each(helms)('%s lint --strict', helm => {
  for (const [name, files] of Object.entries(valueFiles)) {
    it.each([
      ['off', []],
      ['on', on],
    ])(`${name}, progressive delivery %s`, async (_, args) => {
      const result = await runTool(helm, [
        ...['lint', '--strict', examples.chart],
        ...files.flatMap(file => ['--values', file]),
        ...args,
      ]);
      expect(result.stdout).toContain('1 chart(s) linted, 0 chart(s) failed');
      expect(result.stdout).not.toMatch(/\[(WARNING|ERROR)\]/);
      expect(result.code).toBe(0);
    });
  }
});

describe('kubectl argo rollouts lint', () => {
  it.each(Object.entries(valueFiles))('accepts %s', async (_, files) => {
    const rendering = await render({
      valueFiles: files,
      values: {
        controlPlane: { progressiveDelivery: { enabled: true } },
        controllers: { progressiveDelivery: { enabled: true } },
      },
    });
    expect(rendering.match(/^kind: Rollout$/gm)).toHaveLength(2);
    expect(await lintRollouts(rendering)).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });
});

describe("the seed's validation commands, from examples/gitops", () => {
  const cwd = examples.gitops;

  it('helm lint charts/agents', async () => {
    const { code } = await runTool('helm', ['lint', 'charts/agents'], { cwd });
    expect(code).toBe(0);
  });

  it.each(helms)(
    'kustomize build --enable-helm argocd/applications/agents, with %s',
    async helm => {
      const { code, stdout } = await runTool(
        'kustomize',
        [
          ...['build', '--enable-helm', '--helm-command'],
          requireTool(helm),
          'argocd/applications/agents',
        ],
        { cwd },
      );
      expect(code).toBe(0);
      for (const kind of [
        'CustomResourceDefinition',
        'Agent',
        'AgentProvider',
        'AgentRun',
        'SecretBinding',
        'VersionControlProvider',
        'Deployment',
      ]) {
        expect(stdout).toMatch(new RegExp(`^kind: ${kind}$`, 'm'));
      }
    },
  );

  it('helm template agents charts/agents --set progressiveDelivery.enabled=true', async () => {
    const { stdout } = await runTool(
      'helm',
      [
        ...['template', 'agents', 'charts/agents'],
        ...['--set', 'progressiveDelivery.enabled=true'],
      ],
      { cwd },
    );
    expect(stdout).toMatch(/^kind: Rollout$/m);
  });
});

describe('NOTES.txt', () => {
  const notes = async (...args: string[]) => {
    const { stdout } = await runTool('helm', [
      ...['install', 'agents', examples.chart, '--namespace', 'agents'],
      ...['--dry-run=client', ...args],
    ]);
    return stdout.slice(stdout.indexOf('NOTES:'));
  };

  it('says that Deployments were installed and how to turn the feature on', async () => {
    const text = await notes();
    expect(text).toContain('agents is installed as a Deployment.');
    expect(text).toContain('agents-controllers is installed as a Deployment.');
    expect(text).toContain('controllers.progressiveDelivery.enabled: true');
    expect(text).not.toContain('promote');
  });

  it('says which one is a Rollout and how to go on', async () => {
    const text = await notes(
      ...['--set', 'controllers.progressiveDelivery.enabled=true'],
    );
    expect(text).toContain('agents is installed as a Deployment.');
    expect(text).toContain('agents-controllers is installed as a Rollout.');
    expect(text).toContain('promote agents-controllers --namespace agents');
    expect(text).not.toContain('promote agents --namespace');
  });
});
