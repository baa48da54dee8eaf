import { LaidOutSource } from '../../overlays/LaidOutSource';
import { ChartPlace, FoundChart } from './deliveryCharts';
import { PreparationConditions, whyNotPreparable } from './whyNotPreparable';

const inGit: ChartPlace = {
  from: 'git',
  repository: 'https://git.example.com/platform/gitops.git',
  directory: 'charts/web',
  commit: '1'.repeat(40),
  branch: 'main',
  revision: 'main',
};

const why = (
  chart: Partial<FoundChart> = {},
  conditions: Partial<PreparationConditions> = {},
) =>
  whyNotPreparable(
    {
      id: 'web-1',
      name: 'web',
      uses: [],
      switches: [],
      place: inGit,
      ...chart,
    },
    { proposals: true, isHosted: () => true, link: undefined, ...conditions },
  );

describe('whyNotPreparable', () => {
  it('has nothing against a chart without a switch that is on a branch', () => {
    expect(why()).toBeUndefined();
  });

  it('has nothing to say of a chart that has a switch, wherever it is', () => {
    expect(
      why({
        switches: ['progressiveDelivery.enabled'],
        place: {
          from: 'helm',
          repository: 'https://charts.example.com',
          version: '1.0.0',
        },
      }),
    ).toBeUndefined();
  });

  it.each([
    ['helm', 'https://charts.example.com', 'fromHelmRepository'],
    ['registry', 'oci://registry.example.com/charts', 'fromRegistry'],
  ] as const)('sends to where it is developed: %s', (from, repository, id) => {
    expect(
      why({ place: { from, repository, version: '1.0.0' } }),
    ).toMatchObject({
      id,
      parameters: { chart: 'web', repository },
      text: expect.stringContaining('npx @progressive-delivery/cli adopt'),
    });
  });

  it('leaves alone what a plugin renders', () => {
    const source = 'spec.source';
    const laidOut = {
      source: {
        notRendered: { id: 'sourceOfPlugin', parameters: { source } },
      },
    } as LaidOutSource;
    const chart = { name: 'web', directory: 'charts/web', layers: [] };
    expect(why({ uses: [{ laidOut, chart }] })).toMatchObject({
      id: 'plugin',
      parameters: { source },
      text: expect.stringContaining('npx @progressive-delivery/cli adopt'),
    });
  });

  it('needs a branch', () => {
    expect(
      why({ place: { ...inGit, branch: undefined, revision: 'v1' } }),
    ).toMatchObject({
      id: 'baseNotABranch',
      parameters: { revision: 'v1', commit: '11111111' },
    });
  });

  it.each<[string, Partial<PreparationConditions>]>([
    ['linked', { link: 'charts/web/templates' }],
    ['proposalsDisabled', { proposals: false }],
    ['hostUnsupported', { isHosted: () => false }],
  ])('says %s', (id, conditions) => {
    expect(why({}, conditions)).toMatchObject({ id });
  });
});
