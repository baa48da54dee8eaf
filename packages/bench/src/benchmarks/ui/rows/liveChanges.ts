import { BenchmarkContext } from '../../../running/Benchmark';
import { Row } from '../../../report/Row';
import { OpenedApp } from '../stage/OpenedApp';
import { PodsState, UiStates } from '../stage/uiStates';

/** Those before are not counted: what the browser compiles of the page is compiled then. */
const WARM_UP = 100;
const CHANGES = 200;
const MANY_CHANGES = 1_000;

/** Bytes. */
const MEGA = 1_000_000;

/** What it costs to show one change. */
interface Cost {
  /** Of the main thread. */
  milliseconds: number;
  renderings: number;
}

/** What live changes cost a page that stays open. */
export async function liveChanges(
  app: OpenedApp,
  { pods, workloads }: UiStates,
  { log }: Pick<BenchmarkContext, 'log'>,
): Promise<Row[]> {
  const few = await costOf(app, pods(50));
  const many = await costOf(app, pods(500));
  const alone = await costOf(app, workloads(1));
  const amongTen = await costOf(app, workloads(10));
  log(
    `a change: ${few.milliseconds.toFixed(
      1,
    )} ms with 50 pods, ${many.milliseconds.toFixed(1)} ms with 500; ${
      alone.renderings
    } renderings of one workload, ${amongTen.renderings} of one of ten`,
  );
  return [
    {
      id: 'pods',
      what: `main thread time of a change of one pod of 500 / of one of 50; mean of ${CHANGES} changes`,
      value: many.milliseconds / few.milliseconds,
      unit: 'ratio',
      bar: { atMost: 1.5 },
    },
    {
      id: 'renderings',
      what: `components that React renders for a change of one workload of ten / of one that is alone; mean of ${CHANGES} changes`,
      value: amongTen.renderings / alone.renderings,
      unit: 'ratio',
      bar: { atMost: 1.2 },
    },
    {
      id: 'heap',
      what: `JavaScript heap after ${MANY_CHANGES} changes of a workload with 50 pods - after ${WARM_UP}, each after a garbage collection`,
      value: (await heapGrowth(app, pods(50))) / MEGA,
      unit: 'MB',
      bar: { atMost: 2 },
    },
  ];
}

async function costOf(app: OpenedApp, pods: PodsState): Promise<Cost> {
  await open(app, pods);
  const before = {
    busy: await app.busySeconds(),
    renderings: await app.renderings(),
  };
  await app.change(pods, { first: WARM_UP + 1, last: WARM_UP + CHANGES });
  return {
    milliseconds: (1_000 * ((await app.busySeconds()) - before.busy)) / CHANGES,
    renderings: ((await app.renderings()) - before.renderings) / CHANGES,
  };
}

/** Bytes. */
async function heapGrowth(app: OpenedApp, pods: PodsState): Promise<number> {
  await open(app, pods);
  const before = await app.heap();
  await app.change(pods, { first: WARM_UP + 1, last: MANY_CHANGES });
  return (await app.heap()) - before;
}

async function open(app: OpenedApp, pods: PodsState): Promise<void> {
  await app.openOverview(pods.state);
  await app.openTab(pods.state);
  await app.change(pods, { first: 1, last: WARM_UP });
}
