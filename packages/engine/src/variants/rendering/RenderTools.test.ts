import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderTool } from '../__testUtils__/renderTools';
import { RenderTools } from './RenderTools';

describe('RenderTools', () => {
  let directory: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'progressive-delivery-tools-'));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  /** A command that says a version and does nothing else. */
  const saying = async (name: string, version: string) => {
    const file = join(directory, name);
    await writeFile(file, `#!/bin/sh\necho '${version}'\n`);
    await chmod(file, 0o755);
    return file;
  };
  const create = (
    argocdTools: Record<string, { helm: string; kustomize: string }> = {},
  ) =>
    RenderTools.create({
      helm: renderTool('helm'),
      kustomize: renderTool('kustomize'),
      argocdTools: new Map(Object.entries(argocdTools)),
      kubeVersion: '1.30.0',
      apiVersions: ['example.com/v1'],
    });

  it('finds those of the Argo CD that delivers, else the ones for all', async () => {
    const tools = create({
      old: { helm: renderTool('helm3'), kustomize: renderTool('kustomize') },
    });
    const [ofAll, ofOld, ofUnknown] = await Promise.all([
      tools.find(),
      tools.find({ argocd: 'old' }),
      tools.find({ argocd: 'else' }),
    ]);
    expect(ofAll.profile.helm).toMatch(/^v4\./);
    expect(ofOld.profile.helm).toMatch(/^v3\./);
    expect(ofUnknown).toEqual(ofAll);
    expect(ofOld.profile.id).not.toBe(ofAll.profile.id);
  });

  it('renders for the cluster where there is one, else for what is configured', async () => {
    const tools = create();
    expect((await tools.find()).profile).toMatchObject({
      kubeVersion: '1.30.0',
      apiVersions: ['example.com/v1'],
    });
    expect(
      (
        await tools.find({
          capabilities: { kubeVersion: '1.37.2', apiVersions: ['v1/Pod'] },
        })
      ).profile,
    ).toMatchObject({ kubeVersion: '1.37.2', apiVersions: ['v1/Pod'] });
  });

  it('says which tools cannot work together, and finds those of the other installations', async () => {
    const tools = create({
      mixed: {
        helm: renderTool('helm'),
        kustomize: await saying('kustomize-5.7', 'v5.7.1'),
      },
    });
    const because =
      /Kustomize v5\.7\.1 \(progressiveDelivery\.argocd "mixed"\.tools\) does not run Helm v4/;
    expect(await tools.inspect()).toEqual([
      expect.objectContaining({ together: undefined }),
      expect.objectContaining({
        argocd: 'mixed',
        together: expect.objectContaining({
          message: expect.stringMatching(because),
        }),
      }),
    ]);
    await expect(tools.find({ argocd: 'mixed' })).rejects.toThrow(because);
    expect((await tools.find({ argocd: 'other' })).profile.helm).toMatch(
      /^v4\./,
    );
  });

  it('says all that is missing, and finds it once it is there', async () => {
    const tools = create({
      later: {
        helm: join(directory, 'helm-later'),
        kustomize: join(directory, 'kustomize-later'),
      },
    });
    const [ofAll, later] = await tools.inspect();
    expect([ofAll.helm, ofAll.kustomize]).toEqual([
      expect.objectContaining({ state: 'found', version: expect.any(String) }),
      expect.objectContaining({ state: 'found', version: expect.any(String) }),
    ]);
    for (const tool of ['helm', 'kustomize'] as const) {
      expect(later[tool]).toEqual({
        state: 'unusable',
        error: expect.objectContaining({
          message: expect.stringContaining(
            `${tool}-later is not there or cannot be run: correct progressiveDelivery.argocd "later".tools.${tool}`,
          ),
        }),
      });
    }
    await expect(tools.find({ argocd: 'later' })).rejects.toThrow(
      'is not there',
    );
    await saying('helm-later', 'v3.19.4');
    await saying('kustomize-later', 'v5.8.1');
    expect((await tools.find({ argocd: 'later' })).profile.helm).toBe(
      'v3.19.4',
    );
  });
});
