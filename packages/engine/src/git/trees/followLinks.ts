import { cannotPreview } from '../../cannotPreview';
import { pathsBelow, RepositoryTree, TreeEntry } from './RepositoryTree';

/** Links on the way to one file: as many as Linux follows. */
const MOST_LINKS = 40;

/** Files of a directory in which links are followed: as many as a layout holds. */
const MOST_FILES = 5_000;

/** What is at a path in the end, and the symbolic links on the way to it. */
export interface FollowedPath {
  path: string;
  links: string[];
}

/**
 * Follows the symbolic links in a path as a file system does, those of its directories as well. There may be nothing at
 * the path that it gives.
 *
 * @throws InputError where a link leads out of the repository, or in circles
 */
export async function followLinks(
  tree: RepositoryTree,
  path: string,
): Promise<FollowedPath> {
  const links: string[] = [];
  const pending = path.split('/').reverse();
  const reached: string[] = [];
  let leads = path;
  for (
    let segment = pending.pop();
    segment !== undefined;
    segment = pending.pop()
  ) {
    if (segment === '..') {
      if (reached.pop() === undefined) {
        throw cannotPreview({
          id: 'linkLeavesRepository',
          parameters: { path: leads },
        });
      }
    } else if (segment !== '' && segment !== '.') {
      reached.push(segment);
      const current = reached.join('/');
      if (tree.entries.get(current)?.mode === '120000') {
        leads = current;
        links.push(current);
        if (links.length > MOST_LINKS) {
          throw cannotPreview({ id: 'linkChain', parameters: { path } });
        }
        const target = (await tree.read([current]))
          .get(current)!
          .toString('utf8');
        if (target.startsWith('/')) {
          throw cannotPreview({
            id: 'linkLeavesRepository',
            parameters: { path: current },
          });
        }
        reached.pop();
        pending.push(...target.split('/').reverse());
      }
    }
  }
  return { path: reached.join('/') || '.', links };
}

/** A tree in which a directory holds what its symbolic links lead to, in their places. */
export interface FollowedTree extends RepositoryTree {
  /** What a path of it is in the repository. */
  real(path: string): string;
}

/**
 * A directory as a tool sees it that follows links, as Helm does (v4.3 internal/sympath).
 *
 * @throws InputError where a link leads out of the repository, to nothing, or in circles
 */
export async function followLinksBelow(
  tree: RepositoryTree,
  directory: string,
): Promise<FollowedTree> {
  const isLink = (path: string) => tree.entries.get(path)?.mode === '120000';
  const reals = new Map<string, string>();
  const pending = tree.below(directory).map(path => ({ path, real: path }));
  // All at once, where they have to be fetched.
  await tree.read(pending.map(({ path }) => path).filter(isLink));
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { path, real } = next;
    if (isLink(real)) {
      const target = (await followLinks(tree, real)).path;
      const below = tree.entries.has(target) ? [target] : tree.below(target);
      if (below.length === 0) {
        throw cannotPreview({
          id: 'linkBroken',
          parameters: { path: real, target },
        });
      }
      for (const each of below) {
        const inside = target === '.' ? `/${each}` : each.slice(target.length);
        pending.push({ path: `${path}${inside}`, real: each });
      }
    } else {
      reals.set(path, real);
    }
    if (reals.size + pending.length > MOST_FILES) {
      throw cannotPreview({
        id: 'directoryTooLarge',
        parameters: { directory, limit: MOST_FILES },
      });
    }
  }
  const sorted = Array.from(reals.keys()).sort((a, b) => (a < b ? -1 : 1));
  const real = (path: string) => reals.get(path) ?? path;
  return {
    commit: tree.commit,
    entries: new Map(
      sorted.map((path): [string, TreeEntry] => [
        path,
        tree.entries.get(real(path))!,
      ]),
    ),
    below: below => pathsBelow(sorted, below),
    read: async (paths, options) => {
      const wanted = Array.from(paths);
      const contents = await tree.read(new Set(wanted.map(real)), options);
      return new Map(
        wanted.flatMap(path => {
          const content = contents.get(real(path));
          return content ? [[path, content] as const] : [];
        }),
      );
    },
    real,
  };
}
