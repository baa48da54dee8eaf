import { Row } from '../../../report/Row';
import { Traffic } from '../stage/CountingProxy';
import { Stage } from '../stage/Stage';

const ROUNDS = 5;

/** What is fetched after a commit that touches one file of the overlay, until it is laid out again. */
export async function refetch(stage: Stage): Promise<Row[]> {
  const { context, proxy, repository, url } = stage;
  const service = stage.service();
  await stage.layOut(service, 0);
  const rounds: Traffic[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await repository.changeOverlay(0);
    await stage.push();
    service.repositories.refresh(url);
    const started = performance.now();
    const traffic = await proxy.count(() => stage.layOut(service, 0));
    const seconds = (performance.now() - started) / 1000;
    context.log(
      `refetch: ${traffic.bytes} bytes, ${
        traffic.requests
      } requests, ${seconds.toFixed(2)} s`,
    );
    rounds.push(traffic);
  }
  const what = `fetched and laid out after a commit to one file of the overlay; the most of ${ROUNDS}`;
  return [
    {
      id: 'refetch-bytes',
      what: `bytes over the wire, ${what}`,
      value: Math.max(...rounds.map(({ bytes }) => bytes)),
      unit: 'bytes',
      bar: { atMost: 64 * 1024 },
    },
    {
      id: 'refetch-requests',
      what: `HTTP requests, ${what}`,
      value: Math.max(...rounds.map(({ requests }) => requests)),
      unit: 'requests',
      bar: { atMost: 7 },
    },
  ];
}
