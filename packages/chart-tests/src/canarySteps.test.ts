import { stringify } from 'yaml';
import { badCanaries } from './canaries/badCanaries';
import { withCanary } from './canaries/Canary';
import { goodCanaries } from './canaries/goodCanaries';
import { helmTemplate } from './rendering/helmTemplate';
import { lintRollouts } from './rendering/lintRollouts';
import { findManifest, parseManifests } from './rendering/parseManifests';
import { render } from './rendering/render';

describe('canarySteps', () => {
  it.each(goodCanaries)(
    '%s: rendered as written, accepted by the controller',
    async (_, canary) => {
      const rendering = await render({ values: withCanary(canary) });
      const rollout = findManifest(
        parseManifests(rendering),
        'Rollout',
        'agents-controllers',
      );
      const { canarySteps: steps, ...rest } = canary;
      expect(rollout.spec!.strategy).toEqual({
        canary: { maxSurge: 1, maxUnavailable: 0, steps, ...rest },
      });
      expect(await lintRollouts(rendering)).toEqual({
        code: 0,
        stdout: '',
        stderr: '',
      });
    },
  );

  it("takes a component's own over those of both", async () => {
    const manifests = parseManifests(
      await render({
        values: {
          progressiveDelivery: {
            enabled: true,
            canarySteps: [{ setWeight: 50 }],
          },
          controllers: {
            progressiveDelivery: { canarySteps: [{ setWeight: 10 }] },
          },
        },
      }),
    );
    const stepsOf = (name: string) =>
      (
        findManifest(manifests, 'Rollout', name).spec!.strategy as {
          canary: { steps: unknown };
        }
      ).canary.steps;
    expect(stepsOf('agents')).toEqual([{ setWeight: 50 }]);
    expect(stepsOf('agents-controllers')).toEqual([{ setWeight: 10 }]);
  });
});

describe('what the schema cannot say of a canary, the template says', () => {
  async function expectFailure(values: object, says: string) {
    const { code, stderr } = await helmTemplate({ values });
    expect(code).not.toBe(0);
    expect(stderr).toContain(says);
  }

  it.each(badCanaries)('%j', async (canary, says) => {
    await expectFailure(withCanary(canary), says);

    // And the controller agrees: the same canary in a Rollout that came without our checks.
    const rendering = parseManifests(
      await render({
        values: withCanary({ canarySteps: [{ setWeight: 5 }] }),
      }),
    );
    const rollout = findManifest(rendering, 'Rollout', 'agents-controllers');
    const { canarySteps: steps, ...rest } = canary;
    rollout.spec!.strategy = { canary: { steps, ...rest } };
    const lint = await lintRollouts(stringify(rollout));
    expect(lint.code).not.toBe(0);
    expect(lint.stdout + lint.stderr).toContain('spec.strategy');
  });

  it('an experiment with the same template twice, which fails only when it is its turn', () =>
    expectFailure(
      withCanary({
        canarySteps: [
          {
            experiment: {
              templates: [
                { name: 'a', specRef: 'stable' },
                { name: 'a', specRef: 'canary' },
              ],
            },
          },
        ],
      }),
      'canarySteps[0].experiment.templates[1].name (a) is there twice',
    ));

  it('steps of both components where one of them has no traffic router', () =>
    expectFailure(
      {
        progressiveDelivery: {
          enabled: true,
          canarySteps: [{ setCanaryScale: { replicas: 1 } }],
        },
      },
      'progressiveDelivery.canarySteps[0].setCanaryScale needs controlPlane.progressiveDelivery.trafficRouting',
    ));

  it('the supported providers, even where the schema is skipped, as Argo CD can', async () => {
    for (const provider of ['flagger', '']) {
      const { code, stderr } = await helmTemplate({
        values: { progressiveDelivery: { enabled: true, provider } },
        args: ['--skip-schema-validation'],
      });
      expect(code).not.toBe(0);
      expect(stderr).toContain(
        `progressiveDelivery.provider "${provider}" is not supported; supported: argo-rollouts`,
      );
    }
  });
});
