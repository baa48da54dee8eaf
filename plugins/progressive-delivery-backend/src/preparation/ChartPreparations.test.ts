import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NotFoundError } from '@backstage/errors';
import { chartsResponseSchema } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { deploymentSchema } from '@progressive-delivery/engine';
import { CHART, OVERLAY } from './__testUtils__/chartWithoutSwitch';
import {
  PreparationScene,
  PreparedChart,
} from './__testUtils__/PreparationScene';

// Git and helm are processes, and threads learn TypeScript first, which takes its time on a busy machine.
jest.setTimeout(120_000);

const valuesOf = ({ values }: PreparedChart['proof']) =>
  values.map(({ text }) => text);

describe('ChartPreparations, with a real repository and the real helm', () => {
  let scene: PreparationScene;

  beforeAll(async () => {
    scene = await PreparationScene.create();
  });
  beforeEach(() => scene.begin({ ...CHART, ...OVERLAY }));
  afterAll(() => scene.end());

  it('finds the chart that a kustomization renders, and that it has no switch', async () => {
    const target = scene.target();
    const answer = await scene.service.list(target);
    expect(chartsResponseSchema.parse(answer)).toEqual(answer);
    expect(answer).toEqual({
      charts: [
        {
          id: expect.stringMatching(/^web-[0-9a-f]{10}$/),
          name: 'web',
          repository: scene.url,
          directory: 'charts/web',
          switches: [],
        },
      ],
    });
    const helm = await scene.only(scene.target({ path: 'charts/web' }));
    expect(helm.id).toBe(answer.charts[0].id);
  });

  it('proves what gives it the switch, with all values of the repository that use it', async () => {
    scene.repository.commit({
      'charts/web/values-large.yaml': 'replicas: 9\n',
      'charts/web/ci/small-values.yaml': 'replicas: 1\n',
      'apps/web-staging/kustomization.yaml':
        'helmGlobals: { chartHome: ../../charts }\nhelmCharts: [{ name: web, valuesInline: { replicas: 4 } }]\n',
      'apps/other/kustomization.yaml': 'helmCharts: [{ name: web }]\n',
      'apps/other/charts/web/Chart.yaml': 'name: web\n',
    });
    const { base, files, masked, notes, proof, workloads } =
      await scene.prepared();
    expect(files.map(({ isNew, path }) => [path, isNew])).toEqual([
      ['charts/web/values.yaml', false],
      ['charts/web/templates/_progressive-delivery.tpl', true],
      ['charts/web/templates/deployment.yaml', false],
    ]);
    const [inValues, helper, template] = files.map(({ patch }) => patch);
    expect(inValues).not.toMatch(/^[ -][^-]/m);
    expect(helper).toMatch(/^--- \/dev\/null\n\+\+\+ b\/charts\/web/);
    expect(template).toMatch(/^--- a\/charts\/web[^]*\n metadata:\n/);
    expect(masked).toBe(false);
    expect(base).toEqual({
      repository: scene.url,
      branch: 'main',
      commit: scene.repository.head('main'),
    });
    expect(workloads).toEqual([
      {
        template: 'templates/deployment.yaml',
        line: 2,
        switch: 'progressiveDelivery.enabled',
        replicasAdded: false,
      },
    ]);
    expect(valuesOf(proof)).toEqual(
      expect.arrayContaining([
        "the chart's own values",
        'apps/web/values.yaml',
        'charts/web/values-large.yaml',
        'charts/web/ci/small-values.yaml',
        'apps/web-staging/kustomization.yaml',
      ]),
    );
    expect(valuesOf(proof)).not.toContain('apps/other/kustomization.yaml');
    // The kustomization calls its release so.
    expect(proof.workloads).toEqual(['Deployment web']);
    expect(notes).toEqual([]);
  });

  it('leaves out values of the repository with which the chart does not render as it is', async () => {
    scene.repository.commit({
      'charts/web/templates/check.yaml':
        '{{ if eq .Values.image "broken" }}{{ fail .Values.image }}{{ end }}',
      'charts/web/values-broken.yaml': 'image: broken\n',
    });
    const { notes, proof } = await scene.prepared();
    expect(notes).toEqual([
      expect.objectContaining({
        id: 'valuesNotTried',
        parameters: expect.objectContaining({
          file: 'charts/web/values-broken.yaml',
        }),
      }),
    ]);
    expect(valuesOf(proof)).toContain('apps/web/values.yaml');
    expect(valuesOf(proof)).not.toContain('charts/web/values-broken.yaml');
  });

  it('shows lines that change alone to those who may not see values', async () => {
    const { files, masked } = await scene.prepared(false);
    expect(masked).toBe(true);
    const patches = files.map(({ patch }) => patch).join('');
    expect(patches).toContain('+progressiveDelivery:');
    expect(patches).not.toMatch(/^ /m);
    expect(patches).not.toContain('nginx');
  });

  it('says what is in the way, and quotes no values', async () => {
    scene.repository.commit({
      'charts/web/templates/token.yaml':
        '{{ if ne .Values.image "nginx:1.27" }}{{ fail .Values.image }}{{ end }}',
      'apps/web/values.yaml': 'image: secret-image\n',
    });
    const refused = await scene.prepare();
    expect(refused).toMatchObject({
      state: 'refused',
      obstacles: [{ id: 'doesNotRender' }],
    });
    expect(JSON.stringify(refused)).not.toContain('secret-image');
    expect(JSON.stringify(refused)).not.toContain('/tmp');
    await expect(
      scene.proposeSeen(refused.chart, { digest: 'd' }),
    ).rejects.toThrow(/^The chart web cannot be prepared: The chart does not/);
  });

  it('knows that a merged chart has a switch, and whether what runs is pruned last', async () => {
    const { proposal } = await scene.propose();
    const workload = (annotations?: object) =>
      deploymentSchema.parse({
        metadata: { name: 'web', namespace: 'shop', annotations },
        spec: {},
      });
    scene.host.end(1, 'merged');
    const target = scene.target();
    const chart = await scene.only(target);
    expect(chart).toMatchObject({
      switches: ['progressiveDelivery.enabled'],
      proposal: { number: proposal.number, state: 'merged' },
    });
    expect(chart.notPreparable).toBeUndefined();
    expect(chart.pruneLast).toBeUndefined();
    const { charts } = await scene.service.list({ ...target, kind: 'overlay' });
    expect(charts[0].pruneLast).toMatchObject({
      state: 'unknown',
      unchecked: [{ message: 'noApplication' }],
    });
    scene.live = [workload()];
    expect((await scene.only(target)).pruneLast).toEqual({
      state: 'missing',
      workloads: [{ namespace: 'shop', name: 'web' }],
      unchecked: [],
    });
    scene.live = [
      workload({ 'argocd.argoproj.io/sync-options': 'PruneLast=true' }),
    ];
    expect((await scene.only(target)).pruneLast).toEqual({
      state: 'live',
      workloads: [],
      unchecked: [],
    });
    await expect(scene.service.prepare(target, chart.id)).rejects.toMatchObject(
      {
        message:
          'The chart web already has a switch: progressiveDelivery.enabled',
        problem: { id: 'chartHasSwitch' },
      },
    );
    await expect(scene.service.prepare(target, 'other-0')).rejects.toThrow(
      NotFoundError,
    );
  });

  describe('says why no pull request can prepare', () => {
    it.each<[string, object]>([
      ['plainDirectory', { path: 'plain' }],
      ['noChart', { path: 'kustomized' }],
      ['unreadable', { path: 'nothing' }],
      ['plugin', { path: 'plain', plugin: { name: 'cdk8s' } }],
    ])('a target without a chart: %s', async (id, source) => {
      scene.repository.commit({
        'plain/web.yaml': 'kind: Deployment\n',
        'kustomized/kustomization.yaml': 'resources: [web.yaml]\n',
        'kustomized/web.yaml': 'kind: Deployment\n',
        'nothing/kustomization.yaml': 'resources: [missing.yaml]\n',
      });
      expect(await scene.service.list(scene.target(source))).toEqual({
        charts: [],
        notPreparable: expect.objectContaining({ id }),
      });
    });

    it('a chart that a plugin renders', async () => {
      expect(
        await scene.only(
          scene.target({ path: 'charts/web', plugin: { name: 'cdk8s' } }),
        ),
      ).toMatchObject({ name: 'web', notPreparable: { id: 'plugin' } });
    });

    it('what may be in a source that cannot be read, beside the charts of others', async () => {
      scene.repository.commit({
        'nothing/kustomization.yaml': 'resources: [missing.yaml]\n',
        'plain/web.yaml': 'kind: Deployment\n',
      });
      const target = scene.target(
        { path: 'apps/web' },
        { path: 'nothing' },
        { path: 'plain', plugin: { name: 'cdk8s' } },
      );
      const answer = await scene.service.list(target);
      expect(chartsResponseSchema.parse(answer)).toEqual(answer);
      expect(answer).toMatchObject({
        charts: [{ name: 'web' }],
        unreadable: [
          {
            source: 'spec.sources[1]',
            because: { id: 'namedMissing', parameters: expect.anything() },
          },
          { source: 'spec.sources[2]', because: { id: 'sourceOfPlugin' } },
        ],
      });
      expect(answer.notPreparable).toBeUndefined();
    });

    it('the same chart at a tag, and prepares it on the branch', async () => {
      scene.repository.git(['tag', 'v1', 'main']);
      const { charts } = await scene.service.list(
        scene.target(
          { path: 'apps/web', targetRevision: 'v1' },
          { path: 'apps/web' },
        ),
      );
      expect(charts).toMatchObject([
        { name: 'web', notPreparable: { id: 'baseNotABranch' } },
        { name: 'web' },
      ]);
      expect(charts[1].notPreparable).toBeUndefined();
    });

    it('a chart at a tag', async () => {
      scene.repository.git(['tag', 'v1', 'main']);
      expect(
        await scene.only(
          scene.target({ path: 'apps/web', targetRevision: 'v1' }),
        ),
      ).toMatchObject({
        notPreparable: {
          id: 'baseNotABranch',
          parameters: { revision: 'v1' },
        },
      });
    });

    it('a chart whose templates are a link', async () => {
      scene.repository.commit({
        'charts/web/templates/deployment.yaml': {
          link: '../../../shared/deployment.yaml',
        },
        'shared/deployment.yaml': CHART['charts/web/templates/deployment.yaml'],
      });
      expect(await scene.only()).toMatchObject({
        notPreparable: {
          id: 'linked',
          parameters: {
            link: 'charts/web/templates/deployment.yaml',
            directory: 'charts/web',
          },
        },
      });
    });
  });

  describe('with what is hostile', () => {
    it('reads nothing beyond the repository by a link', async () => {
      scene.repository.commit({
        'charts/web/templates/passwd.yaml': { link: '/etc/passwd' },
      });
      expect(await scene.service.list(scene.target())).toMatchObject({
        charts: [],
        notPreparable: { id: 'unreadable' },
      });
    });

    it('refuses text that is not UTF-8', async () => {
      const file = join(scene.repository.directory, 'latin1');
      writeFileSync(file, Buffer.from('# caf\u00e9\n', 'latin1'));
      const blob = scene.repository.git(['hash-object', '-w', file]);
      scene.repository.git(
        ['fast-import', '--quiet', '--force'],
        [
          'commit refs/heads/main',
          'committer Somebody <somebody@example.com> 1700000000 +0000',
          'data 0',
          `from ${scene.repository.head('main')}`,
          `M 100644 ${blob} charts/web/templates/latin.yaml`,
          '',
        ].join('\n'),
      );
      expect(await scene.prepare()).toMatchObject({
        state: 'refused',
        obstacles: [
          { id: 'notText', parameters: { file: 'templates/latin.yaml' } },
        ],
      });
    });

    it('reads no chart of too many files', async () => {
      scene.repository.commit(
        Object.fromEntries(
          Array.from({ length: 5_001 }, (_, index) => [
            `charts/web/files/${index}`,
            '',
          ]),
        ),
      );
      expect(await scene.service.list(scene.target())).toMatchObject({
        charts: [],
        notPreparable: { id: 'unreadable' },
      });
    });
  });
});
