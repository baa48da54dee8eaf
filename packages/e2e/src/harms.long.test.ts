import { HarmScene } from './harms/HarmScene';

/**
 * What preflight warns of, done all the same: that the harm is real, and that it is absent where the check is heeded.
 * Each is measured by itself; names in brackets are those of `docs/preflight.md`.
 */
describe('What goes wrong with a switch that a check blocks', () => {
  let scene: HarmScene;

  const on = { progressiveDelivery: { enabled: true } };
  const off = { progressiveDelivery: { enabled: false } };
  const image = (tag: number) => ({
    image: `registry.example.com/shop/web:${tag}`,
  });
  const syncOptions = (...options: string[]) => ({
    annotations: { 'argocd.argoproj.io/sync-options': options.join(',') },
  });
  const unprotected = syncOptions('Prune=true');

  beforeAll(async () => {
    scene = await HarmScene.open();
  });
  afterAll(async () => {
    await scene?.close();
  });

  describe('PruneLast is not live [prune-last-live]', () => {
    it('leaves no pod ready for a while, both ways', async () => {
      const web = await scene.deliver('x1-ignored', { values: unprotected });
      for (const [values, kind] of [
        [on, 'Rollout'],
        [off, 'Deployment'],
      ] as const) {
        const endpoints = await web.endpoints();
        await web.change({ values });
        await web.untilSwitched(kind);
        expect(endpoints.range().fewest).toBe(0);
      }
    });

    it('keeps all pods ready where it is', async () => {
      const web = await scene.deliver('x1-heeded', {});
      const endpoints = await web.endpoints();
      await web.change({ values: on });
      await web.untilSwitched('Rollout');
      await web.change({ values: off });
      await web.untilSwitched('Deployment');
      expect(endpoints.range().fewest).toBe(3);
    });
  });

  describe('replicas in Git are below what runs, and nothing scales [replicas-sufficient]', () => {
    const scaled = async (name: string) => {
      const web = await scene.deliver(name, { values: { replicas: null } });
      await web.kubectl([
        ...['scale', 'deployment', 'web', '--replicas=5', '--namespace', name],
      ]);
      await web.until('five pods are ready', async () => {
        expect(await web.readyPods()).toEqual(Array(5).fill(true));
      });
      return web;
    };

    it('falls to what Git says', async () => {
      const web = await scaled('r8-ignored');
      await web.change({ values: on });
      await web.untilSwitched('Rollout');
      await web.until('one pod is left', async () => {
        expect(await web.images()).toHaveLength(1);
      });
    });

    it('stays where Git says as many', async () => {
      const web = await scaled('r8-heeded');
      const endpoints = await web.endpoints();
      await web.change({ values: { ...on, replicas: 5 } });
      await web.untilSwitched('Rollout');
      expect(endpoints.range().fewest).toBe(5);
      expect(await web.images()).toHaveLength(5);
    });
  });

  describe('kustomize gives the Service a selector that the Rollout lacks [services-select-pods]', () => {
    const labels = (includeSelectors: boolean) => ({
      kustomization: {
        labels: [{ pairs: { team: 'shop' }, includeSelectors }],
      },
    });

    it('leaves the Service without endpoints', async () => {
      const web = await scene.deliver('p3-ignored', labels(true));
      const endpoints = await web.endpoints();
      await web.change({ values: on });
      await web.untilSwitched('Rollout');
      await web.until('no endpoint is left', async () => {
        expect(endpoints.range().fewest).toBe(0);
      });
    });

    it('keeps them where labels are no selectors', async () => {
      const web = await scene.deliver('p3-heeded', labels(false));
      const endpoints = await web.endpoints();
      await web.change({ values: on });
      await web.untilSwitched('Rollout');
      expect(endpoints.range().fewest).toBe(3);
    });
  });

  describe('an autoscaler still names the Deployment [scalers-follow]', () => {
    // Without metrics an autoscaler is degraded, which PruneLast would wait for.
    const scaled = (follows: boolean) => ({
      values: { ...unprotected, autoscaler: { enabled: true, follows } },
    });

    it('can scale nothing any more', async () => {
      const web = await scene.deliver('r7-ignored', scaled(false));
      await web.change({ values: on });
      await web.untilSwitched('Rollout');
      await web.until('it cannot scale', async () => {
        expect(await web.autoscalerCondition('AbleToScale')).toBe('False');
      });
    });

    it('can where it names the Rollout', async () => {
      const web = await scene.deliver('r7-heeded', scaled(true));
      await web.change({ values: on });
      await web.untilSwitched('Rollout');
      await web.until('it can scale', async () => {
        expect(await web.autoscalerCondition('AbleToScale')).toBe('True');
      });
    });
  });

  describe('no controller looks after the Rollout [controller-running]', () => {
    it('never succeeds, until one does', async () => {
      const web = await scene.deliver('c2', {});
      const endpoints = await web.endpoints();
      await web.change({
        values: {
          ...on,
          labels: {
            'argo-rollouts.argoproj.io/controller-instance-id': 'elsewhere',
          },
        },
      });
      await web.untilOperation(/^Running: waiting for healthy state .*Rollout/);
      expect(await web.rolloutPhase()).toBeUndefined();
      // The old pods serve as long as that takes.
      expect(endpoints.range()).toEqual({ fewest: 3, most: 3 });
    });
  });

  describe('the switch also brings another image [images-deployed]', () => {
    it('has it everywhere without a pause', async () => {
      const web = await scene.deliver('x5-ignored', { values: image(1) });
      await web.change({ values: { ...on, ...image(2) } });
      await web.untilSwitched('Rollout');
      expect(await web.images()).toEqual(['2', '2', '2']);
    });

    it('pauses where the image comes later', async () => {
      const web = await scene.deliver('x5-heeded', { values: image(1) });
      await web.change({ values: on });
      await web.untilSwitched('Rollout');
      await web.change({ values: image(2) });
      await web.until('the canary is paused', async () => {
        expect(await web.rolloutPhase()).toBe('Paused');
      });
      expect(new Set(await web.images())).toEqual(new Set(['1', '2']));
    });
  });

  describe('it is switched off while a canary is paused [rollout-settled]', () => {
    const paused = async (name: string) => {
      const web = await scene.deliver(name, {
        values: { ...on, ...image(1) },
      });
      await web.untilSwitched('Rollout');
      await web.change({ values: image(2) });
      await web.until('the canary is paused', async () => {
        expect(await web.rolloutPhase()).toBe('Paused');
      });
      return web;
    };

    it('has the new image everywhere, which nobody has promoted', async () => {
      const web = await paused('x6-ignored');
      await web.change({ values: off });
      await web.untilSwitched('Deployment');
      await web.until('it is everywhere', async () => {
        expect(await web.images()).toEqual(['2', '2', '2']);
      });
    });

    it('keeps the image that serves where the canary is given up first', async () => {
      const web = await paused('x6-heeded');
      await web.change({ values: image(1) });
      await web.untilSwitched('Rollout');
      await web.change({ values: off });
      await web.untilSwitched('Deployment');
      await web.until('it is everywhere', async () => {
        expect(await web.images()).toEqual(['1', '1', '1']);
      });
    });
  });

  describe('the canary of another component is paused in the same Application [other-canary-unpromoted]', () => {
    const second = (tag: number) => ({
      second: { name: 'api', values: { ...on, ...unprotected, ...image(tag) } },
    });

    it('runs twice as many pods until that is promoted', async () => {
      const web = await scene.deliver('x7', {
        values: unprotected,
        syncOptions: ['PruneLast=true'],
        ...second(1),
      });
      await web.change(second(2));
      await web.until('the canary is paused', async () => {
        expect(await web.rolloutPhase('api')).toBe('Paused');
      });
      await web.change({ values: on });
      await web.until('it runs twice', async () => {
        expect(await web.images()).toHaveLength(6);
      });
      await web.untilOperation(/^Running: waiting for healthy state .*api/);
      await scene.sandbox.promote({ rollout: 'api', namespace: 'x7' });
      await web.untilSwitched('Rollout');
      await web.until('it runs once', async () => {
        expect(await web.images()).toHaveLength(3);
      });
    });
  });

  describe('a Rollout of that name has another selector [name-taken]', () => {
    it('cannot be synced, until that is gone', async () => {
      const web = await scene.deliver('p6', {});
      await scene.applyRollout('p6', { app: 'another' });
      await web.change({ values: on });
      await web.untilOperation(/^(Running|Failed): .*immutable/);
      await web.kubectl([
        ...['delete', 'rollouts.argoproj.io', 'web', '--namespace', 'p6'],
      ]);
      await web.untilSwitched('Rollout');
      expect(await web.images()).toHaveLength(3);
    });
  });

  // Takes all Rollouts away: nothing may come after it.
  describe('the cluster does not know Rollouts', () => {
    const SKIP = 'SkipDryRunOnMissingResource=true';
    let putBack: () => Promise<void>;

    it('leaves no pod ready where the dry run is skipped and PruneLast is not live [skip-dry-run]', async () => {
      const ignored = await scene.deliver('a3-ignored', {
        values: syncOptions(SKIP),
      });
      const heeded = await scene.deliver('a3-heeded', {
        values: syncOptions(SKIP, 'PruneLast=true'),
      });
      const endpoints = await ignored.endpoints();
      const kept = await heeded.endpoints();
      putBack = await scene.removeRolloutDefinition();
      await ignored.change({ values: on });
      await heeded.change({ values: on });
      await ignored.until('no pod is ready', async () => {
        expect(endpoints.range().fewest).toBe(0);
      });
      await heeded.untilOperation(/^(Running|Failed): .*Rollout/);
      expect(kept.range().fewest).toBe(3);
    });

    it('never succeeds, until it does [rollouts-crd]', async () => {
      const web = await scene.deliver('c1', {});
      const endpoints = await web.endpoints();
      await web.change({ values: on });
      await web.untilOperation(/^(Running|Failed): .*Rollout/);
      expect(endpoints.range()).toEqual({ fewest: 3, most: 3 });
      await putBack();
      await web.untilSwitched('Rollout');
    });
  });
});
