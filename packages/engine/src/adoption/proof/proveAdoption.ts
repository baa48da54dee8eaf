import {
  AdoptionNote,
  AdoptionObstacle,
  AdoptionValues,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Chart } from '../chart/Chart';
import { AdoptionPlan } from '../plan/planAdoption';
import { CannotAdoptError, obstacle } from '../texts/AdoptionText';
import { AdoptionTrial, valuesWith } from './AdoptionTrial';
import { ChosenSet, chooseSets } from './chooseSets';
import { Helm } from './helm/Helm';
import { proveAlone } from './proveAlone';
import { proveSchema } from './proveSchema';
import { ProvedValues, proveValues } from './proveValues';
import { nameOf } from './comparing/RenderedObject';
import { ReleaseNames } from './comparing/ReleaseNames';
import { renderedNotes } from './helm/renderedNotes';
import { syncOptionNotes } from './syncOptionNotes';
import { ValuesSet } from './ValuesSet';
import { whenAllEnd } from './whenAllEnd';

/** What was proved of a prepared chart, by rendering it before and after. */
export interface AdoptionProof {
  /** The values that it was rendered with. */
  values: readonly AdoptionValues[];
  /** What becomes a Rollout with the switch on, such as `Deployment web`. */
  workloads: readonly string[];
  /** Whether its schema was tried. */
  schema: boolean;
}

interface ProvedAdoption {
  proof: AdoptionProof;
  notes: AdoptionNote[];
}

/**
 * Proves with Helm that a prepared chart renders what it did with the switch off, and a Rollout of the same with it on.
 *
 * @param options.release - the one that people know: objects are called what they are there
 * @throws CannotAdoptError with what cannot be proved
 */
export async function proveAdoption(
  chart: Chart,
  plan: AdoptionPlan,
  {
    helm,
    release,
    sets,
  }: { helm: Helm; release?: string; sets: readonly ValuesSet[] },
): Promise<ProvedAdoption> {
  const trial = await AdoptionTrial.create(chart, plan, helm);
  const chosen = await chooseSets(trial, sets);
  const names = await ReleaseNames.read(trial, chosen, release);
  try {
    const { notes, proof } = await proveSets(trial, chosen);
    return {
      notes: notes.map(names.inNote),
      proof: { ...proof, workloads: proof.workloads.map(names.of) },
    };
  } catch (error) {
    throw error instanceof CannotAdoptError
      ? new CannotAdoptError(error.obstacles.map(names.inObstacle))
      : error;
  }
}

async function proveSets(
  trial: AdoptionTrial,
  chosen: readonly ChosenSet[],
): Promise<ProvedAdoption> {
  const { chart } = trial;
  const proved = await whenAllEnd(
    chosen.map((set, index) => proveValues(trial, set, index)),
  );
  const adopted = proved.flatMap(({ off }) => off.filter(trial.isAdopted));
  const obstacles = proved.flatMap(each => [
    ...each.obstacles,
    ...unseenNotes(trial, each),
  ]);
  if (obstacles.length === 0) {
    obstacles.push(
      ...(await proveWorkloads(trial, proved)),
      ...(await proveRest(trial, proved[0])),
    );
  }
  if (obstacles.length > 0) {
    throw new CannotAdoptError(obstacles);
  }
  return {
    proof: {
      values: proved.map(({ values }) => values),
      workloads: unique(adopted.map(nameOf)),
      schema: chart.texts.has('values.schema.json'),
    },
    notes: [
      ...renderedNotes(trial, proved),
      ...(await syncOptionNotes(trial, proved[0].files)),
    ],
  };
}

/** Notes that change are compared, unless a .helmignore leaves out the template that renders them for that. */
function unseenNotes(
  { notes }: AdoptionTrial,
  { obstacles, off, values }: ProvedValues,
): AdoptionObstacle[] {
  return notes === undefined ||
    obstacles.length > 0 ||
    off.some(({ source }) => source.endsWith(`/${notes}`))
    ? []
    : [
        obstacle('preparedUnreadable', {
          values,
          message: `.helmignore leaves out ${notes}, which is to show NOTES.txt`,
        }),
      ];
}

/** Each workload is rendered with some values, and turned by its own switch with all. */
async function proveWorkloads(
  trial: AdoptionTrial,
  proved: readonly ProvedValues[],
): Promise<readonly AdoptionObstacle[]> {
  const { workloads } = trial.plan;
  const isAlone =
    workloads.length === 1 &&
    workloads[0].switchPath === 'progressiveDelivery.enabled';
  const results = isAlone
    ? []
    : await whenAllEnd(
        proved.map((each, index) => proveAlone(trial, each, index)),
      );
  const obstacles = results.flatMap(each => each.obstacles);
  const isRendered = (index: number) =>
    isAlone
      ? proved.some(({ off }) => off.some(trial.isAdopted))
      : results.some(({ turned }) => turned[index] === 1);
  return obstacles.length > 0
    ? obstacles
    : workloads.flatMap(({ line, template }, index) =>
        isRendered(index)
          ? []
          : [obstacle('neverRendered', { template, line })],
      );
}

/** What does not depend on the values: lint, the schema. */
async function proveRest(
  trial: AdoptionTrial,
  proved: ProvedValues,
): Promise<readonly AdoptionObstacle[]> {
  const { chart, helm } = trial;
  const { files } = proved;
  const on = await trial.valuesFile(
    'on',
    valuesWith('progressiveDelivery.enabled', true),
  );
  const [was, off, turned] = await whenAllEnd([
    helm.lint(trial.input('before', files)),
    helm.lint(trial.input('after', files)),
    helm.lint(trial.input('after', [...files, on])),
  ]);
  const schema = chart.texts.has('values.schema.json')
    ? await proveSchema(trial, files)
    : [];
  return [
    ...unique([...off, ...turned])
      .filter(line => !was.includes(line))
      .map(message => obstacle('lintSaysMore', { message })),
    ...schema,
  ];
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
