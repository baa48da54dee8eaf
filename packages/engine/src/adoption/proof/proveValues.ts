import { Obstacle, obstacle } from '../texts/AdoptionText';
import { AdoptionTrial, valuesWith } from './AdoptionTrial';
import { compareOff } from './compareOff';
import { compareOn } from './compareOn';
import { computedDeployment } from './computedDeployment';
import { readRendering, RenderedObject } from './RenderedObject';
import { ValuesSet } from './ValuesSet';
import { readVariation, Variation } from './variation';

/** What came of values with which the chart was rendered. */
export interface ProvedValues {
  /** What they are called. */
  values: string;
  /** Paths of the values files. */
  files: readonly string[];
  /** What the prepared chart renders with the switch off. */
  off: readonly RenderedObject[];
  obstacles: readonly Obstacle[];
}

/** A set of values, and whether it may be left out where the chart does not render with it, since nobody asked for it. */
export type TriedValues = ValuesSet & { optional: boolean };

/** @returns `undefined` where the values are left out */
export async function proveValues(
  trial: AdoptionTrial,
  set: TriedValues,
  index: number,
): Promise<ProvedValues | undefined> {
  const { helm, isAdopted } = trial;
  const values = set.name;
  const files = await Promise.all(
    set.files.map((file, at) => trial.valuesFile(`${index}-${at}`, file)),
  );
  const on = await trial.valuesFile(
    `${index}-on`,
    valuesWith('progressiveDelivery.enabled', true),
  );
  const [was, off, turned] = await Promise.all([
    helm.template(trial.input('before', files)),
    helm.template(trial.input('after', files)),
    helm.template(trial.input('after', [...files, on])),
  ]);
  const failed = (
    id: 'doesNotRender' | 'preparedDoesNotRender',
    message: string,
  ) => ({
    values,
    files,
    off: [],
    obstacles: [obstacle(id, { values, message })],
  });
  if (was.state === 'failed') {
    return set.optional ? undefined : failed('doesNotRender', was.message);
  }
  if (off.state === 'failed') {
    return failed('preparedDoesNotRender', off.message);
  }
  if (turned.state === 'failed') {
    return failed('preparedDoesNotRender', turned.message);
  }
  const objects = {
    was: readRendering(was.text),
    off: readRendering(off.text),
    on: readRendering(turned.text),
  };
  const compare = (varies: Variation) => [
    ...compareOff({
      before: objects.was,
      after: objects.off,
      values,
      isAdopted,
      varies,
    }),
    ...compareOn({
      before: objects.off,
      after: objects.on,
      values,
      isAdopted,
      varies,
    }),
  ];
  let obstacles = compare(() => false);
  if (obstacles.length > 0) {
    const again = await helm.template(trial.input('before', files));
    obstacles = compare(readVariation(objects.was, again));
  }
  return {
    values,
    files,
    off: objects.off,
    obstacles: [
      ...obstacles,
      ...objects.was
        .filter(object => isOwn(trial, object) && !isAdopted(object))
        .map(({ source }) => computedDeployment(trial.chart, source)),
    ],
  };
}

/** Whether an object is a Deployment of the chart's own templates. */
function isOwn({ chart }: AdoptionTrial, { kind, source }: RenderedObject) {
  return kind === 'Deployment' && source.startsWith(`${chart.name}/templates/`);
}
