import { Row } from '../../../report/Row';
import { median } from '../../../report/statistics';
import { ByHand } from '../stage/ByHand';
import { DOCUMENTS } from '../repository/manyDocumentsChart';
import { overlays } from '../repository/repositoryFiles';
import { Stage } from '../stage/Stage';

const SWITCH = 'progressiveDelivery.enabled';
const MEBIBYTE = 2 ** 20;

/** Few: kustomize takes its time. */
const ROUNDS = 3;

/** An overlay of as many documents as fit below the limits. */
export async function manyDocuments(stage: Stage): Promise<Row[]> {
  const { context, preview } = stage;
  const overlay = overlays.manyDocuments;
  await preview.beginAnew(overlay);
  const idle = await preview.idleMemory();
  const cold = await preview.preview(overlay, SWITCH);
  const peak = await preview.peakMemory();
  if (cold.documents !== DOCUMENTS || cold.changes.join() !== 'kind-changed') {
    throw new Error(
      `The preview shows ${cold.changes.join()} of ${cold.documents} documents`,
    );
  }
  const byHand = await ByHand.prepare(stage, { overlay, edit: cold.edit });
  const times: Record<'byHand' | 'cold', number[]> = {
    byHand: [],
    cold: [cold.milliseconds],
  };
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    if (round > 0) {
      await preview.beginAnew(overlay);
      times.cold.push((await preview.preview(overlay, SWITCH)).milliseconds);
    }
    const built = await byHand.build();
    times.byHand.push(built.milliseconds);
    bytes = built.bytes;
  }
  const of = { byHand: median(times.byHand), cold: median(times.cold) };
  const rounds = `medians of ${ROUNDS} rounds, in turns`;
  context.log(
    `${DOCUMENTS} documents of ${(bytes / MEBIBYTE).toFixed(
      1,
    )} MiB: by hand ${of.byHand.toFixed()} ms, cold ${of.cold.toFixed()} ms, during which the event loop was blocked for at most ${cold.longestBlock.toFixed()} ms; memory ${(
      idle / MEBIBYTE
    ).toFixed()} MiB, at most ${(peak / MEBIBYTE).toFixed()} MiB`,
  );
  return [
    {
      id: 'many-cold',
      what: `wall time of a cold preview of an overlay of ${DOCUMENTS} documents, its files there / two kustomize builds by hand at once; ${rounds}`,
      value: of.cold / of.byHand,
      unit: 'ratio',
      bar: { atMost: 1.15 },
    },
    {
      id: 'many-memory',
      what: 'peak memory (RSS) of the process during it over that before / size of the text that one of the two builds gives; once',
      value: (peak - idle) / bytes,
      unit: 'ratio',
      bar: { atMost: 12 },
    },
  ];
}
