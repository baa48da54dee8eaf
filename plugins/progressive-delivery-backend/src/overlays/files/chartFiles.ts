import { posix } from 'node:path';
import { z } from 'zod/v4';
import { cannotPreview } from '../../cannotPreview';
import { readYaml } from '../../yaml/readYaml';
import { unpackChart } from '../../charts/archives/chartArchive';
import { chartTree } from '../../charts/chartTree';
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
 * The files of a chart in the repository.
 *
 * @param options.fetched - dependencies of the chart itself that will be there when it is rendered
 * @throws InputError where it is none, where a dependency is missing, or where its schema refers elsewhere
 */
export async function chartFiles(
  tree: RepositoryTree,
  directory: string,
  { fetched = new Set() }: { fetched?: ReadonlySet<string> } = {},
): Promise<string[]> {
  const paths = tree.below(directory);
  const inside = (path: string) =>
    directory === '.' ? path : path.slice(directory.length + 1);
  const all = new Set(paths.map(inside));
  if (!all.has('Chart.yaml')) {
    throw cannotPreview(
      `there is no chart at ${directory}: it has no Chart.yaml`,
    );
  }
  const packed = await packedCharts(tree, directory);
  const deeper = paths.find(
    path => /(^|\/)charts\/[^/]+\.tgz$/.test(path) && !packed.has(path),
  );
  if (deeper) {
    throw cannotPreview(
      `the dependency ${deeper} is packed within one that is not`,
    );
  }
  const there = new Set([...fetched, ...packed.values()]);
  const checked = paths.filter(path =>
    /(^|\/)(Chart\.yaml|requirements\.yaml|values\.schema\.json)$/.test(path),
  );
  // Helm follows links: what is checked must be what it reads.
  const link = checked.find(path => tree.entries.get(path)?.mode === '120000');
  if (link) {
    throw cannotPreview(`${link} is a symbolic link`);
  }
  const contents = await tree.read(checked);
  for (const [path, content] of contents) {
    if (path.endsWith('.json')) {
      checkSchema(content, path);
    } else {
      const own = inside(path) === 'Chart.yaml';
      checkDependencies(content, path, tree, own ? there : new Set());
    }
  }
  return paths;
}

/**
 * The names of the charts that are packed in `charts/` of a chart, by the path of the archive.
 *
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
  const link = archives.find(path => tree.entries.get(path)?.mode === '120000');
  if (link) {
    throw cannotPreview(`${link} is a symbolic link`);
  }
  const names = new Map<string, string>();
  for (const [path, content] of await tree.read(archives)) {
    const files = await unpackChart(content, path);
    const inner = chartTree({ digest: path, files, version: '' }, path);
    await chartFiles(inner, path);
    const chart = nameSchema.safeParse(
      readYaml(
        files.get('Chart.yaml')!.toString('utf8'),
        `Chart.yaml in ${path}`,
      ),
    );
    if (!chart.success) {
      throw cannotPreview(`${path} does not say which chart it is`);
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
    throw cannotPreview(`${path} does not describe a chart`);
  }
  const charts = `${path.slice(0, path.lastIndexOf('/') + 1)}charts`;
  for (const { name } of chart.data.dependencies ?? []) {
    if (!there.has(name) && tree.below(`${charts}/${name}`).length === 0) {
      throw cannotPreview(
        `the chart's dependency ${JSON.stringify(
          name,
        )} is not in the repository (${charts}/), from where it would be taken`,
      );
    }
  }
}

/** Helm fetches what a schema refers to (CVE-2025-55199 and its kin): references within the file only. */
function checkSchema(content: Buffer, path: string): void {
  let schema: unknown;
  try {
    schema = JSON.parse(content.toString('utf8'));
  } catch {
    throw cannotPreview(`${path} is not valid JSON`);
  }
  const pending: { value: unknown; depth: number }[] = [
    { value: schema, depth: 0 },
  ];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, depth } = next;
    if (depth > 128) {
      throw cannotPreview(`${path} is nested more than 128 deep`);
    }
    if (typeof value === 'object' && value !== null) {
      for (const [key, below] of Object.entries(value)) {
        if (typeof below === 'string' && leadsElsewhere(key, below)) {
          throw cannotPreview(
            `${path} refers to another schema: ${key} ${JSON.stringify(below)}`,
          );
        }
        pending.push({ value: below, depth: depth + 1 });
      }
    }
  }
}

function leadsElsewhere(key: string, value: string): boolean {
  switch (key) {
    case '$ref':
    case '$dynamicRef':
    case '$recursiveRef':
      return !value.startsWith('#');
    case '$schema':
      // Those that helm brings along; others it would fetch.
      return !/^https?:\/\/json-schema\.org\/(draft-0[467]|draft\/20(19-09|20-12))\/schema#?$/.test(
        value,
      );
    default:
      return false;
  }
}
