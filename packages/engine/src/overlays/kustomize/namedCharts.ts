import { posix } from 'node:path';
import { cannotPreview } from '../../cannotPreview';
import { repositoryPath } from '../../git/trees/repositoryPath';
import { SelectedFiles } from '../files/SelectedFiles';
import { OverlayChart, ValuesLayer } from '../sources/Overlay';
import { Kustomization, KustomizeHelmChart } from './kustomization';

/** A chart that a kustomization names. */
export interface NamedChart {
  /** As it is written. */
  written: KustomizeHelmChart;
  /** Its place among the `helmCharts`. */
  index: number;
  /** Directory in which kustomize looks for it, whether or not it is there (api v0.21 HelmChartInflationGenerator). */
  place: string;
}

/** Finds a path that a field of the kustomization refers to. */
type At = (reference: string, field: string) => string;

/**
 * The charts that a kustomization names, in its order.
 *
 * @param file - the kustomization
 * @throws InputError where one would be outside of the repository
 */
export async function namedCharts(
  files: SelectedFiles,
  { helmCharts, helmGlobals }: Kustomization,
  file: string,
): Promise<NamedChart[]> {
  const home = referTo(file)(
    helmGlobals?.chartHome ?? 'charts',
    'helmGlobals.chartHome',
  );
  const named: NamedChart[] = [];
  for (const [index, written] of (helmCharts ?? []).entries()) {
    const { name, repo, version } = written;
    const place = await files.follow(
      posix.join(
        ...(repo && version ? [home, `${name}-${version}`] : [home]),
        name,
      ),
    );
    named.push({ written, index, place });
  }
  return named;
}

/**
 * Such a chart, its values files selected.
 *
 * @throws InputError where one is not there
 */
export async function overlayChart(
  files: SelectedFiles,
  named: NamedChart,
  file: string,
): Promise<OverlayChart> {
  const at = referTo(file);
  return {
    name: named.written.name,
    directory: named.place,
    layers: await layersOf(files, named, file, at),
    releaseName: named.written.releaseName,
    namedBy: { file, index: named.index },
    unreadFile: unreadFile(named, file, at),
  };
}

function referTo(file: string): At {
  return (reference, field) =>
    repositoryPath(posix.dirname(file), reference, { field, owner: file });
}

/** In the order in which kustomize hands them to helm (api v0.21 HelmChartInflationGenerator). */
async function layersOf(
  files: SelectedFiles,
  { index, written: chart }: NamedChart,
  file: string,
  at: At,
): Promise<ValuesLayer[]> {
  const own: ValuesLayer[] = chart.valuesFile
    ? [
        {
          kind: 'file',
          path: await files.addFile(
            at(chart.valuesFile, `helmCharts[${index}].valuesFile`),
          ),
        },
      ]
    : [];
  const values = chart.valuesInline ?? {};
  const inline: ValuesLayer[] =
    Object.keys(values).length > 0
      ? [
          {
            kind: 'inline',
            field: `helmCharts[${index}].valuesInline`,
            owner: file,
            values,
          },
        ]
      : [];
  const additional: ValuesLayer[] = [];
  for (const reference of chart.additionalValuesFiles ?? []) {
    const path = at(reference, `helmCharts[${index}].additionalValuesFiles`);
    // Kustomize hands it on as it is, below its own directory, and helm splits what it is handed (pflag readAsCSV).
    if (/[,"]/.test(path)) {
      throw cannotPreview({
        id: 'valuesFileSplit',
        parameters: { path, file },
      });
    }
    additional.push({ kind: 'file', path: await files.addFile(path) });
  }
  if (inline.length === 0) {
    return [...own, ...additional];
  }
  switch (chart.valuesMerge) {
    case 'replace':
      return [...inline, ...additional];
    case 'merge':
      return [...inline, ...own, ...additional];
    default:
      return [...own, ...inline, ...additional];
  }
}

/** With `valuesMerge: replace`, the values beside it stand in for the values file. */
function unreadFile(
  { index, written }: NamedChart,
  file: string,
  at: At,
): OverlayChart['unreadFile'] {
  const { valuesFile, valuesInline, valuesMerge } = written;
  return valuesFile &&
    valuesMerge === 'replace' &&
    Object.keys(valuesInline ?? {}).length > 0
    ? {
        path: at(valuesFile, `helmCharts[${index}].valuesFile`),
        field: `helmCharts[${index}].valuesMerge`,
        owner: file,
      }
    : undefined;
}
