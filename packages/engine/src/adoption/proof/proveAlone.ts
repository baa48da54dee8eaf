import { AdoptionObstacle } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { PlannedWorkload } from '../plan/planAdoption';
import { obstacle } from '../texts/AdoptionText';
import { AdoptionTrial, valuesWith } from './AdoptionTrial';
import { compareOn, ROLLOUT } from './comparing/compareOn';
import { ProvedValues } from './proveValues';
import {
  keyOf,
  readRendering,
  RenderedObject,
} from './comparing/RenderedObject';
import { valuesAnd } from '../texts/valuesNames';
import { whenAllEnd } from './whenAllEnd';

/** What came of turning each switch alone, with the same values. */
interface ProvedAlone {
  /** How many workloads each of the switches turns. */
  turned: readonly number[];
  obstacles: readonly AdoptionObstacle[];
}

/**
 * A workload's own switch makes a Rollout of it, and of nothing else: each Deployment is turned by one of them. Those that
 * a loop renders of other values than the chart's own have none in the plan, and follow the switch of all.
 */
export async function proveAlone(
  trial: AdoptionTrial,
  proved: ProvedValues,
  index: number,
): Promise<ProvedAlone> {
  const { isAdopted, plan } = trial;
  const results = await whenAllEnd(
    plan.workloads.map(workload =>
      turnAlone(trial, proved, { ...workload, name: `alone-${index}` }),
    ),
  );
  const turned = results.map(each => each.turned);
  const obstacles = results.flatMap(each => each.obstacles);
  const loops = new Set([...plan.loops].map(each => trial.sourceOf(each)));
  const unturned = proved.off.filter(isAdopted).filter(object => {
    const times = turned.flat().filter(key => key === keyOf(object)).length;
    return times > 1 || (times === 0 && !loops.has(object.source));
  });
  return {
    turned: turned.map(each => each.length),
    obstacles:
      obstacles.length > 0
        ? obstacles
        : unturned.map(({ source }) =>
            obstacle('notARollout', { object: source, values: proved.values }),
          ),
  };
}

async function turnAlone(
  trial: AdoptionTrial,
  { files, off, values, varies }: ProvedValues,
  { name, switchPath, template }: PlannedWorkload & { name: string },
): Promise<{ turned: string[]; obstacles: readonly AdoptionObstacle[] }> {
  const withSwitch = valuesAnd(values, [`${switchPath}=true`]);
  const on = await trial.valuesFile(
    `${name}-${switchPath}`,
    valuesWith(switchPath, true),
  );
  const result = await trial.helm.template(
    trial.input('after', [...files, on]),
  );
  if (result.state === 'failed') {
    const { message } = result;
    return {
      turned: [],
      obstacles: [
        obstacle('preparedDoesNotRender', {
          values: withSwitch,
          message,
        }),
      ],
    };
  }
  const now = readRendering(result.text);
  const keys = new Set(now.map(object => keyOf(object)));
  const isTurned = (object: RenderedObject) =>
    object.source === trial.sourceOf(template) &&
    trial.isAdopted(object) &&
    !keys.has(keyOf(object)) &&
    keys.has(keyOf(object, ROLLOUT));
  const turned = off.filter(isTurned).map(object => keyOf(object));
  return {
    turned,
    obstacles:
      turned.length > 1
        ? [obstacle('notARollout', { object: template, values: withSwitch })]
        : compareOn({
            before: off,
            after: now,
            values: withSwitch,
            isAdopted: isTurned,
            varies,
          }),
  };
}
