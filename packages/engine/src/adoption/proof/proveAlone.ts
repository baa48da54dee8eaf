import { PlannedWorkload } from '../plan/planAdoption';
import { Obstacle, obstacle } from '../texts/AdoptionText';
import { AdoptionTrial, valuesWith } from './AdoptionTrial';
import { compareOn, ROLLOUT } from './compareOn';
import { ProvedValues } from './proveValues';
import { keyOf, readRendering, RenderedObject } from './RenderedObject';

/** A workload's own switch makes a Rollout of it, and of nothing else. */
export async function proveAlone(
  trial: AdoptionTrial,
  { files, off, values }: ProvedValues,
  { switchPath, template }: PlannedWorkload,
): Promise<readonly Obstacle[]> {
  const name = `${values} and ${switchPath}=true`;
  const file = await trial.valuesFile(
    `alone-${switchPath}`,
    valuesWith(switchPath, true),
  );
  const result = await trial.helm.template(
    trial.input('after', [...files, file]),
  );
  if (result.state === 'failed') {
    const { message } = result;
    return [obstacle('preparedDoesNotRender', { values: name, message })];
  }
  const now = readRendering(result.text);
  const keys = new Set(now.map(object => keyOf(object)));
  const isHere = (object: RenderedObject) =>
    object.source === trial.sourceOf(template) && trial.isAdopted(object);
  const isTurned = (object: RenderedObject) =>
    isHere(object) &&
    !keys.has(keyOf(object)) &&
    keys.has(keyOf(object, ROLLOUT));
  const here = off.filter(isHere);
  const inTemplate = trial.plan.workloads.filter(
    each => each.template === template,
  );
  const turned = here.filter(isTurned).length;
  // One that is left out with these values has nothing to turn.
  const expected = here.length === inTemplate.length ? [1] : [0, 1];
  return expected.includes(turned)
    ? compareOn({
        before: off,
        after: now,
        values: name,
        isAdopted: isTurned,
        varies: () => false,
      })
    : [obstacle('notARollout', { object: template, values: name })];
}
