import { followLinksBelow } from '../../git/trees/followLinks';
import { Layout } from '../../git/trees/Layout';
import { pathsBelow, RepositoryTree } from '../../git/trees/RepositoryTree';

/** The files of a chart as Helm sees them, links followed. */
export interface FilesOfChart {
  /** By path in the chart. */
  files: ReadonlyMap<string, Buffer>;
  /** Over paths, modes and contents. */
  identity: readonly (readonly [path: string, mode: string, id: string])[];
  /** The symbolic link by which a template, the values or their schema are somewhere else; absent where none is. */
  link?: string;
}

/** What a chart's change is made in: a template, the values, their schema. */
const CHANGED = /^(?:templates\/|values\.)/;

/**
 * Reads a chart out of the layout that renders it, which holds all of its folder, and what was fetched for it.
 *
 * @param directory - from the repository's root
 * @throws InputError where a link leads out of the layout
 */
export async function chartFilesOf(
  layout: Layout,
  directory: string,
): Promise<FilesOfChart> {
  const tree = await followLinksBelow(treeOf(layout), directory);
  const paths = tree.below(directory);
  const inChart = (path: string) =>
    directory === '.' ? path : path.slice(directory.length + 1);
  const linked = paths.find(
    path => CHANGED.test(inChart(path)) && tree.real(path) !== path,
  );
  return {
    files: new Map(
      paths.map(path => [inChart(path), layout.read(tree.real(path))]),
    ),
    identity: paths.map(path => {
      const { id, mode } = tree.entries.get(path)!;
      return [inChart(path), mode, id];
    }),
    link: linked && linkOnTheWay(layout, linked),
  };
}

function linkOnTheWay(layout: Layout, path: string): string {
  const segments = path.split('/');
  const found = segments
    .map((_, index) => segments.slice(0, index + 1).join('/'))
    .find(each => layout.files.get(each)?.mode === '120000');
  return found ?? path;
}

function treeOf(layout: Layout): RepositoryTree {
  const sorted = Array.from(layout.files.keys());
  return {
    commit: layout.commit,
    entries: layout.files,
    below: directory => pathsBelow(sorted, directory),
    read: async paths =>
      new Map(Array.from(paths, path => [path, layout.read(path)])),
  };
}
