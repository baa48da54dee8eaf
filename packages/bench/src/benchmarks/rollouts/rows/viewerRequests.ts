import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Row } from '../../../report/Row';
import { LINGER_SECONDS, Stage } from '../stage/Stage';
import { untilShown } from '../viewers/untilShown';

const VIEWERS = 500;
/** As many tabs as a user may have open at a replica. */
const TABS = 20;
const SECONDS = 60;

/** What the API server is asked for, by its own audit log, while one or many look at the same component. */
export async function viewerRequests(stage: Stage): Promise<Row[]> {
  const { log } = stage.context;
  const one = await requestsWith(stage, 1);
  log(`${one} requests within ${SECONDS} s with one viewer`);
  const many = await requestsWith(stage, VIEWERS);
  log(`${many} requests within ${SECONDS} s with ${VIEWERS} viewers`);
  return [
    {
      id: 'viewer-requests',
      what: `requests that reach the API server (its audit log) with ${VIEWERS} viewers of one component, ${
        VIEWERS / TABS
      } users with ${TABS} streams each / with 1; each over ${SECONDS} s from the first look on, a change every second, all viewers shown the last one; "1.0" is up to 1.05, since looks at the cluster are not in step with the clock`,
      value: many / one,
      unit: 'ratio',
      bar: { atMost: 1.05 },
    },
  ];
}

async function requestsWith(stage: Stage, count: number): Promise<number> {
  const { log } = stage.context;
  const [name] = stage.names;
  log('waiting until nothing is watched any more');
  await sleep(LINGER_SECONDS * 1000);
  const before = await requests(stage);
  const end = performance.now() + SECONDS * 1000;
  const viewers = await Promise.all(
    Array.from({ length: count }, (_, index) =>
      stage.look('small', { user: `viewer-${Math.floor(index / TABS)}` }),
    ),
  );
  let last = 0;
  while (performance.now() < end) {
    const { confirmed, number } = stage.change('small', name);
    last = number;
    await confirmed;
    await sleep(Math.min(1000, Math.max(0, end - performance.now())));
  }
  const after = await requests(stage);
  await untilShown('the last change', () =>
    viewers.every(({ shown }) => shown.get(name) === last),
  );
  viewers.forEach(viewer => viewer.close());
  return after - before;
}

async function requests({ server }: Stage): Promise<number> {
  return (await readFile(server.auditLog, 'utf8')).split('\n').length;
}
