import { examples } from './examples';
import { helmTemplate } from './rendering/helmTemplate';
import { kustomizeBuild } from './rendering/kustomizeBuild';
import { mkdtemp, cp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const helms = ['helm', 'helm3'] as const;
const values = { controllers: { progressiveDelivery: { enabled: true } } };

/** Any live cluster serves the aggregation layer; Argo CD's own kinds share a group with Rollouts. */
const withoutRollouts = [
  'v1',
  'apps/v1',
  'apiregistration.k8s.io/v1',
  'argoproj.io/v1alpha1',
  'argoproj.io/v1alpha1/Application',
];
const withRollouts = [...withoutRollouts, 'argoproj.io/v1alpha1/Rollout'];
const refusal = [
  'progressive delivery is on for agents-controllers, but this cluster has no argoproj.io/v1alpha1 Rollout',
  'Install Argo Rollouts',
  'controllers.progressiveDelivery.enabled=false',
];

describe.each(helms)('a cluster without Argo Rollouts, by %s', helm => {
  it('is refused with what to install and how to turn the feature off', async () => {
    const { code, stderr } = await helmTemplate({
      helm,
      values,
      apiVersions: withoutRollouts,
    });
    expect(code).not.toBe(0);
    refusal.forEach(part => expect(stderr).toContain(part));
  });

  it('renders with the feature off', async () => {
    const { code } = await helmTemplate({ helm, apiVersions: withoutRollouts });
    expect(code).toBe(0);
  });

  it.each([
    ['a cluster with Argo Rollouts', withRollouts],
    ['no cluster asked', []],
  ])('%s: renders', async (_, apiVersions) => {
    const { code, stdout } = await helmTemplate({ helm, values, apiVersions });
    expect(code).toBe(0);
    expect(stdout).toContain('kind: Rollout');
  });

  describe('through kustomize', () => {
    let copy: string;
    let overlay: string;

    beforeAll(async () => {
      copy = await mkdtemp(join(tmpdir(), 'overlay-'));
      await cp(examples.gitops, copy, { recursive: true });
      overlay = join(copy, 'argocd/applications/agents');
      await writeFile(
        join(overlay, 'values.yaml'),
        JSON.stringify({ progressiveDelivery: { enabled: true } }),
      );
    });

    afterAll(() => rm(copy, { recursive: true }));

    it('renders without --helm-api-versions', async () => {
      const { code, stdout } = await kustomizeBuild(overlay, { helm });
      expect(code).toBe(0);
      expect(stdout.match(/^kind: Rollout$/gm)).toHaveLength(2);
    });

    it('renders with those of a cluster that has Rollouts', async () => {
      const { code, stdout } = await kustomizeBuild(overlay, {
        helm,
        apiVersions: withRollouts,
      });
      expect(code).toBe(0);
      expect(stdout.match(/^kind: Rollout$/gm)).toHaveLength(2);
    });

    it('is refused with those of a cluster that has none', async () => {
      const { code, stderr } = await kustomizeBuild(overlay, {
        helm,
        apiVersions: withoutRollouts,
      });
      expect(code).not.toBe(0);
      expect(stderr).toContain('but this cluster has no argoproj.io/v1alpha1');
      expect(stderr).toContain('progressiveDelivery.enabled=false');
    });
  });
});
