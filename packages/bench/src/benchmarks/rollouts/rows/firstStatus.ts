import { setTimeout as sleep } from 'node:timers/promises';
import { Row } from '../../../report/Row';
import { LINGER_SECONDS, MANY, Stage } from '../stage/Stage';
import { median } from '../../../report/statistics';
import { untilShown } from '../viewers/untilShown';
import { rawList } from './rawList';

const REPETITIONS = 5;
const MEBIBYTE = 2 ** 20;

/** What it takes to look at a large namespace: time until everything is shown, and memory while it is. */
export async function firstStatus(stage: Stage): Promise<Row[]> {
  const { backend, context } = stage;
  const { log } = context;
  const times: number[] = [];
  const memories: number[] = [];
  for (let count = 0; count < REPETITIONS; count++) {
    await sleep(LINGER_SECONDS * 1000);
    const idle = await backend.measure();
    const list = await rawList(stage, 'large');
    const started = performance.now();
    const viewer = await stage.look('large');
    await untilShown('a Rollout', () => viewer.shown.size === MANY);
    const milliseconds = performance.now() - started;
    const watching = await backend.measure();
    viewer.close();
    times.push(milliseconds / list.milliseconds);
    memories.push((watching.live - idle.live) / list.bytes);
    log(
      [
        `all shown after ${milliseconds.toFixed(0)} ms`,
        `(${(watching.cpu - idle.cpu).toFixed(0)} ms of CPU, with garbage`,
        `collections), LIST of ${list.objects} objects`,
        `${list.milliseconds.toFixed(0)} ms;`,
        `memory ${mebibytes(idle.live)} idle, ${mebibytes(watching.live)}`,
        `watching (resident ${mebibytes(idle.rss)}, ${mebibytes(
          watching.rss,
        )});`,
        `LIST ${mebibytes(list.bytes)}, stream ${mebibytes(viewer.bytes)}`,
      ].join(' '),
    );
  }
  const objects = `${MANY} Rollouts, each 3 ReplicaSets and 5 pods, in one namespace`;
  return [
    {
      id: 'first-status',
      what: `${objects}: from opening the stream, with nothing watched yet, to the last first status at the client / LIST of the same Rollouts, ReplicaSets and pods, 500 a page, straight from the API server by a Node process that only parses the JSON; median of ${REPETITIONS} pairs, one after the other`,
      value: median(times),
      unit: 'ratio',
      bar: { atMost: 2 },
    },
    {
      id: 'memory',
      what: `the same: the backend's live memory (V8 heap and external, after garbage collection) with all of them watched and shown less that before / bytes of that LIST; median of ${REPETITIONS}`,
      value: median(memories),
      unit: 'ratio',
      bar: { atMost: 0.5 },
    },
  ];
}

function mebibytes(bytes: number): string {
  return `${(bytes / MEBIBYTE).toFixed(1)} MiB`;
}
