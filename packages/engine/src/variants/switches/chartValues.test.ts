import { Entry } from '../../git/__testUtils__/treeOf';
import { GITOPS, layOut, sourceOf } from '../../overlays/__testUtils__/layOut';
import { chartValues } from './chartValues';

const chart = (
  directory: string,
  { name, dependencies = [] }: { name: string; dependencies?: object[] },
): Record<string, Entry> => ({
  [`${directory}/Chart.yaml`]: JSON.stringify({
    apiVersion: 'v2',
    name,
    version: '1.0.0',
    dependencies: dependencies.map(each => ({ version: '1.0.0', ...each })),
  }),
  [`${directory}/values.yaml`]: `of: ${name}\n`,
});

const subcharts = async (files: Record<string, Entry>) => {
  const laidOut = await layOut({ [GITOPS]: files }, sourceOf());
  const { subcharts: found = [] } = chartValues(
    laidOut,
    laidOut.overlay.charts[0],
    'v4.3.1',
  );
  return found
    .map(({ defaults, under }) => `${under.join('.')}: ${defaults.text.trim()}`)
    .sort();
};

describe('charts within a chart', () => {
  it('are found where they stand', async () => {
    expect(
      await subcharts({
        ...chart('app', {
          name: 'web',
          dependencies: [{ name: 'cache', alias: 'sessions' }],
        }),
        ...chart('app/charts/cache', { name: 'cache' }),
        ...chart('app/charts/cache/charts/metrics', { name: 'metrics' }),
      }),
    ).toEqual(['sessions.metrics: of: metrics', 'sessions: of: cache']);
  });

  it('are found by links to their directories, and to their files', async () => {
    expect(
      await subcharts({
        ...chart('app', { name: 'web' }),
        'app/charts/cache': { link: '../../shared/cache' },
        ...chart('shared/cache', { name: 'cache' }),
        'shared/cache/Chart.yaml': { link: '../cache.yaml' },
        'shared/cache.yaml':
          '{ apiVersion: v2, name: cache, version: 1.0.0 }\n',
      }),
    ).toEqual(['cache: of: cache']);
  });

  it('are found where the folder of charts is a link', async () => {
    expect(
      await subcharts({
        ...chart('app', { name: 'web' }),
        'app/charts': { link: '../shared' },
        ...chart('shared/cache', { name: 'cache' }),
      }),
    ).toEqual(['cache: of: cache']);
  });
});
