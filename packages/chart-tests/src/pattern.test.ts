import {
  appendFile,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adoptChart } from '@progressive-delivery/engine';
import { readFolder } from '@progressive-delivery/sandbox';
import { examples } from './examples';
import { applyDiff } from './pattern/applyDiff';
import { readSteps } from './pattern/readSteps';
import { helmTemplate } from './rendering/helmTemplate';
import { lintRollouts } from './rendering/lintRollouts';
import { findManifest, parseManifests } from './rendering/parseManifests';
import { render } from './rendering/render';
import { mustRun } from './tools/mustRun';
import { requireTool } from './tools/requireTool';

/** Does with a chart what docs/chart-pattern.md says. */
async function followThePattern(chart: string, name: string) {
  const page = await readFile(join(examples.docs, 'chart-pattern.md'), 'utf8');
  const steps = readSteps(page.replaceAll('CHART', name));
  for (const { file, language, code } of steps) {
    const path = join(chart, file);
    switch (language) {
      case 'yaml':
        await appendFile(path, `\n${code}`);
        break;
      case 'gotemplate':
        await writeFile(path, code, { flag: 'wx' });
        break;
      case 'diff':
        await writeFile(path, applyDiff(await readFile(path, 'utf8'), code));
        break;
      default:
        throw new Error(`The page has a step in ${language} for ${file}`);
    }
  }
  return steps.map(({ file }) => file);
}

describe.each(['helm', 'helm3'] as const)(
  'docs/chart-pattern.md on a chart of %s create',
  helm => {
    let folder: string;
    let chart: string;
    let before: string;
    let files: string[];
    const on = { progressiveDelivery: { enabled: true } };
    const autoscaling = { autoscaling: { enabled: true } };

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'pattern-'));
      await mustRun(helm, ['create', 'web'], { cwd: folder });
      chart = join(folder, 'web');
      before = await render({ helm, chart, release: 'web' });
      files = await followThePattern(chart, 'web');
    });

    afterAll(() => rm(folder, { recursive: true }));

    const renderWeb = (values: object) =>
      render({ helm, chart, release: 'web', values });

    it('is what the command does', async () => {
      const fresh = join(folder, 'fresh');
      await mkdir(fresh);
      await mustRun(helm, ['create', 'web'], { cwd: fresh });
      const adoption = await adoptChart(await readFolder(join(fresh, 'web')), {
        helm: requireTool(helm),
      });
      expect(adoption).toMatchObject({ state: 'prepared' });
      const changes = adoption.state === 'prepared' ? adoption.changes : [];
      expect(changes.map(({ path }) => path).sort()).toEqual([...files].sort());
      for (const { after, path } of changes) {
        expect(after).toBe(await readFile(join(chart, path), 'utf8'));
      }
    });

    it('changes four files', () => {
      expect(files).toEqual([
        'values.yaml',
        'templates/_progressive-delivery.tpl',
        'templates/deployment.yaml',
        'templates/hpa.yaml',
      ]);
    });

    it('renders the Deployment as before, but for the annotation', async () => {
      const after = await renderWeb({});
      expect(
        after.replace(
          '  annotations:\n    argocd.argoproj.io/sync-options: PruneLast=true\n',
          '',
        ),
      ).toBe(before);
      expect(after).not.toBe(before);
    });

    it('renders a Rollout with the same pod template', async () => {
      const off = findManifest(
        parseManifests(await renderWeb({})),
        'Deployment',
        'web',
      );
      const rendering = await renderWeb(on);
      const rollout = findManifest(parseManifests(rendering), 'Rollout', 'web');
      const { strategy, ...spec } = rollout.spec!;
      expect(rollout.metadata).toEqual(off.metadata);
      expect(spec).toEqual(off.spec);
      expect(strategy).toEqual({
        canary: {
          maxSurge: 1,
          maxUnavailable: 0,
          steps: [{ setWeight: 25 }, { pause: {} }],
        },
      });
      expect(rendering).not.toContain('kind: Deployment');
      expect(await lintRollouts(rendering)).toMatchObject({ code: 0 });
    });

    it('takes the autoscaler along and keeps replicas explicit', async () => {
      const manifests = parseManifests(
        await renderWeb({ ...on, ...autoscaling, replicaCount: 4 }),
      );
      expect(findManifest(manifests, 'Rollout', 'web').spec).toMatchObject({
        replicas: 4,
      });
      expect(
        findManifest(manifests, 'HorizontalPodAutoscaler', 'web').spec,
      ).toMatchObject({
        scaleTargetRef: {
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'Rollout',
          name: 'web',
        },
      });
    });

    it('refuses a cluster without Argo Rollouts', async () => {
      const { code, stderr } = await helmTemplate({
        helm,
        chart,
        values: on,
        apiVersions: ['apiregistration.k8s.io/v1', 'argoproj.io/v1alpha1'],
      });
      expect(code).not.toBe(0);
      expect(stderr).toContain('Install Argo Rollouts');
    });

    it('passes lint --strict', async () => {
      await mustRun(helm, [
        ...['lint', '--strict', chart],
        ...['--set', 'progressiveDelivery.enabled=true'],
      ]);
    });
  },
);
