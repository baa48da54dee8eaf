import {
  AdoptionObstacle,
  AdoptionValues,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { CannotAdoptError, obstacle } from '../texts/AdoptionText';
import { AdoptionTrial, valuesWith } from './AdoptionTrial';
import { ChosenSet } from './chooseSets';
import { compareOff, syncOptionsOf } from './comparing/compareOff';
import { compareOn } from './comparing/compareOn';
import { computedDeployment } from './computedDeployment';
import {
  nameOf,
  readRendering,
  RenderedObject,
} from './comparing/RenderedObject';
import { readVariation, Variation } from './variation';
import { whenAllEnd } from './whenAllEnd';

/** What came of values with which the chart was rendered. */
export interface ProvedValues {
  values: AdoptionValues;
  /** Paths of the values files. */
  files: readonly string[];
  /** Whether some of the values are nobody's. */
  invented: boolean;
  /** What the prepared chart renders with the switch off. */
  off: readonly RenderedObject[];
  varies: Variation;
  obstacles: readonly AdoptionObstacle[];
}

export async function proveValues(
  trial: AdoptionTrial,
  { files, invented, values, was }: ChosenSet,
  index: number,
): Promise<ProvedValues> {
  const { helm, isAdopted } = trial;
  const failed = (
    id: 'doesNotRender' | 'preparedDoesNotRender',
    message: string,
  ): ProvedValues => ({
    values,
    files,
    invented,
    off: [],
    varies: () => false,
    obstacles: [obstacle(id, { values, message })],
  });
  if (was.state === 'failed') {
    return failed('doesNotRender', was.message);
  }
  const on = await trial.valuesFile(
    `${index}-on`,
    valuesWith('progressiveDelivery.enabled', true),
  );
  const [off, turned] = await whenAllEnd([
    helm.template(trial.input('after', files)),
    helm.template(trial.input('after', [...files, on])),
  ]);
  if (off.state === 'failed') {
    return failed('preparedDoesNotRender', off.message);
  }
  if (turned.state === 'failed') {
    return failed('preparedDoesNotRender', turned.message);
  }
  const before = readRendering(was.text);
  const objects = {
    was: before,
    off: readPrepared(off.text, before.filter(isAdopted), values),
    on: readPrepared(turned.text, before.filter(isAdopted), values),
  };
  const compare = (variation: Variation) => [
    ...compareOff({
      before: objects.was,
      after: objects.off,
      values,
      isAdopted,
      varies: variation,
    }),
    ...compareOn({
      before: objects.off,
      after: objects.on,
      values,
      isAdopted,
      varies: variation,
    }),
  ];
  let varies: Variation = () => false;
  let obstacles = compare(varies);
  if (obstacles.length > 0) {
    const again = await helm.template(trial.input('before', files));
    varies = readVariation(objects.was, again);
    obstacles = compare(varies);
  }
  return {
    values,
    files,
    invented,
    off: objects.off,
    varies,
    obstacles: [
      ...obstacles,
      ...objects.was
        .filter(object => isOwn(trial, object) && !isAdopted(object))
        .map(({ source }) => computedDeployment(trial.chart, source)),
    ],
  };
}

/**
 * What the prepared chart renders.
 *
 * @param workloads - as they were: their sync options clash with the annotation where both are written
 * @throws CannotAdoptError where it cannot be read, though it could before
 */
function readPrepared(
  text: string,
  workloads: readonly RenderedObject[],
  values: AdoptionValues,
): RenderedObject[] {
  try {
    return readRendering(text);
  } catch (error) {
    if (!(error instanceof CannotAdoptError)) {
      throw error;
    }
    const own = workloads.filter(each => syncOptionsOf(each) !== undefined);
    throw new CannotAdoptError(
      own.length > 0
        ? own.map(each =>
            obstacle('syncOptionsInValues', { object: nameOf(each), values }),
          )
        : [obstacle('preparedUnreadable', { values, message: error.message })],
    );
  }
}

/** Whether an object is a Deployment of the chart's own templates. */
function isOwn({ chart }: AdoptionTrial, { kind, source }: RenderedObject) {
  return kind === 'Deployment' && source.startsWith(`${chart.name}/templates/`);
}
