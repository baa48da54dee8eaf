import { GITOPS, layOut, sourceOf, subjectOf } from './__testUtils__/layOut';
import { Entry } from '../git/__testUtils__/treeOf';

const VALUES = 'https://git.example.com/platform/values.git';

const CHART = { 'app/Chart.yaml': 'name: web\n', 'app/values.yaml': 'a: 0\n' };

const helmOf = async (
  files: Record<string, Entry>,
  helm: Record<string, unknown>,
  refFiles: Record<string, Entry> = {},
) => {
  const laidOut = await layOut(
    { [GITOPS]: { ...CHART, ...files }, [VALUES]: refFiles },
    sourceOf({ helm }, 'spec.sources[0]'),
    {
      subject: subjectOf({ severalSources: Object.keys(refFiles).length > 0 }),
      refSources:
        Object.keys(refFiles).length > 0
          ? [sourceOf({ repoURL: VALUES, ref: 'values', path: undefined })]
          : [],
    },
  );
  if (laidOut.overlay.kind !== 'helm') {
    throw new Error('It is no Helm source');
  }
  return { ...laidOut, overlay: laidOut.overlay };
};

const valueFiles = async (
  files: string[],
  written: string[],
  options: Record<string, unknown> = {},
) => {
  const { overlay } = await helmOf(
    Object.fromEntries(files.map(file => [file, ''])),
    { valueFiles: written, ...options },
  );
  return overlay.helm.valueFiles.map(({ path }) => path);
};

describe('layOutSource, of a Helm source', () => {
  const files = ['app/a.yaml', 'app/b.yaml', 'app/c.yaml', 'root.yaml'];

  // The cases of argo-cd v3.6 reposerver/repository getResolvedValueFiles.
  it.each([
    [
      ['b.yaml', 'a.yaml'],
      ['app/b.yaml', 'app/a.yaml'],
    ],
    [
      ['a.yaml', 'b.yaml', 'a.yaml'],
      ['app/a.yaml', 'app/b.yaml'],
    ],
    [['/root.yaml', '../root.yaml'], ['root.yaml']],
    [['[a-c].yaml'], ['app/a.yaml', 'app/b.yaml', 'app/c.yaml']],
    [
      ['[a-c].yaml', 'a.yaml'],
      ['app/b.yaml', 'app/c.yaml', 'app/a.yaml'],
    ],
    [
      ['c.yaml', '?.yaml'],
      ['app/c.yaml', 'app/a.yaml', 'app/b.yaml'],
    ],
    [['$ARGOCD_APP_PROJECT_NAME.yaml'], ['app/default.yaml']],
  ])('reads the values files %j', async (written, expected) => {
    expect(await valueFiles([...files, 'app/default.yaml'], written)).toEqual(
      expected,
    );
  });

  it('leaves out what is missing only where the source says so', async () => {
    const written = ['none.yaml', 'none-*.yaml', 'a.yaml'];
    await expect(valueFiles(files, written)).rejects.toThrow(
      'app/none.yaml does not exist',
    );
    await expect(valueFiles(files, written.slice(1))).rejects.toThrow(
      'The pattern "none-*.yaml" of the values files matches no file',
    );
    expect(
      await valueFiles(files, written, { ignoreMissingValueFiles: true }),
    ).toEqual(['app/a.yaml']);
  });

  it('substitutes parameters, keeps the last of each name, and reads files for them', async () => {
    const { overlay } = await helmOf(
      { 'app/script.sh': 'echo', 'license.txt': 'free' },
      {
        parameters: [
          { name: 'a', value: 'one' },
          { name: 'a', value: '$ARGOCD_APP_NAME' },
          { name: 'a', value: '${ARGOCD_APP_REVISION}', forceString: true },
        ],
        fileParameters: [
          { name: 'script', path: 'script.sh' },
          { name: 'license', path: '/license.txt' },
        ],
      },
    );
    expect(overlay.helm).toMatchObject({
      set: [{ name: 'a', value: 'web' }],
      setString: [{ name: 'a', value: '1'.repeat(40) }],
      setFile: [
        { name: 'script', file: { path: 'app/script.sh' } },
        { name: 'license', file: { path: 'license.txt' } },
      ],
    });
    expect(overlay.charts[0].layers.at(-1)).toEqual({
      kind: 'inline',
      field: 'helm.fileParameters (license)',
      owner: 'Application web',
      values: { license: 'free' },
    });
  });

  it('refuses the name of a file parameter that would make helm read another file', async () => {
    await expect(
      helmOf(
        { 'app/a': '' },
        { fileParameters: [{ name: 'x=/etc/passwd,y', path: 'a' }] },
      ),
    ).rejects.toThrow(
      /The name of the file parameter .* is more than the path/,
    );
    await expect(
      helmOf(
        {},
        { fileParameters: [{ name: 'x', path: '/../../etc/passwd' }] },
      ),
    ).rejects.toThrow(/leads out of the repository/);
  });

  describe('that refers to another source', () => {
    it('takes its files from that repository, in their place among its own', async () => {
      const { refLayouts, overlay } = await helmOf(
        { 'app/own.yaml': '' },
        {
          valueFiles: ['own.yaml', '$values/env/*.yaml', '$values/web.yaml'],
          fileParameters: [{ name: 'x', path: '$values/x.txt' }],
        },
        {
          'web.yaml': '',
          'env/b.yaml': '',
          'env/a.yaml': '',
          'x.txt': 'text',
          'unrelated.yaml': '',
        },
      );
      const expected = [
        { path: 'app/own.yaml' },
        { ref: 'values', path: 'env/a.yaml' },
        { ref: 'values', path: 'env/b.yaml' },
        { ref: 'values', path: 'web.yaml' },
      ];
      expect(overlay.helm.valueFiles).toEqual(expected);
      expect(overlay.helm.setFile).toEqual([
        { name: 'x', file: { ref: 'values', path: 'x.txt' } },
      ]);
      expect(overlay.charts[0].layers.slice(0, 4)).toEqual(
        expected.map(file => ({ kind: 'file', ...file })),
      );
      expect(
        Array.from(refLayouts.get('values')!.layout.files.keys()).sort(),
      ).toEqual(['env/a.yaml', 'env/b.yaml', 'web.yaml', 'x.txt']);
    });

    it('keeps within that repository', async () => {
      const values = { 'a.yaml': '' };
      await expect(
        helmOf({}, { valueFiles: ['$values/../a.yaml'] }, values),
      ).rejects.toThrow(/leads out of the repository/);
      await expect(
        helmOf({}, { valueFiles: ['$values/none.yaml'] }, values),
      ).rejects.toThrow('none.yaml does not exist');
      await expect(
        helmOf({}, { valueFiles: ['$other/a.yaml'] }, values),
      ).rejects.toThrow(
        '"$other/a.yaml" refers to a source $other, and there are only $values',
      );
    });

    it.each(['$values/evil.yaml', '$values/ev*.yaml'])(
      'follows no link out of that repository: %s',
      async file => {
        for (const link of ['/etc/passwd', '../../secret.yaml']) {
          await expect(
            helmOf({}, { valueFiles: [file] }, { 'evil.yaml': { link } }),
          ).rejects.toThrow(
            'The symbolic link evil.yaml leads out of the repository',
          );
        }
      },
    );

    it.each([
      [{ chart: 'web' }, '$values is a chart of a Helm repository'],
      [{ tagPrefix: 'web/' }, 'spec.source sets tagPrefix'],
    ])('refuses to read those of %j', async (fields, reason) => {
      await expect(
        layOut(
          { [GITOPS]: CHART, [VALUES]: { 'a.yaml': '' } },
          sourceOf({ helm: { valueFiles: ['$values/a.yaml'] } }),
          {
            subject: subjectOf({ severalSources: true }),
            refSources: [
              sourceOf({ repoURL: VALUES, ref: 'values', ...fields }),
            ],
          },
        ),
      ).rejects.toThrow(`Cannot preview: ${reason}`);
    });

    it('knows a file of the same repository by both names', async () => {
      const own = { ...CHART, 'app/a.yaml': '', 'app/b.yaml': '' };
      const { overlay } = await layOut(
        { [GITOPS]: own },
        sourceOf({ helm: { valueFiles: ['$self/app/?.yaml', 'a.yaml'] } }),
        {
          subject: subjectOf({ severalSources: true }),
          refSources: [sourceOf({ ref: 'self', path: undefined })],
        },
      );
      expect(overlay).toMatchObject({
        helm: {
          valueFiles: [
            { ref: 'self', path: 'app/b.yaml' },
            { path: 'app/a.yaml' },
          ],
        },
      });
    });
  });

  it('knows what an encrypted file sets, and does not render it', async () => {
    const { overlay } = await helmOf(
      {
        'app/secrets.yaml':
          'progressiveDelivery:\n  enabled: ENC[AES256_GCM,data:x]\nsops: {}\n',
        'app/a.yaml': '',
      },
      {
        valueFiles: ['secrets+age-import:///keys/k.txt?secrets.yaml', 'a.yaml'],
      },
    );
    expect(overlay.notRendered).toEqual([
      {
        id: 'valuesEncrypted',
        parameters: { file: 'secrets+age-import:///keys/k.txt?secrets.yaml' },
      },
    ]);
    expect(overlay.charts[0].layers).toEqual([
      { kind: 'file', path: 'app/a.yaml' },
      expect.objectContaining({
        owner: 'app/secrets.yaml',
        values: expect.objectContaining({
          progressiveDelivery: { enabled: 'ENC[AES256_GCM,data:x]' },
        }),
      }),
    ]);
  });
});

describe('layOutSource, with files that change the source', () => {
  it('merges them as Argo CD does, and says which of them owns a value', async () => {
    const { overlay } = await helmOf(
      {
        'app/.argocd-source.yaml':
          'helm:\n  releaseName: shared\n  valuesObject: { b: 2 }\n  parameters:\n    - { name: image.tag, value: v1 }\n',
        'app/.argocd-source-web.yaml':
          'repoURL: https://evil.example.com\nhelm:\n  parameters:\n    - { name: image.tag, value: v2 }\n',
        'app/.argocd-source-other.yaml': 'helm: { releaseName: other }\n',
      },
      { valuesObject: { a: 1 }, skipCrds: true },
    );
    expect(overlay.helm).toMatchObject({
      releaseName: 'shared',
      skipCrds: true,
      values: '{"a":1,"b":2}',
      set: [{ name: 'image.tag', value: 'v2' }],
    });
    expect(overlay.charts[0].layers).toEqual([
      {
        kind: 'inline',
        field: 'helm.valuesObject',
        owner: 'Application web, app/.argocd-source.yaml',
        values: { a: 1, b: 2 },
      },
      {
        kind: 'inline',
        field: 'helm.parameters (image.tag)',
        owner: 'app/.argocd-source-web.yaml',
        values: { image: { tag: 'v2' } },
      },
    ]);
  });

  it('leaves what a list element had where the new one says nothing, as Go does', async () => {
    const { overlay } = await helmOf(
      {
        'app/.argocd-source.yaml':
          'helm: { skipCrds: null, parameters: [{ name: b, value: "2" }] }\n',
      },
      {
        skipCrds: true,
        parameters: [{ name: 'a', value: '1', forceString: true }],
      },
    );
    expect(overlay.helm).toMatchObject({
      skipCrds: true,
      set: [],
      setString: [{ name: 'b', value: '2' }],
    });
  });

  it.each([
    ['- a', 'app/.argocd-source.yaml is not a mapping'],
    ['a: [', 'app/.argocd-source.yaml is not valid YAML, line 2'],
    [
      ['a: &a [x, x, x, x, x, x, x, x, x, x]']
        .concat(
          Array.from({ length: 9 }, (_, index) => {
            const before = String.fromCharCode(97 + index);
            const own = String.fromCharCode(98 + index);
            return `${own}: &${own} [${`*${before},`.repeat(10)}]`;
          }),
        )
        .join('\n'),
      'app/.argocd-source.yaml has aliases that stand for more than ',
    ],
    [
      `a: ${'['.repeat(50_000)}`,
      'app/.argocd-source.yaml is nested more than 100 levels deep',
    ],
    [
      `# ${'x'.repeat(300_000)}`,
      'app/.argocd-source.yaml is longer than 262,144 characters',
    ],
    [
      'helm: { parameters: { a: 1 } }',
      'Argo CD changes the source by app/.argocd-source.yaml, and its field helm.parameters is invalid: ',
    ],
  ])('refuses what cannot be read so (%#)', async (text, reason) => {
    await expect(
      helmOf({ 'app/.argocd-source.yaml': text }, {}),
    ).rejects.toThrow(`Cannot preview: ${reason}`);
  });
});

describe('layOutSource, of a kustomization that the Application changes', () => {
  const kustomizationOf = async (
    kustomize: Record<string, unknown>,
    files: Record<string, Entry> = {},
  ) => {
    const { layout, overlay } = await layOut(
      { [GITOPS]: { 'app/kustomization.yaml': '', ...files } },
      sourceOf({ kustomize }),
    );
    if (overlay.kind !== 'kustomize') {
      throw new Error('It is no kustomization');
    }
    return { ...overlay, paths: Array.from(layout.files.keys()) };
  };

  it('edits it by the commands of Argo CD, in its order', async () => {
    const { kustomize } = await kustomizationOf({
      namePrefix: '-x-',
      nameSuffix: '-y',
      images: ['web=registry.example.com/web:$ARGOCD_APP_REVISION_SHORT_8'],
      replicas: [{ name: 'web', count: '3' }],
      commonLabels: { app: '${ARGOCD_APP_NAME}' },
      forceCommonLabels: true,
      labelWithoutSelector: true,
      commonAnnotations: { a: '$ARGOCD_APP_NAME' },
      namespace: 'shop',
    });
    expect(kustomize.edits).toEqual([
      ['edit', 'set', 'nameprefix', '--', '-x-'],
      ['edit', 'set', 'namesuffix', '--', '-y'],
      ['edit', 'set', 'image', 'web=registry.example.com/web:11111111'],
      ['edit', 'set', 'replicas', 'web=3'],
      ['edit', 'add', 'label', '--force', '--without-selector', 'app:web'],
      ['edit', 'add', 'annotation', 'a:$ARGOCD_APP_NAME'],
      ['edit', 'set', 'namespace', '--', 'shop'],
    ]);
  });

  it('takes the components and patches that it names', async () => {
    const files = {
      'parts/one/kustomization.yaml': 'kind: Component\nresources: [a.yaml]\n',
      'parts/one/a.yaml': '',
      'parts/two/kustomization.yaml': 'kind: Component\n',
      'app/patch.yaml': '',
    };
    const { kustomize, paths } = await kustomizationOf(
      {
        components: ['../parts/none', '../parts/one', '../parts/two'],
        ignoreMissingComponents: true,
        patches: [{ path: 'patch.yaml' }],
      },
      files,
    );
    // Argo CD v3.6 takes only the first that exists.
    expect(kustomize.components).toEqual(['../parts/one']);
    expect(paths).toEqual([
      'app/kustomization.yaml',
      'app/patch.yaml',
      'parts/one/a.yaml',
      'parts/one/kustomization.yaml',
    ]);
  });

  it.each([
    [{ images: ['--output=/tmp/x'] }, 'could be taken for an option'],
    [{ commonLabels: { '--force': 'x' } }, 'could be taken for an option'],
    [{ replicas: [{ name: 'a', count: 'x' }] }, 'asks for "x" replicas'],
    [{ components: ['https://example.com/a'] }, 'is remote, or could be'],
    [{ components: ['*'] }, 'is a pattern'],
    [{ components: ['../none'] }, 'none, which Application web names'],
    [{ patches: [{ path: '../../a' }] }, 'leads out of the repository'],
    [
      { patches: [{ patch: 'config.kubernetes.io/function: x' }] },
      'asks for a function',
    ],
  ])('refuses %j', async (kustomize, reason) => {
    await expect(kustomizationOf(kustomize)).rejects.toThrow(reason);
  });

  it('hands on the variables that an env file takes from the build environment, and no others', async () => {
    const files = (line: string) => ({
      'app/kustomization.yaml':
        'configMapGenerator: [{ name: a, envs: [a.env] }]\n',
      'app/a.env': `# ARGOCD_APP_REVISION\nA=1\n${line}\n`,
    });
    const { kustomize } = await kustomizationOf({}, files('ARGOCD_APP_NAME'));
    expect(kustomize.environment).toEqual({ ARGOCD_APP_NAME: 'web' });
    await expect(kustomizationOf({}, files('HOME'))).rejects.toThrow(
      'app/a.env takes HOME from the environment that Argo CD runs in',
    );
  });
});
