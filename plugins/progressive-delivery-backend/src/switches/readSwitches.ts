import { InputError } from '@backstage/errors';
import {
  ChartSwitch,
  ChartValues,
  describeSwitches,
  ValuesFile,
} from './describeSwitches';
import { editSwitch } from './editSwitch';

/** What flipping a switch makes of its values file, or why that cannot be done exactly. */
export type FlippedFile =
  | { state: 'edited'; before: string; after: string }
  | { state: 'refused'; because: string };

/** A switch, and the edit that flips it; absent where no edit of a file would reach the chart. */
export interface ReadSwitch extends ChartSwitch {
  flipped?: FlippedFile;
}

/**
 * The switches of a chart, each with the edit that flips it.
 *
 * @throws InputError where a values file cannot be read
 */
export function readSwitches(chart: ChartValues): ReadSwitch[] {
  return describeSwitches(chart).map(each => ({
    ...each,
    flipped:
      each.file !== undefined && each.shadowedBy === undefined
        ? flip(chart, each, each.file)
        : undefined,
  }));
}

function flip(
  { defaults, layers }: ChartValues,
  { enabled, path }: ChartSwitch,
  file: ValuesFile,
): FlippedFile {
  // A chart can be given one file twice: the last is the one that wins.
  const layer = layers.findLast(
    each =>
      each.kind === 'file' && each.path === file.path && each.ref === file.ref,
  );
  const before = layer?.kind === 'file' ? layer.text : defaults.text;
  try {
    return {
      state: 'edited',
      before,
      after: editSwitch(before, { file: file.path, path, enabled: !enabled }),
    };
  } catch (error) {
    if (error instanceof InputError) {
      return { state: 'refused', because: error.message };
    }
    throw error;
  }
}
