import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { examples } from './examples';
import { fixture, goldenFiles } from './fixtures';
import { lintRollouts } from './rendering/lintRollouts';
import { render } from './rendering/render';
import { requireTool } from './tools/requireTool';
import { runTool } from './tools/runTool';

const helms = ['helm', 'helm3'] as const;
const valueFiles = {
  "the chart's own values": [],
  production: [join(examples.production, 'values.yaml')],
  staging: [join(examples.staging, 'values.yaml')],
  everything: [fixture('values/everything.yaml')],
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
  it.each(goldenFiles)('accepts %s', async name => {
    expect(await lintRollouts(await readFile(fixture(name), 'utf8'))).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });

  it.each(Object.entries(valueFiles))(
    'accepts %s with both switched on',
    async (_, files) => {
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
    },
  );
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
