import { Row } from '../../../report/Row';
import { median } from '../../../report/statistics';
import { overlays } from '../repository/repositoryFiles';
import { Stage } from '../stage/Stage';

const SWITCH = 'controllers.progressiveDelivery.enabled';
const ROUNDS = 15;

/** What preflight adds to a preview: clusters are read while it renders. */
export async function preflightReads(stage: Stage): Promise<Row[]> {
  const { context, preview } = stage;
  const { agents } = overlays;
  const withPreflight = () =>
    preview.preview(agents, SWITCH, { preflight: true });
  await preview.beginAnew(agents);
  // The first preview of a process is not counted.
  const { looked } = await withPreflight();
  if (looked === 0) {
    throw new Error('No check has looked');
  }
  const times: Record<
    'without' | 'reading' | 'cold' | 'warm' | 'raw',
    number[]
  > = {
    without: [],
    reading: [],
    cold: [],
    warm: [],
    raw: [],
  };
  let requests = 0;
  for (let round = 0; round < ROUNDS; round++) {
    await preview.beginAnew(agents);
    times.without.push((await preview.preview(agents, SWITCH)).milliseconds);
    await preview.beginAnew(agents);
    times.cold.push((await withPreflight()).milliseconds);
    times.warm.push((await withPreflight()).milliseconds);
    const raw = await preview.rawReads();
    times.raw.push(raw.milliseconds);
    requests = raw.requests;
    await preview.beginAnew(agents);
    const reading = await preview.preview(agents, SWITCH, {
      preflight: 'reads',
    });
    times.reading.push(reading.milliseconds);
  }
  const of = {
    without: median(times.without),
    reading: median(times.reading),
    cold: median(times.cold),
    warm: median(times.warm),
    raw: median(times.raw),
  };
  context.log(
    `preflight: ${looked} checks looked; cold ${of.cold.toFixed()} ms, without ${of.without.toFixed()} ms, without but with its requests made meanwhile ${of.reading.toFixed()} ms, warm ${of.warm.toFixed()} ms, its ${requests} requests alone ${of.raw.toFixed()} ms`,
  );
  const rounds = `medians of ${ROUNDS} rounds, in turns`;
  return [
    {
      id: 'preflight-cold',
      what: `wall time of a cold preview of the agents overlay with preflight, which reads a real cluster meanwhile (what it serves is remembered of an earlier preview) / without; ${rounds}`,
      value: of.cold / of.without,
      unit: 'ratio',
      bar: { atMost: 1.1 },
    },
    {
      id: 'preflight-warm',
      what: `wall time of the same preview once more, with preflight / its ${requests} requests to the Kubernetes plugin made at once by plain fetch; ${rounds}`,
      value: of.warm / of.raw,
      unit: 'ratio',
      bar: { atMost: 1.5 },
    },
  ];
}
