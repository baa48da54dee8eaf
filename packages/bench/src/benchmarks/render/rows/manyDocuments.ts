import { Row } from '../../../report/Row';
import { ByHand } from '../ByHand';
import { DOCUMENTS } from '../repository/manyDocumentsChart';
import { overlays } from '../repository/repositoryFiles';
import { Stage } from '../Stage';

const SWITCH = 'progressiveDelivery.enabled';
const MEBIBYTE = 2 ** 20;

/** An overlay of as many documents as fit below the limits. Once only: kustomize takes its time. */
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
  const { bytes, milliseconds } = await byHand.build();
  context.log(
    `${DOCUMENTS} documents of ${(bytes / MEBIBYTE).toFixed(
      1,
    )} MiB: by hand ${milliseconds.toFixed()} ms, cold ${cold.milliseconds.toFixed()} ms, during which the event loop was blocked for at most ${cold.longestBlock.toFixed()} ms; memory ${(
      idle / MEBIBYTE
    ).toFixed()} MiB, at most ${(peak / MEBIBYTE).toFixed()} MiB`,
  );
  return [
    {
      id: 'many-cold',
      what: `wall time of a cold preview of an overlay of ${DOCUMENTS} documents, its files there / two kustomize builds by hand at once; once`,
      value: cold.milliseconds / milliseconds,
      unit: 'ratio',
      bar: { atMost: 1.5 },
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
