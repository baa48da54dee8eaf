import { posix } from 'node:path';
import {
  pathsBelow,
  RepositoryTree,
  TreeEntry,
} from '../git/trees/RepositoryTree';
import { FetchedChart } from './ChartService';

/** A fetched chart as if it were a directory of a repository, so that it is read and checked as one. */
export function chartTree(
  {
    digest,
    files,
    version,
  }: Pick<FetchedChart, 'digest' | 'files' | 'version'>,
  directory: string,
): RepositoryTree {
  const contents = new Map(
    Array.from(files, ([path, content]): [string, Buffer] => [
      posix.join(directory, path),
      content,
    ]),
  );
  const sorted = Array.from(contents.keys()).sort((a, b) => (a < b ? -1 : 1));
  return {
    commit: version,
    entries: new Map(
      sorted.map((path): [string, TreeEntry] => [
        path,
        // Its files are what they are because the archive is: the path tells them apart.
        { mode: '100644', id: digest },
      ]),
    ),
    below: below => pathsBelow(sorted, below),
    read: async paths =>
      new Map(
        Array.from(paths).flatMap(path => {
          const content = contents.get(path);
          return content ? [[path, content] as const] : [];
        }),
      ),
  };
}
