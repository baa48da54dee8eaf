// What its tests use is no export of the package.
/* eslint-disable no-restricted-imports, @backstage/no-forbidden-package-imports */
import { noCharts } from '@progressive-delivery/engine/src/charts/__testUtils__/noCharts';
import {
  production,
  staging,
} from '@progressive-delivery/engine/src/variants/__testUtils__/ExampleVariants';
import { renderTool } from '@progressive-delivery/engine/src/variants/__testUtils__/renderTools';
import {
  ApplicationTarget,
  VariantService,
} from '@progressive-delivery/engine';
/* eslint-enable no-restricted-imports, @backstage/no-forbidden-package-imports */
import { BareRepository } from '../git/__testUtils__/BareRepository';
import { GitScene } from '../git/__testUtils__/GitScene';

// Git and helm are processes, which take their time on a busy machine.
jest.setTimeout(60_000);

const WEB = 'web.progressiveDelivery.enabled';
const WORKER = 'worker.progressiveDelivery.enabled';

const CHART = {
  'charts/shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'charts/shop/values.yaml':
    'web:\n  progressiveDelivery:\n    enabled: false\n',
  'charts/shop/templates/web.yaml':
    'kind: {{ .Values.web.progressiveDelivery.enabled | ternary "Rollout" "Deployment" }}\n',
};
const values = (enabled: boolean) =>
  `web:\n  progressiveDelivery:\n    enabled: ${enabled}\n`;

describe('VariantService, with a real Git repository, tells of commits', () => {
  let git: GitScene;
  let repository: BareRepository;
  let target: ApplicationTarget;
  let variants: VariantService;

  beforeAll(async () => {
    git = await GitScene.create();
    variants = VariantService.create({
      repositories: git.service(),
      charts: noCharts(),
      helm: renderTool('helm'),
      kustomize: renderTool('kustomize'),
      apiVersions: [],
      concurrency: 1,
    });
  });

  beforeEach(() => {
    const made = git.repository();
    repository = made.repository;
    const [{ helm }] = staging.sources;
    target = {
      ...production,
      sources: [
        {
          repository: made.url,
          revision: 'main',
          path: 'charts/shop',
          helm: helm && { ...helm, valueFiles: ['/apps/shop/values.yaml'] },
        },
      ],
    };
  });

  afterAll(() => git.end());

  const switchesAt = async (...commits: (string | undefined)[]) =>
    Object.fromEntries(await variants.switchesAt(target, commits));

  it('which switches were on there, whatever the branch holds now', async () => {
    const off = repository.commit({
      ...CHART,
      'apps/shop/values.yaml': values(false),
    });
    const on = repository.commit({ 'apps/shop/values.yaml': values(true) });
    const later = repository.commit({ README: 'read me\n' });
    const back = repository.commit({ 'apps/shop/values.yaml': values(false) });

    expect(await switchesAt(off)).toEqual({ [WEB]: false });
    expect(await switchesAt(on)).toEqual({ [WEB]: true });
    expect(await switchesAt(later)).toEqual({ [WEB]: true });
    expect(await switchesAt(back)).toEqual({ [WEB]: false });
    expect(await switchesAt(undefined)).toEqual({ [WEB]: false });
  });

  it('also of one that no branch has any longer, as after a squash', async () => {
    repository.commit({ ...CHART, 'apps/shop/values.yaml': values(false) });
    const on = repository.commit(
      { ...CHART, 'apps/shop/values.yaml': values(true) },
      'proposed',
    );
    repository.git(['update-ref', '-d', 'refs/heads/proposed']);
    expect(await switchesAt(on)).toEqual({ [WEB]: true });
  });

  it('those that the chart had there, and no others', async () => {
    const before = repository.commit({
      ...CHART,
      'apps/shop/values.yaml': values(true),
    });
    const after = repository.commit({
      'charts/shop/values.yaml': `${CHART['charts/shop/values.yaml']}worker:\n  progressiveDelivery:\n    enabled: true\n`,
    });
    expect(await switchesAt(before)).toEqual({ [WEB]: true });
    expect(await switchesAt(after)).toEqual({ [WEB]: true, [WORKER]: true });
  });

  it('nothing of one that the repository does not have, nor of one without the overlay', async () => {
    const empty = repository.commit({ README: 'read me\n' });
    repository.commit({ ...CHART, 'apps/shop/values.yaml': values(true) });
    await expect(switchesAt('f'.repeat(40))).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    await expect(switchesAt(empty)).rejects.toThrow(/charts\/shop/);
  });
});
