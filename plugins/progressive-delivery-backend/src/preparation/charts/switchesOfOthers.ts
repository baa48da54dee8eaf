import { DeliveryTarget, FoundChart } from '@progressive-delivery/engine';
import { ownsSwitch } from '../../targets/access/switchIds';

/**
 * Ids of the switches that a chart gets, where none of them is the entity's; `undefined` where some are.
 *
 * @param paths - values paths of the switches
 * @param charts - all of the target
 */
export function switchesOfOthers(
  target: DeliveryTarget,
  chart: FoundChart,
  { charts, paths }: { charts: readonly FoundChart[]; paths: string[] },
): string[] | undefined {
  const ids = switchIds(chart, paths, charts);
  return ids.some(each => ownsSwitch(target, each)) ? undefined : ids;
}

/** What switches that a chart gets are called in its target, see `switchesOf`: as if it came before others of its name. */
function switchIds(
  { id, name, uses }: FoundChart,
  paths: readonly string[],
  charts: readonly FoundChart[],
): string[] {
  const isOnly =
    uses.length === 1 &&
    charts.every(each => each.id === id || each.switches.length === 0);
  return isOnly ? [...paths] : paths.map(path => `${name}:${path}`);
}
