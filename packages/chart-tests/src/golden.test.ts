import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { examples } from './examples';
import { fixture } from './fixtures';
import { kustomizeBuild } from './rendering/kustomizeBuild';
import { render } from './rendering/render';

const helms = ['helm', 'helm3'] as const;
const overlays = ['defaults', 'everything', 'production', 'staging'];
const switches = {
  both: { progressiveDelivery: { enabled: true } },
  controllers: { controllers: { progressiveDelivery: { enabled: true } } },
};

/** Compares with what is committed. `yarn golden` writes it anew: read the difference before you commit it. */
async function expectGolden(name: string, rendering: string) {
  const file = fixture(`golden/${name}`);
  if (process.env.PD_UPDATE_GOLDEN) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, rendering);
  }
  expect(rendering).toBe(await readFile(file, 'utf8'));
}

describe.each(helms)('golden renderings by %s', helm => {
  for (const overlay of overlays) {
    it.each(Object.entries(switches))(
      `${overlay} with Rollouts for: %s`,
      async (name, values) => {
        const rendering = await render({
          helm,
          valueFiles: [fixture(`values/${overlay}.yaml`)],
          values,
        });
        await expectGolden(`${helm}/${overlay}-${name}.yaml`, rendering);
      },
    );
  }

  it('the production overlay as Argo CD builds it', async () => {
    const { code, stdout, stderr } = await kustomizeBuild(examples.production, {
      helm,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    // kustomize brings both Helms' output into the same form.
    await expectGolden('production-overlay.yaml', stdout);
  });
});
