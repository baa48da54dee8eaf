import { z } from 'zod/v4';
import { cannotPreview } from '../../cannotPreview';
import { readYaml } from '../../yaml/readYaml';
import { Layout } from '../../git/trees/Layout';
import { holderOf, LaidOutSource } from '../../overlays/LaidOutSource';
import { OverlayChart } from '../../overlays/sources/Overlay';
import { inside } from '../../git/trees/repositoryPath';
import { ChartValues, SubchartValues } from '../../switches/describeSwitches';

const MOST_DEPTH = 5;
const MOST_SUBCHARTS = 200;

const chartSchema = z.object({
  name: z.string().default(''),
  dependencies: z
    .array(
      z.object({
        name: z.string(),
        alias: z.string().nullish(),
        condition: z.string().nullish(),
      }),
    )
    .nullish(),
});

type ChartDependency = NonNullable<
  z.infer<typeof chartSchema>['dependencies']
>[number];

/**
 * All that decides the values of a chart, with the texts of the files.
 *
 * @param helm - the version that reads them, where it is known
 */
export function chartValues(
  laidOut: LaidOutSource,
  chart: OverlayChart,
  helm: string | undefined,
): ChartValues {
  const { layout, overlay, source, unpacked = layout } = laidOut;
  return {
    ...ownValues(layout, chart.directory),
    helm,
    subcharts: subchartsOf(unpacked, chart.directory),
    layers: chart.layers.map(layer =>
      layer.kind === 'file'
        ? {
            ...layer,
            text: textOf(holderOf(laidOut, layer).layout, layer.path),
          }
        : layer,
    ),
    ownValues:
      overlay.kind === 'helm' &&
      !source.chart &&
      layout.files.has(inside(chart.directory, 'values.yaml')) &&
      !chart.layers.some(({ kind }) => kind === 'file'),
  };
}

/**
 * Other bytes than UTF-8 would not survive being read as text and written again.
 *
 * @throws InputError where there are such
 */
export function textOf(layout: Layout, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      layout.read(path),
    );
  } catch (error) {
    if (error instanceof TypeError) {
      throw cannotPreview({ id: 'notUtf8', parameters: { file: path } });
    }
    throw error;
  }
}

function ownValues(
  layout: Layout,
  directory: string,
): Pick<ChartValues, 'defaults' | 'schema'> {
  const values = layout.follow(inside(directory, 'values.yaml'));
  const schema = layout.follow(inside(directory, 'values.schema.json'));
  return {
    defaults: {
      path: values,
      text: layout.files.has(values) ? textOf(layout, values) : '',
    },
    schema: layout.files.has(schema) ? textOf(layout, schema) : undefined,
  };
}

/** Charts in the folder `charts`, below the names that the chart gives them (helm v4 pkg/chart/v2/util/dependencies.go). */
function subchartsOf(layout: Layout, directory: string): SubchartValues[] {
  const found: SubchartValues[] = [];
  const visit = (parent: string, under: string[]) => {
    const charts =
      under.length < MOST_DEPTH ? chartsWithin(layout, parent) : [];
    const dependencies =
      charts.length > 0 ? chartDependencies(layout, parent) : [];
    for (const chart of charts) {
      const { name } = chartAt(layout, chart);
      const listed = dependencies.filter(each => each.name === name);
      const entries: ChartDependency[] =
        listed.length > 0 ? listed : [{ name }];
      for (const { alias, condition } of entries) {
        if (found.length === MOST_SUBCHARTS) {
          return;
        }
        const own = [...under, alias || name];
        found.push({
          under: own,
          condition: condition ?? undefined,
          ...ownValues(layout, chart),
        });
        visit(chart, own);
      }
    }
  };
  visit(directory, []);
  return found;
}

/** Directories of the charts within a chart; of a link, what it leads to. */
function chartsWithin(layout: Layout, directory: string): string[] {
  const folder = `${layout.follow(inside(directory, 'charts'))}/`;
  const entries = new Set<string>();
  for (const path of layout.files.keys()) {
    if (path.startsWith(folder)) {
      entries.add(path.slice(folder.length).split('/', 1)[0]);
    }
  }
  return Array.from(entries, entry => layout.follow(folder + entry)).filter(
    chart => layout.files.has(layout.follow(inside(chart, 'Chart.yaml'))),
  );
}

/** The entries of its Chart.yaml for the charts within it. */
export function chartDependencies(
  layout: Layout,
  directory: string,
): ChartDependency[] {
  return chartAt(layout, directory).dependencies ?? [];
}

/** What its Chart.yaml says; it was parsed when it was laid out. */
function chartAt(layout: Layout, directory: string) {
  const file = layout.follow(inside(directory, 'Chart.yaml'));
  const parsed = chartSchema.safeParse(readYaml(textOf(layout, file), file));
  if (!parsed.success) {
    throw cannotPreview({ id: 'chartInvalid', parameters: { file } });
  }
  return parsed.data;
}
