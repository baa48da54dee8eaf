import { Layout } from '../../git/trees/Layout';
import { LaidOutSource } from '../../overlays/LaidOutSource';
import { OverlayChart } from '../../overlays/sources/Overlay';
import { LaidOutTarget } from '../../variants/rendering/TargetLayouts';
import { deliveryCharts } from './deliveryCharts';

const repository = 'https://git.example.com/platform/gitops.git';

const chartIn = (directory: string, name = 'web'): OverlayChart => ({
  name,
  directory,
  layers: [],
});

/** As far as it is looked at. */
const source = (
  charts: OverlayChart[],
  {
    at = { revision: 'main', branch: 'main' },
    chart,
    wanted = [],
  }: {
    at?: { revision: string; branch?: string };
    chart?: LaidOutSource['source']['chart'];
    wanted?: LaidOutSource['overlay']['wanted'];
  } = {},
): LaidOutSource => ({
  source: { repository, revision: at.revision, path: 'apps/web', chart },
  overlay: {
    kind: 'directory',
    manifests: [],
    charts,
    wanted,
    notRendered: [],
  },
  layout: { repository, commit: 'c', branch: at.branch } as Layout,
  refLayouts: new Map(),
});

const placesOf = (...sources: LaidOutSource[]) =>
  deliveryCharts({ sources } as LaidOutTarget, []).map(
    ({ name, place, uses }) => [
      name,
      place.from,
      place.from === 'git' ? place.directory : place.repository,
      uses.length,
    ],
  );

describe('deliveryCharts', () => {
  it('has a chart once that is rendered several times', () => {
    expect(
      placesOf(
        source([chartIn('charts/web'), chartIn('charts/web')]),
        source([chartIn('charts/web'), chartIn('charts/worker', 'worker')]),
      ),
    ).toEqual([
      ['web', 'git', 'charts/web', 3],
      ['worker', 'git', 'charts/worker', 1],
    ]);
  });

  it('tells charts apart that are called alike', () => {
    const charts = deliveryCharts(
      {
        sources: [source([chartIn('charts/web'), chartIn('other/web')])],
      } as LaidOutTarget,
      [],
    );
    expect(new Set(charts.map(({ id }) => id)).size).toBe(2);
  });

  it('keeps a chart apart from itself at another revision, and from no other name of that', () => {
    const charts = [chartIn('charts/web')];
    const found = deliveryCharts(
      {
        sources: [
          source(charts, { at: { revision: 'HEAD', branch: 'main' } }),
          source(charts, { at: { revision: 'v1' } }),
          source(charts, { at: { revision: 'next', branch: 'next' } }),
          source(charts),
        ],
      } as LaidOutTarget,
      [],
    );
    expect(
      found.map(({ place, uses }) => [
        place.from === 'git' && place.revision,
        uses.length,
      ]),
    ).toEqual([
      ['HEAD', 2],
      ['v1', 1],
      ['next', 1],
    ]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(3);
  });

  it('knows what is fetched: by a kustomization, or as the source itself', () => {
    const place = 'apps/web/charts/web';
    expect(
      placesOf(
        source([chartIn(place)], {
          wanted: [
            {
              from: 'repository',
              repository: 'https://charts.example.com/',
              name: 'web',
              version: '1.0.0',
              as: 'directory',
              place,
            },
          ],
        }),
        ...['1.0.0', '2.0.0'].map(version =>
          source([chartIn('web')], {
            chart: {
              repository: 'oci://registry.example.com/charts',
              name: 'web',
              version,
            },
          }),
        ),
      ),
    ).toEqual([
      ['web', 'helm', 'https://charts.example.com', 1],
      ['web', 'registry', 'oci://registry.example.com/charts', 1],
      ['web', 'registry', 'oci://registry.example.com/charts', 1],
    ]);
  });

  it('prepares a chart whose dependencies are fetched into it', () => {
    expect(
      placesOf(
        source([chartIn('charts/web')], {
          wanted: [
            {
              from: 'repository',
              repository: 'https://charts.example.com',
              name: 'redis',
              version: '1.0.0',
              as: 'archive',
              place: 'charts/web/charts/redis-1.0.0.tgz',
            },
          ],
        }),
      ),
    ).toEqual([['web', 'git', 'charts/web', 1]]);
  });
});
