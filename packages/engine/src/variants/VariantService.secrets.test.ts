import { hiddenValue } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  CONTROLLERS,
  ExampleVariants,
  production,
  VALUES,
} from './__testUtils__/ExampleVariants';

// Tools and a thread that reads TypeScript take their time to start on a busy machine.
jest.setTimeout(60_000);

describe('VariantService, with real helm and kustomize', () => {
  let scene: ExampleVariants;

  beforeEach(() => {
    scene = ExampleVariants.create();
  });

  it("says in the chart's own words why a variant does not render", async () => {
    scene.repositories.write(
      VALUES,
      `${scene.repositories.files.get(
        VALUES,
      )}progressiveDelivery:\n  provider: flagger\n`,
    );
    await expect(
      scene.variants.compare(production, {
        switch: CONTROLLERS,
        enabled: true,
      }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(
        /^Argo CD cannot render this overlay now: .*provider/s,
      ),
    });
    const description = await scene.variants.describe(production);
    expect(description.switches).toHaveLength(3);
    expect(description.problems).toMatchObject([
      {
        id: 'renderFailed',
        text: expect.stringMatching(/^Argo CD cannot render this overlay now/),
      },
    ]);
  });

  it("masks what is secret in the chart's own words", async () => {
    scene.repositories.write(
      'charts/agents/templates/secret.yaml',
      [
        'apiVersion: v1',
        'kind: Secret',
        'metadata: { name: database }',
        'stringData: { url: "{{ .Values.database.url }}" }',
      ].join('\n'),
    );
    scene.repositories.write(
      'charts/agents/templates/broken.yaml',
      '{{ fail (printf "%s, %s and %s" .Values.database.url .Values.database.password .Values.database.title) }}',
    );
    scene.repositories.write(
      'charts/agents/values.schema.json',
      JSON.stringify({ type: 'object' }),
    );
    scene.repositories.write(
      VALUES,
      `${scene.repositories.files.get(
        VALUES,
      )}database:\n  url: mongodb://known\n  password: hunter-2\n  title: shown\n`,
    );
    const failed = scene.variants.compare(production, {
      switch: CONTROLLERS,
      enabled: true,
    });
    await expect(failed).rejects.toThrow(
      /agents\/templates\/broken\.yaml:1:\d+.*•••, ••• and •••/s,
    );
    const { problems } = await scene.variants.describe(production);
    expect(problems.map(({ text }) => text).join()).toMatch(/•••, ••• and •••/);
    expect(problems.map(({ text }) => text).join()).not.toMatch(
      /known|hunter|shown/,
    );
  });

  it('never shows the values of a Secret', async () => {
    scene.repositories.write(
      'charts/agents/templates/secret.yaml',
      [
        'apiVersion: v1',
        'kind: Secret',
        'metadata: { name: token }',
        'stringData:',
        '  same: very-secret-same',
        '  mode: very-secret-{{ .Values.controllers.progressiveDelivery.enabled }}',
      ].join('\n'),
    );
    const { comparison } = await scene.variants.compare(production, {
      switch: CONTROLLERS,
      enabled: true,
    });
    const secret = comparison.changes.find(
      ({ after }) => after?.kind === 'Secret',
    );
    expect(changedLines(secret!.patch)).toEqual([
      '-  mode: ••• (different)',
      '+  mode: ••• (different)',
    ]);
    expect(secret!.differences).toEqual([
      {
        change: 'changed',
        path: ['stringData', 'mode'],
        before: hiddenValue.different,
        after: hiddenValue.different,
      },
    ]);
    const { comparison: withValues } = await scene.variants.compare(
      production,
      { switch: CONTROLLERS, enabled: true },
      { values: true },
    );
    expect(withValues.masked).toBe(false);
    for (const shown of [comparison, withValues]) {
      expect(JSON.stringify(shown)).not.toContain('very-secret');
    }
  });

  it('shows values to those alone who may see them', async () => {
    scene.repositories.write(
      'charts/agents/templates/settings.yaml',
      [
        'apiVersion: v1',
        'kind: ConfigMap',
        'metadata: { name: settings }',
        'data:',
        '  mode: mode-{{ .Values.controllers.progressiveDelivery.enabled }}',
        '  level: debug-level',
      ].join('\n'),
    );
    const settings = async (values: boolean) => {
      const { comparison } = await scene.variants.compare(
        production,
        { switch: CONTROLLERS, enabled: true },
        { values },
      );
      const change = comparison.changes.find(
        ({ after }) => after?.name === 'settings',
      );
      return change!.patch;
    };
    const shown = await settings(true);
    expect(shown).toContain('-  mode: mode-false\n+  mode: mode-true\n');
    expect(shown).toContain('level: debug-level');
    const masked = await settings(false);
    expect(masked).toContain(
      '-  mode: ••• (different)\n+  mode: ••• (different)\n',
    );
    expect(masked).toContain('level: ••• (same)');
  });
});

function changedLines(patch: string): string[] {
  return patch.split('\n').filter(line => /^[+-](?![+-]{2} )/.test(line));
}
