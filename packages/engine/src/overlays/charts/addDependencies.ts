import { posix } from 'node:path';
import { packedCharts } from '../files/chartFiles';
import { SelectedFiles } from '../files/SelectedFiles';
import { followLinksBelow } from '../../git/trees/followLinks';
import { lockedDependencies } from './lockedDependencies';
import { WantedChart } from '../../charts/WantedChart';

/**
 * Adds a chart, and gives what Argo CD would put into its `charts/` before it renders it: the dependencies that are
 * not there, as archives.
 *
 * @throws InputError where something is not rendered, and why
 */
export async function addDependencies(
  selected: SelectedFiles,
  directory: string,
): Promise<WantedChart[]> {
  const chart = await followLinksBelow(selected.tree, directory);
  const missing = chart.entries.has(posix.join(directory, 'Chart.yaml'))
    ? await lockedDependencies(
        selected.tree,
        directory,
        new Set((await packedCharts(chart, directory)).values()),
      )
    : [];
  await selected.addChart(directory, {
    fetched: new Set(missing.map(({ name }) => name)),
  });
  const wanted: WantedChart[] = [];
  for (const dependency of missing) {
    const { name, version } = dependency;
    const place = posix.join(directory, 'charts', `${name}-${version}.tgz`);
    if (dependency.from === 'sibling') {
      const sibling = await selected.follow(dependency.directory);
      await selected.addChart(sibling);
      wanted.push({ ...dependency, directory: sibling, place });
    } else {
      wanted.push({ ...dependency, as: 'archive', place });
    }
  }
  return wanted;
}
