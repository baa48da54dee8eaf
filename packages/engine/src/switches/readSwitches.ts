import { Reason } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { reasonOf } from '../errors/problemError';
import { CannotEditError } from './CannotEditError';
import {
  ChartSwitch,
  ChartValues,
  DescribedSwitch,
  describeSwitches,
} from './describeSwitches';
import { editSwitch } from './editSwitch';

/** What flipping a switch makes of its values file, or why that cannot be done exactly. */
type FlippedFile =
  | { state: 'edited'; before: string; after: string }
  | { state: 'refused'; because: Reason };

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
  return describeSwitches(chart).map(({ edited, ...each }) => ({
    ...each,
    flipped:
      edited !== undefined && each.shadowedBy === undefined
        ? flip({ edited, ...each })
        : undefined,
  }));
}

function flip({
  edited,
  enabled,
  file,
  path,
}: DescribedSwitch): FlippedFile | undefined {
  if (!edited || !file) {
    return undefined;
  }
  try {
    return {
      state: 'edited',
      before: edited.mark + edited.text,
      after: editSwitch(edited, { file: file.path, path, enabled: !enabled }),
    };
  } catch (error) {
    const because =
      error instanceof CannotEditError ? error.because : reasonOf(error);
    if (!because) {
      throw error;
    }
    return { state: 'refused', because };
  }
}
