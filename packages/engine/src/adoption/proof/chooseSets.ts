import { AdoptionValues } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { isThere, Probe, settingsOf } from '../plan/Probe';
import { CannotAdoptError } from '../texts/AdoptionText';
import { AdoptionTrial } from './AdoptionTrial';
import { HelmResult } from './helm/Helm';
import {
  keyOf,
  readRendering,
  RenderedObject,
} from './comparing/RenderedObject';
import { knownScalers, scaledUnknown } from './scaledWorkloads';
import { namedValues, OWN_VALUES, valuesAnd } from '../texts/valuesNames';
import { ValuesSet } from './ValuesSet';
import { whenAllEnd } from './whenAllEnd';

/** Values to prove a chart with, and what it renders with them as it is. */
export interface ChosenSet {
  values: AdoptionValues;
  /** Paths of the values files. */
  files: readonly string[];
  was: HelmResult;
  /** Whether some of the values are nobody's, so that they say nothing of the chart. */
  invented: boolean;
}

/**
 * The chart's own values and those that are named, and each probe over each of these. A probe is left out where the chart
 * does not render with it, or renders what it does with other values: nobody asked for it.
 */
export async function chooseSets(
  trial: AdoptionTrial,
  sets: readonly ValuesSet[],
): Promise<ChosenSet[]> {
  const { plan } = trial;
  const bases = (
    await whenAllEnd(
      [undefined, ...sets].map((set, index) => renderSet(trial, set, index)),
    )
  ).filter(
    ({ was }, index) =>
      // What may be rendered alone comes first: the rest is proved with it.
      index > 0 || sets.length === 0 || was.state === 'rendered',
  );
  const rendered = bases.filter(({ was }) => was.state === 'rendered');
  const probed = await whenAllEnd(
    rendered.flatMap((base, at) =>
      [
        ...plan.probes.map(probe => ({ probe, invented: false })),
        ...plan.fillings.map(probe => ({ probe, invented: true })),
      ]
        .filter(
          ({ probe }) => base.files.length > 0 || !isThere(probe, plan.values),
        )
        .map((each, index) =>
          renderProbe(trial, base, { ...each, name: `probe-${at}-${index}` }),
        ),
    ),
  );
  const seen = new Set(rendered.map(textOf));
  const others = probed.filter(set => {
    const isNew =
      set.was.state === 'rendered' &&
      !seen.has(textOf(set)) &&
      // What cannot be read is no rendering that anybody uses.
      objectsOf(set) !== undefined;
    seen.add(textOf(set));
    return isNew;
  });
  return [...bases, ...withoutLone(rendered, others)];
}

/**
 * Probes without those that enable an autoscaler while the Deployment that it scales is off, as far as other values have
 * both of them.
 */
function withoutLone(
  bases: readonly ChosenSet[],
  probes: readonly ChosenSet[],
): ChosenSet[] {
  const known = new Set(
    [...bases, ...probes].flatMap(set => knownScalers(objectsOf(set) ?? [])),
  );
  return probes.filter(set => {
    const unknown = scaledUnknown(objectsOf(set) ?? []);
    return (
      unknown.length === 0 ||
      unknown.some(({ scaler }) => !known.has(keyOf(scaler)))
    );
  });
}

/** @param set - `undefined`: the chart's own values alone */
async function renderSet(
  trial: AdoptionTrial,
  set: ValuesSet | undefined,
  index: number,
): Promise<ChosenSet> {
  const files = await Promise.all(
    (set?.files ?? []).map((content, at) =>
      trial.valuesFile(`${index}-${at}`, content, set?.name),
    ),
  );
  return {
    values: set ? namedValues(set.name) : OWN_VALUES,
    files,
    invented: false,
    was: await trial.helm.template(trial.input('before', files)),
  };
}

async function renderProbe(
  trial: AdoptionTrial,
  base: ChosenSet,
  { invented, name, probe }: { invented: boolean; name: string; probe: Probe },
): Promise<ChosenSet> {
  const files = [...base.files, await trial.valuesFile(name, probe)];
  return {
    invented,
    values: valuesAnd(base.values, settingsOf(probe)),
    files,
    was: await trial.helm.template(trial.input('before', files)),
  };
}

function textOf({ was }: ChosenSet): string {
  return was.state === 'rendered' ? was.text : '';
}

/** What is rendered with them; `undefined` where that cannot be read. */
export function objectsOf({
  was,
}: Pick<ChosenSet, 'was'>): RenderedObject[] | undefined {
  try {
    return was.state === 'rendered' ? readRendering(was.text) : [];
  } catch (error) {
    if (error instanceof CannotAdoptError) {
      return undefined;
    }
    throw error;
  }
}
