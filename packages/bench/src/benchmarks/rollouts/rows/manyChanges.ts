import { setTimeout as sleep } from 'node:timers/promises';
import { TimedOutError } from '@progressive-delivery/sandbox';
import { z } from 'zod/v4';
import { Row } from '../../../report/Row';
import { listPages } from '../cluster/listPages';
import { paths } from '../cluster/paths';
import { MANY, Stage } from '../stage/Stage';
import { median, percentile } from '../../../report/statistics';
import { Arrivals } from '../viewers/Arrivals';
import { KubectlWatch } from '../viewers/KubectlWatch';
import { untilShown } from '../viewers/untilShown';

const A_SECOND = 200;
const SECONDS = 60;
/** How long the last changes may take to be shown. */
const SETTLING_SECONDS = 10;

const rolloutSchema = z.object({
  metadata: z.object({ name: z.string() }),
  status: z.object({ replicas: z.number() }),
});

/** Changes all over a large namespace, faster than anybody could follow. */
export async function manyChanges(stage: Stage): Promise<Row[]> {
  const { log } = stage.context;
  const page = Arrivals.create();
  const kubectl = Arrivals.create();
  const viewer = await stage.look('large', {
    onMessage: (message, at) => {
      if (message.type === 'workload') {
        page.arrived(message.status.name, message.status.replicas.current, at);
      }
    },
  });
  const watch = KubectlWatch.start({
    server: stage.server,
    namespace: 'large',
    onLine: (...line) => kubectl.arrived(...line),
  });
  stage.context.atEnd(() => watch.stop());
  await untilShown('kubectl --watch', () => watch.shown.size === MANY);
  log(`making ${A_SECOND} changes a second for ${SECONDS} s`);
  const before = await stage.backend.measure();
  const made = await makeChanges(stage, [page, kubectl]);
  const after = await stage.backend.measure();
  const lost = await lostStates(stage, viewer.shown);
  viewer.close();
  await watch.stop();
  log(
    `${made} changes made; the backend took ${(
      (after.cpu - before.cpu) /
      1000
    ).toFixed(1)} s of CPU`,
  );
  for (const [who, { latencies }] of [
    ['the stream', page],
    ['kubectl', kubectl],
  ] as const) {
    log(
      `${who}: ${latencies.length} shown, median ${median(latencies).toFixed(
        1,
      )} ms, p95 ${percentile(latencies, 0.95).toFixed(1)} ms`,
    );
  }
  const what = `the same ${MANY} Rollouts under ${A_SECOND} status changes a second for ${SECONDS} s, one run`;
  return [
    {
      id: 'lost-states',
      what: `${what}: Rollouts of which the stream does not show, ${SETTLING_SECONDS} s after the last change, what a LIST then says`,
      value: lost,
      unit: 'rollouts',
      bar: { exactly: 0 },
    },
    {
      id: 'many-changes-latency',
      what: `${what}: from sending a change to its event at the client, or a later one of the same Rollout / the same to the line of kubectl get rollouts --watch beside it; p95 of each`,
      value:
        made < 0.95 * A_SECOND * SECONDS
          ? NaN
          : percentile(page.latencies, 0.95) /
            percentile(kubectl.latencies, 0.95),
      unit: 'ratio',
      bar: { atMost: 3 },
    },
  ];
}

/** At a rate that does not wait for anything. @returns how many */
async function makeChanges(stage: Stage, told: Arrivals[]): Promise<number> {
  const { names } = stage;
  const started = performance.now();
  const confirmations: Promise<unknown>[] = [];
  let made = 0;
  while (performance.now() - started < SECONDS * 1000) {
    const due = ((performance.now() - started) / 1000) * A_SECOND;
    for (; made < due; made++) {
      const name = names[Math.floor(Math.random() * names.length)];
      const { confirmed, number, sentAt } = stage.change('large', name);
      told.forEach(each => each.sent(name, number, sentAt));
      confirmations.push(confirmed);
    }
    await sleep(5);
  }
  await Promise.all(confirmations);
  return made;
}

async function lostStates(
  { client }: Stage,
  shown: Map<string, number>,
): Promise<number> {
  const wanted = new Map<string, number>();
  await listPages(client, paths.rollouts('large'), item => {
    const { metadata, status } = rolloutSchema.parse(item);
    wanted.set(metadata.name, status.replicas);
  });
  const lost = () =>
    Array.from(wanted).filter(([name, number]) => shown.get(name) !== number)
      .length;
  try {
    await untilShown('the last state', () => lost() === 0, {
      seconds: SETTLING_SECONDS,
    });
  } catch (error) {
    if (!(error instanceof TimedOutError)) {
      throw error;
    }
  }
  return lost();
}
