import { Benchmark } from '../../running/Benchmark';
import { liveChanges } from './rows/liveChanges';
import { DOCUMENTS, longLists } from './rows/longLists';
import { PODS, weights } from './rows/weights';
import { AppBuild } from './stage/AppBuild';
import { OpenedApp } from './stage/OpenedApp';
import { uiStates } from './stage/uiStates';

const PLUGIN = '@progressive-delivery/backstage-plugin-progressive-delivery';

/** Bytes. */
const KILO = 1_000;

export const uiBenchmark: Benchmark = {
  description:
    'What the frontend plugin weighs and costs: a Backstage app in the new frontend system is built for production with the plugin and without it, and opened in a real browser. Sizes are those of the files, compressed with gzip. What the backend would say is answered from objects that were recorded of the real controller. Takes about five minutes.',
  async run(context) {
    const { directory, log, signal } = context;
    log('building the app without the plugin');
    const without = await AppBuild.make({
      ...{ directory, signal },
      without: [PLUGIN],
    });
    log('building the app with the plugin');
    const ours = await AppBuild.make({ directory, signal, without: [] });
    log(
      `every page: ${without.everyPage} bytes without the plugin, ${ours.everyPage} with it`,
    );
    const states = await uiStates();
    log('opening the app');
    const app = await OpenedApp.open(context, [
      states.other,
      states.analysis,
      ...[PODS, 500].map(count => states.pods(count).state),
      ...[1, 10].map(count => states.workloads(count).state),
      states.documents(DOCUMENTS),
    ]);
    return [
      {
        id: 'every-page',
        what: 'what every page of an app loads more with the plugin than without it',
        value: (ours.everyPage - without.everyPage) / KILO,
        unit: 'kB',
        bar: { atMost: 10 },
      },
      ...(await weights(app, states, ours)),
      ...(await liveChanges(app, states, context)),
      ...(await longLists(app, states, context)),
    ];
  },
};
