import { Row } from '../../../report/Row';
import { median } from '../../../report/statistics';
import { ByHand } from '../stage/ByHand';
import { overlays } from '../repository/repositoryFiles';
import { Stage } from '../stage/Stage';

const SWITCH = 'controllers.progressiveDelivery.enabled';
const ROUNDS = 9;
const AT_ONCE = 50;

/** The example's own overlay: alone, once more, and asked for by many at once. */
export async function agentsOverlay(stage: Stage): Promise<Row[]> {
  const { context, preview } = stage;
  const { agents } = overlays;
  await preview.beginAnew(agents);
  // The first preview of a process is not counted; it tells the edit.
  const { changes, edit } = await preview.preview(agents, SWITCH);
  if (changes.join() !== 'kind-changed') {
    throw new Error(`The preview shows ${changes.join()}`);
  }
  const byHand = await ByHand.prepare(stage, { overlay: agents, edit });
  await byHand.build();

  const times: Record<
    'byHand' | 'cold' | 'warm' | 'opened' | 'many',
    number[]
  > = { byHand: [], cold: [], warm: [], opened: [], many: [] };
  let warmSubprocesses = 0;
  const counted = { one: 0, many: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    times.byHand.push((await byHand.build()).milliseconds);
    await preview.beginAnew(agents);
    const cold = await preview.preview(agents, SWITCH);
    times.cold.push(cold.milliseconds);
    counted.one += cold.renderings;
    const warm = await preview.preview(agents, SWITCH);
    times.warm.push(warm.milliseconds);
    warmSubprocesses += warm.subprocesses;
    await preview.beginAnew(agents);
    await preview.showTarget(agents);
    const opened = await preview.preview(agents, SWITCH);
    times.opened.push(opened.milliseconds);
    await preview.beginAnew(agents);
    const many = await preview.preview(agents, SWITCH, {
      times: AT_ONCE,
    });
    times.many.push(many.milliseconds);
    counted.many += many.renderings;
  }
  const of = {
    byHand: median(times.byHand),
    cold: median(times.cold),
    warm: median(times.warm),
    opened: median(times.opened),
    many: median(times.many),
  };
  context.log(
    `agents: by hand ${of.byHand.toFixed()} ms, cold ${of.cold.toFixed()} ms, warm ${of.warm.toFixed(
      1,
    )} ms, with the target shown before ${of.opened.toFixed()} ms, ${AT_ONCE} at once ${of.many.toFixed()} ms`,
  );
  const rounds = `medians of ${ROUNDS} rounds, in turns`;
  return [
    {
      id: 'agents-cold',
      what: `wall time of a cold preview of the agents overlay, its files there / two kustomize builds by hand at once; ${rounds}`,
      value: of.cold / of.byHand,
      unit: 'ratio',
      bar: { atMost: 1 },
    },
    {
      id: 'agents-opened',
      what: `wall time of a preview as a person opens it, whose target was shown before, so that what Git holds is rendered already / two kustomize builds by hand at once; ${rounds}`,
      value: of.opened / of.byHand,
      unit: 'ratio',
      bar: { atMost: 0.6 },
    },
    {
      id: 'agents-warm',
      what: `wall time of the same preview once more / the cold one; ${rounds}`,
      value: of.warm / of.cold,
      unit: 'ratio',
      bar: { atMost: 0.02 },
    },
    {
      id: 'agents-warm-subprocesses',
      what: `processes that were started for it, in all ${ROUNDS} rounds`,
      value: warmSubprocesses,
      unit: 'processes',
      bar: { exactly: 0 },
    },
    {
      id: 'identical-wall',
      what: `wall time of ${AT_ONCE} identical cold previews at once / one; ${rounds}`,
      value: of.many / of.cold,
      unit: 'ratio',
      bar: { atMost: 1.1 },
    },
    {
      id: 'identical-renders',
      what: `renderings for ${AT_ONCE} identical cold previews at once / for one, in all ${ROUNDS} rounds`,
      value: counted.many / counted.one,
      unit: 'ratio',
      bar: { exactly: 1 },
    },
  ];
}
