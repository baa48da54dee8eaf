import { Benchmark } from '../../running/Benchmark';
import { AppBuild } from './stage/AppBuild';
import { openedTab } from './stage/openedTab';

const PLUGIN = '@progressive-delivery/backstage-plugin-progressive-delivery';

/** Bytes. */
const KILO = 1_000;

export const uiBenchmark: Benchmark = {
  description:
    'What the frontend plugin weighs: a Backstage app in the new frontend system is built for production with the plugin and without it, and opened in a real browser. Sizes are those of the files, compressed with gzip. Takes about three minutes.',
  async run(context) {
    const { directory, log, signal } = context;
    log('building the app without the plugin');
    const without = await AppBuild.make({
      ...{ directory, signal },
      without: [PLUGIN],
    });
    log('building the app with the plugin');
    const ours = await AppBuild.make({ directory, signal, without: [] });
    log('opening the tab');
    const opened = ours.bytesOf(await openedTab(context));
    log(
      `every page: ${without.everyPage} bytes without the plugin, ${ours.everyPage} with it; the tab: ${opened}`,
    );
    return [
      {
        id: 'every-page',
        what: 'what every page of an app loads more with the plugin than without it',
        value: (ours.everyPage - without.everyPage) / KILO,
        unit: 'kB',
        bar: { atMost: 10 },
      },
      {
        id: 'tab',
        what: "what opening the tab loads besides what a component's overview, with the card, has loaded",
        value: opened / KILO,
        unit: 'kB',
        bar: { atMost: 150 },
      },
    ];
  },
};
