import diagnostics from 'node:diagnostics_channel';
import {
  Comparison,
  DocumentChange,
  SeenComparison,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  CONTROLLERS,
  ExampleVariants,
  production,
  VALUES,
} from './__testUtils__/ExampleVariants';

// Tools and a thread that reads TypeScript take their time to start on a busy machine.
jest.setTimeout(60_000);

const SETTINGS = 240;

const change = { switch: CONTROLLERS, enabled: true };

const seen = ({ digest, profile }: Comparison): SeenComparison => ({
  ...change,
  digest,
  profile: profile.id,
});

describe('the documents of a comparison, with real helm and kustomize', () => {
  let scene: ExampleVariants;
  let processes = 0;
  const count = () => {
    processes += 1;
  };

  beforeEach(() => {
    scene = ExampleVariants.create();
    scene.repositories.write(
      'charts/agents/templates/settings.yaml',
      `{{ range until ${SETTINGS} }}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings-{{ . }}, labels: { mode: mode-{{ $.Values.controllers.progressiveDelivery.enabled }} } }
data: { password: hunter-{{ . }}, mode: mode-{{ $.Values.controllers.progressiveDelivery.enabled }} }
{{ end }}`,
    );
    processes = 0;
    diagnostics.subscribe('child_process', count);
  });
  afterEach(() => diagnostics.unsubscribe('child_process', count));

  const compare = (values = false) =>
    scene.variants.compare(production, change, { values });

  it('follow its first ones page by page, without rendering again', async () => {
    const { comparison } = await compare();
    expect(comparison.changed).toBe(SETTINGS + 1);
    expect(comparison.changes[0].change).toBe('kind-changed');
    const rendered = processes;
    expect(rendered).toBeGreaterThan(0);

    const shown: DocumentChange[] = [...comparison.changes];
    let cursor = comparison.nextCursor;
    while (cursor) {
      const page = await scene.variants.documents(production, {
        ...seen(comparison),
        cursor,
      });
      shown.push(...page.changes);
      cursor = page.nextCursor;
    }
    expect(new Set(shown.map(({ after }) => after?.name)).size).toBe(
      SETTINGS + 1,
    );
    expect(
      await scene.variants.documents(production, seen(comparison)),
    ).toEqual({
      changes: comparison.changes,
      nextCursor: comparison.nextCursor,
    });
    expect(processes).toBe(rendered);
    expect(JSON.stringify(shown)).not.toContain('hunter');
  });

  it('are there with all their lines, and with values for those alone who may see them', async () => {
    const { comparison } = await compare();
    const place = comparison.changes.findIndex(
      ({ after }) => after?.kind === 'ConfigMap',
    );
    const [masked, shown] = await Promise.all(
      [false, true].map(values =>
        scene.variants.document(production, seen(comparison), place, {
          values,
        }),
      ),
    );
    expect(masked.patch).toContain('   password: ••• (same)\n');
    expect(masked.patch).toContain('-  mode: ••• (different)\n');
    expect(shown.patch).toMatch(/^ {3}password: hunter-\d+$/m);
    expect(shown.patch).toContain('-  mode: mode-false\n');

    await expect(
      scene.variants.document(production, seen(comparison), 9_999),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      message: `There is no document 9999: ${
        SETTINGS + 1
      } differ, counted from 0`,
    });
  });

  it('are refused once it would be another comparison, and so are those that were never one', async () => {
    const { comparison } = await compare();
    const { nextCursor: cursor } = comparison;
    scene.repositories.commit = '2'.repeat(40);
    scene.repositories.write('README.md', 'unrelated');
    await expect(
      scene.variants.documents(production, { ...seen(comparison), cursor }),
    ).resolves.toMatchObject({ nextCursor: expect.any(String) });

    const outdated = {
      name: 'ConflictError',
      message: expect.stringMatching(
        /no longer what you previewed.* Preview it ag/,
      ),
    };
    for (const other of [{ digest: 'd' }, { profile: 'p' }]) {
      await expect(
        scene.variants.documents(production, {
          ...seen(comparison),
          cursor,
          ...other,
        }),
      ).rejects.toMatchObject(outdated);
    }
    scene.repositories.write(
      VALUES,
      scene.repositories.files.get(VALUES)!.toString().replace('info', 'debug'),
    );
    await expect(
      scene.variants.documents(production, { ...seen(comparison), cursor }),
    ).rejects.toMatchObject(outdated);
    await expect(
      scene.variants.document(production, seen(comparison), 0),
    ).rejects.toMatchObject(outdated);
  });
});
