import { isMapping } from '../../yaml';
import { Chart } from '../chart/Chart';
import { showsOfItems } from '../references/wholeValues';
import { TemplateFile } from '../templates/TemplateFile';
import { CannotAdoptError } from '../texts/AdoptionText';
import { SwitchOf } from '../workloads/SwitchOf';
import { WorkloadLoop } from '../workloads/WorkloadLoop';
import { WorkloadTemplate } from '../workloads/WorkloadTemplate';
import { chooseKeys } from './chooseKeys';
import { valueAt } from './conditionProbes';

/** How a workload's template asks about its switch, and where its switches of its own are. */
interface WorkloadSwitches {
  switchOf: SwitchOf;
  /** Paths of values that get one: none for the only workload, one for each key of a loop. */
  paths: readonly (readonly string[])[];
}

const KEY = /^[a-zA-Z][\w-]*$/;

/** @throws CannotAdoptError where a workload can have none */
export function chooseSwitches(
  workloads: readonly WorkloadTemplate[],
  options: {
    chart: Chart;
    files: readonly TemplateFile[];
    /** The chart's own, without those of charts below. */
    ownValues: Record<string, unknown>;
    prefix: string;
  },
): WorkloadSwitches[] {
  const { chart, files, ownValues, prefix } = options;
  const others = workloads.filter(({ loop }) => !loop);
  const keys =
    workloads.length > 1
      ? chooseKeys(others, { chart, files, loops: loopsOf(workloads) })
      : others.map(() => []);
  return workloads.map(workload => {
    const { loop } = workload;
    if (!loop) {
      const own = keys[others.indexOf(workload)];
      return { switchOf: { prefix, own }, paths: own.length > 0 ? [own] : [] };
    }
    const shown = showsOfItems(files, loop.path);
    if (shown.length > 0) {
      throw new CannotAdoptError(shown);
    }
    return {
      switchOf: { prefix, own: loop.path, item: loop.value },
      paths: keysOf(workload, valueAt(ownValues, loop.path.join('.'))).map(
        key => [...loop.path, key],
      ),
    };
  });
}

function loopsOf(workloads: readonly WorkloadTemplate[]): WorkloadLoop[] {
  return workloads.flatMap(({ loop }) => loop ?? []);
}

/** The keys of what is looped over, each with the values of a workload. */
function keysOf({ file, kind, loop }: WorkloadTemplate, items: unknown) {
  if (
    !isMapping(items) ||
    Object.entries(items).some(
      ([key, values]) => !KEY.test(key) || !isMapping(values),
    )
  ) {
    throw new CannotAdoptError('withinLoop', {
      template: file.path,
      line: kind + 1,
      over: `.Values.${loop?.path.join('.')}`,
    });
  }
  return Object.keys(items);
}
