import { Chart } from '../chart/Chart';
import { AdoptionPlan } from '../plan/planAdoption';
import {
  AdoptionNote,
  CannotAdoptError,
  Obstacle,
  obstacle,
} from '../texts/AdoptionText';
import { AdoptionTrial, valuesWith } from './AdoptionTrial';
import { Helm } from './Helm';
import { proveAlone } from './proveAlone';
import { proveSchema } from './proveSchema';
import { ProvedValues, proveValues, TriedValues } from './proveValues';
import { nameOf } from './RenderedObject';
import { renderedNotes } from './renderedNotes';
import { ValuesSet } from './ValuesSet';

/** What was proved of a prepared chart, by rendering it before and after. */
export interface AdoptionProof {
  /** The values that it was rendered with, as people call them. */
  values: readonly string[];
  /** What becomes a Rollout with the switch on, such as `Deployment web`. */
  workloads: readonly string[];
  /** Whether its schema was tried. */
  schema: boolean;
}

/**
 * Proves with Helm that a prepared chart renders what it did with the switch off, and a Rollout of the same with it on.
 *
 * @throws CannotAdoptError with what cannot be proved
 */
export async function proveAdoption(
  chart: Chart,
  plan: AdoptionPlan,
  { helm, sets }: { helm: Helm; sets: readonly ValuesSet[] },
): Promise<{ proof: AdoptionProof; notes: AdoptionNote[] }> {
  const trial = await AdoptionTrial.create(chart, plan, helm);
  const results = await Promise.all(
    [...ownSets(plan, sets), ...sets.map(set => ({ ...set, optional: false }))]
      // What may be rendered alone comes first: the rest is proved with it.
      .map((set, index) => proveValues(trial, set, index)),
  );
  const proved = results.filter(each => each !== undefined);
  const adopted = proved.flatMap(({ off }) => off.filter(trial.isAdopted));
  const sources = new Set(adopted.map(({ source }) => source));
  const obstacles = proved.flatMap(each => each.obstacles);
  if (obstacles.length === 0) {
    obstacles.push(
      ...plan.workloads
        .filter(({ template }) => !sources.has(trial.sourceOf(template)))
        .map(({ line, template }) =>
          obstacle('neverRendered', { template, line }),
        ),
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
    notes: renderedNotes(trial, proved),
  };
}

/** What does not depend on the values: each switch alone, lint, the schema. */
async function proveRest(
  trial: AdoptionTrial,
  proved: ProvedValues,
): Promise<readonly Obstacle[]> {
  const { chart, helm, plan } = trial;
  const { files } = proved;
  const on = await trial.valuesFile(
    'on',
    valuesWith('progressiveDelivery.enabled', true),
  );
  const [was, off, turned, schema, ...alone] = await Promise.all([
    helm.lint(trial.input('before', files)),
    helm.lint(trial.input('after', files)),
    helm.lint(trial.input('after', [...files, on])),
    chart.texts.has('values.schema.json') ? proveSchema(trial, files) : [],
    ...(plan.workloads.length > 1
      ? plan.workloads.map(workload => proveAlone(trial, proved, workload))
      : []),
  ]);
  return [
    ...unique([...off, ...turned])
      .filter(line => !was.includes(line))
      .map(message => obstacle('lintSaysMore', { message })),
    ...schema,
    ...alone.flat(),
  ];
}

/** The chart's own values, and with what they leave out: nobody names these. */
function ownSets(
  { probe }: AdoptionPlan,
  sets: readonly ValuesSet[],
): TriedValues[] {
  const own = "the chart's own values";
  return [
    { name: own, files: [], optional: sets.length > 0 },
    ...(Object.keys(probe).length > 0
      ? [
          {
            name: `${own} and ${settingsOf(probe).join(', ')}`,
            files: [JSON.stringify(probe)],
            optional: true,
          },
        ]
      : []),
  ];
}

function settingsOf(values: object, before = ''): string[] {
  return Object.entries(values).flatMap(([key, value]) =>
    value === true
      ? [`${before}${key}=true`]
      : settingsOf(value as object, `${before}${key}.`),
  );
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
