import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '@progressive-delivery/sandbox';
import { Row } from '../../../report/Row';
import { LINGER_SECONDS, SEVERAL, Stage } from '../stage/Stage';
import { Freshness } from '../viewers/Freshness';
import { untilShown } from '../viewers/untilShown';
import { Writer } from '../stage/Writer';

/** How long the API server stays away: longer than a look at it takes, and no longer than it needs to start. */
const OUTAGES = [15, 0];
/** What is older has to be said to be so. */
const FRESH_SECONDS = 5;
/** How long changes are made and watched before the kill and after everything is fresh again. */
const CALM_SECONDS = 5;

/** The API server is killed in the middle of changes, and comes back. */
export async function recovery(stage: Stage): Promise<Row[]> {
  const { log } = stage.context;
  log('waiting until nothing else is watched any more');
  await sleep(LINGER_SECONDS * 1000);
  const times: number[] = [];
  let lies = 0;
  for (const seconds of OUTAGES) {
    const outage = await watchOutage(stage, seconds);
    times.push(outage.recovered);
    lies += outage.lies;
    log(
      `away for ${outage.away.toFixed(1)} s: fresh ${outage.recovered.toFixed(
        1,
      )} s after kubectl get answered, ${
        outage.lies
      } stale statuses shown as fresh, the oldest ${outage.oldest.toFixed(
        1,
      )} s`,
    );
  }
  const what = `API server killed (SIGKILL) under 10 changes a second, with ${SEVERAL} Rollouts watched, and started again after ${OUTAGES[0]} s, and once more at once`;
  return [
    {
      id: 'recovery',
      what: `${what}: seconds after kubectl get first answers again until the stream says live and shows a change made then; the longer one of both`,
      value: Math.max(...times),
      unit: 's',
      bar: { atMost: 5 },
    },
    {
      id: 'stale-as-fresh',
      what: `the same: statuses that lacked a change that the API server had confirmed more than ${FRESH_SECONDS} s before, while the stream said live; looked at every 20 ms until ${CALM_SECONDS} s after the recovery`,
      value: lies,
      unit: 'statuses',
      bar: { exactly: 0 },
    },
  ];
}

async function watchOutage(stage: Stage, seconds: number) {
  const { server } = stage;
  const [first, ...others] = stage.names.slice(0, SEVERAL);
  const freshness = Freshness.create({ seconds: FRESH_SECONDS });
  const viewer = await stage.look('medium', {
    onMessage: message => freshness.shown(message),
  });
  const writer = Writer.start(stage, {
    namespace: 'medium',
    names: others,
    onConfirmed: (name, number) => freshness.confirmed(name, number),
  });
  stage.context.atEnd(() => writer.stop());
  await sleep(CALM_SECONDS * 1000);
  const killedAt = performance.now();
  await server.kill();
  await sleep(seconds * 1000);
  server.startAgain();
  await untilKubectlAnswers(stage);
  const answeredAt = performance.now();
  const { confirmed, number } = stage.change('medium', first);
  await confirmed;
  await untilShown(
    'a change after the outage',
    () => viewer.state === 'live' && (viewer.shown.get(first) ?? 0) >= number,
    { seconds: 120 },
  );
  const recovered = (performance.now() - answeredAt) / 1000;
  await sleep(CALM_SECONDS * 1000);
  await writer.stop();
  freshness.stop();
  viewer.close();
  return {
    away: (answeredAt - killedAt) / 1000,
    recovered,
    lies: freshness.lies,
    oldest: freshness.oldest,
  };
}

async function untilKubectlAnswers({ names, server }: Stage): Promise<void> {
  await eventually(
    'kubectl answers',
    () =>
      server.run([
        ...['get', 'rollout', names[0], '--namespace', 'medium'],
        '--request-timeout=2s',
      ]),
    { intervalMilliseconds: 50 },
  );
}
