import { setTimeout as sleep } from 'node:timers/promises';
import { Row } from '../../../report/Row';
import { Stage } from '../stage/Stage';
import { median, percentile } from '../../../report/statistics';
import { Arrivals } from '../viewers/Arrivals';
import { KubectlWatch } from '../viewers/KubectlWatch';
import { untilShown } from '../viewers/untilShown';

const CHANGES = 400;

/** One change after the other, with nothing else going on. */
export async function changeLatency(stage: Stage): Promise<Row[]> {
  const { log } = stage.context;
  const [name] = stage.names;
  const page = Arrivals.create();
  const kubectl = Arrivals.create();
  const viewer = await stage.look('small', {
    onMessage: (message, at) => {
      if (message.type === 'workload') {
        page.arrived(message.status.name, message.status.replicas.current, at);
      }
    },
  });
  const watch = KubectlWatch.start({
    server: stage.server,
    namespace: 'small',
    onLine: (...line) => kubectl.arrived(...line),
  });
  stage.context.atEnd(() => watch.stop());
  await untilShown('kubectl --watch', () => watch.shown.has(name));
  log(`making ${CHANGES} changes, one after the other`);
  for (let count = 0; count < CHANGES; count++) {
    const { confirmed, number, sentAt } = stage.change('small', name);
    page.sent(name, number, sentAt);
    kubectl.sent(name, number, sentAt);
    await confirmed;
    await untilShown(
      'a change',
      () => page.missing.size === 0 && kubectl.missing.size === 0,
    );
    await sleep(10 + Math.random() * 40);
  }
  viewer.close();
  await watch.stop();
  for (const [who, { latencies }] of [
    ['the stream', page],
    ['kubectl', kubectl],
  ] as const) {
    log(
      `${who}: median ${median(latencies).toFixed(1)} ms, p95 ${percentile(
        latencies,
        0.95,
      ).toFixed(1)} ms`,
    );
  }
  return [
    {
      id: 'change-latency',
      what: `from sending a status change to the API server to its event at a client of the stream / the same to the line of kubectl get rollouts --watch beside it; p95 of ${CHANGES} changes each, one after the other`,
      value:
        percentile(page.latencies, 0.95) / percentile(kubectl.latencies, 0.95),
      unit: 'ratio',
      bar: { atMost: 2 },
    },
  ];
}
