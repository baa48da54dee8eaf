import { posix } from 'node:path';
import { z } from 'zod/v4';
import { cannotPreview } from '../../cannotPreview';
import { readYaml } from '../../yaml/readYaml';
import { checkSchema } from './checkSchema';
import { unpackChart } from '../../charts/archives/chartArchive';
import { chartTree } from '../../charts/chartTree';
import { followLinksBelow } from '../../git/trees/followLinks';
import { RepositoryTree } from '../../git/trees/RepositoryTree';

const chartSchema = z.object({
  dependencies: z
    .array(
      z.object({
        name: z.string(),
        version: z.unknown().optional(),
        repository: z.unknown().optional(),
      }),
    )
    .nullish(),
});

const nameSchema = z.object({ name: z.string() });

/**
 * The files of a chart as Helm sees them, links followed: their paths in the repository, and which of them are packed
 * charts.
 *
 * @param options.fetched - dependencies of the chart itself that will be there when it is rendered
 * @throws InputError where it is none, where a dependency is missing, or where its schema refers elsewhere
 */
export async function chartFiles(
  tree: RepositoryTree,
  directory: string,
  { fetched = new Set() }: { fetched?: ReadonlySet<string> } = {},
): Promise<{ paths: string[]; archives: string[] }> {
  const chart = await followLinksBelow(tree, directory);
  const paths = chart.below(directory);
  const inside = (path: string) =>
    directory === '.' ? path : path.slice(directory.length + 1);
  const all = new Set(paths.map(inside));
  if (!all.has('Chart.yaml')) {
    throw cannotPreview({ id: 'chartMissing', parameters: { directory } });
  }
  const packed = await packedCharts(chart, directory);
  const deeper = paths.find(path =>
    /^(charts\/[^/_.][^/]*\/)+charts\/[^/_.][^/]*\.tgz$/.test(inside(path)),
  );
  if (deeper) {
    throw cannotPreview({
      id: 'dependencyPackedDeep',
      parameters: { file: deeper },
    });
  }
  const there = new Set([...fetched, ...packed.values()]);
  // Of the chart itself, and of those in its charts/ (helm v4.3 pkg/chart/v2/loader LoadFiles).
  const checked = paths.filter(path =>
    /^(charts\/[^/_.][^/]*\/)*(Chart\.yaml|requirements\.yaml|values\.schema\.json)$/.test(
      inside(path),
    ),
  );
  const contents = await chart.read(checked);
  for (const [path, content] of contents) {
    if (path.endsWith('.json')) {
      checkSchema(content, path);
    } else {
      const own = inside(path) === 'Chart.yaml';
      checkDependencies(content, path, chart, own ? there : new Set());
    }
  }
  return {
    paths: paths.map(chart.real),
    archives: Array.from(packed.keys(), chart.real),
  };
}

/**
 * The names of the charts that are packed in `charts/` of a chart, by the path of the archive.
 *
 * @param tree - with links followed
 * @throws InputError where one is no chart, or one that could not be rendered
 */
export async function packedCharts(
  tree: RepositoryTree,
  directory: string,
): Promise<ReadonlyMap<string, string>> {
  const folder = posix.join(directory, 'charts/');
  const archives = tree.below(directory).filter(
    path =>
      path.startsWith(folder) &&
      // Helm leaves out what begins with these.
      /^[^/_.][^/]*\.tgz$/.test(path.slice(folder.length)),
  );
  const names = new Map<string, string>();
  for (const [path, content] of await tree.read(archives)) {
    const files = await unpackChart(content, path);
    const inner = chartTree({ digest: path, files, version: '' }, path);
    await chartFiles(inner, path);
    const chart = nameSchema.safeParse(
      readYaml(
        files.get('Chart.yaml')!.toString('utf8'),
        `${path}: Chart.yaml`,
      ),
    );
    if (!chart.success) {
      throw cannotPreview({ id: 'chartUnnamed', parameters: { file: path } });
    }
    names.set(path, chart.data.name);
  }
  return names;
}

function checkDependencies(
  content: Buffer,
  path: string,
  tree: RepositoryTree,
  there: ReadonlySet<string>,
): void {
  const chart = chartSchema.safeParse(
    readYaml(content.toString('utf8'), path, { uniqueKeys: true }) ?? {},
  );
  if (!chart.success) {
    throw cannotPreview({ id: 'chartInvalid', parameters: { file: path } });
  }
  const charts = `${path.slice(0, path.lastIndexOf('/') + 1)}charts`;
  for (const { name } of chart.data.dependencies ?? []) {
    if (!there.has(name) && tree.below(`${charts}/${name}`).length === 0) {
      throw cannotPreview({
        id: 'dependencyMissing',
        parameters: { chart: name, directory: charts },
      });
    }
  }
}
