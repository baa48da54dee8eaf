import {
  AdoptionNote,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ValuesSet } from '../../adoption/proof/ValuesSet';
import { LaidOut } from '../../git/trees/Repositories';
import { FoundChart } from '../charts/deliveryCharts';
import { digestOfValues } from './digestOfValues';
import { overlayValues, readValues } from './overlayValues';
import { FoundValues } from './repositoryValues';

/** Values that a chart is proved with, besides its own: each takes several runs of Helm. */
const MOST_SETS = 10;
/** Values that are looked at for those: a kustomization may name a chart thousands of times. */
const MOST_LOOKED_AT = 100;

/** The values that a chart is proved with, besides its own. */
interface ChosenValues {
  sets: readonly ValuesSet[];
  /** Names of those that the target itself has. */
  own: ReadonlySet<string>;
  /** What is to be said of values that are not among them. */
  notes: AdoptionNote[];
}

/** @param repository - what was found in the chart's repository */
export function chooseValues(
  chart: FoundChart,
  { found, layout }: LaidOut<FoundValues>,
): ChosenValues {
  const own = overlayValues(chart);
  const others = readValues(
    found.uses.map(use => ({ ...use, holderOfFile: () => layout })),
  );
  const all = [...own.sets, ...others.sets];
  const distinct = distinctSets(all.slice(0, MOST_LOOKED_AT));
  const sets = distinct.slice(0, MOST_SETS);
  const leftOut =
    found.leftOut +
    Math.max(0, all.length - MOST_LOOKED_AT) +
    distinct.length -
    sets.length;
  return {
    sets,
    own: new Set(own.sets.map(({ name }) => name)),
    notes: [
      ...found.notes,
      ...Array.from(new Set([...own.encrypted, ...others.encrypted]), file =>
        toMessage('adoptionNote', {
          id: 'valuesEncrypted',
          parameters: { file },
        }),
      ),
      ...(leftOut > 0
        ? [
            toMessage('adoptionNote', {
              id: 'valuesLeftOut',
              parameters: { number: leftOut },
            }),
          ]
        : []),
    ],
  };
}

/** Each once: a kustomization of the target is one of the repository, too. */
function distinctSets(sets: readonly ValuesSet[]): ValuesSet[] {
  return Array.from(
    new Map(sets.map(set => [digestOfValues(set), set])).values(),
  );
}
