/** How Git keeps an entry: as a file, an executable file, a symbolic link, or a submodule. */
export type FileMode = '100644' | '100755' | '120000' | '160000';

export interface TreeEntry {
  mode: FileMode;
  /** Id of the blob; of the commit, for a submodule. */
  id: string;
}

/** All paths of a repository at one commit, and the contents of those that are asked for. */
export interface RepositoryTree {
  commit: string;
  /** By path from the root. */
  entries: ReadonlyMap<string, TreeEntry>;
  /** What lies below a directory, at any depth, `.` being the root; empty where it does not exist. */
  below(directory: string): string[];
  /** Contents of files, all fetched at once where they are not there yet. */
  read(
    paths: Iterable<string>,
    options?: { signal?: AbortSignal },
  ): Promise<Map<string, Buffer>>;
}

/**
 * Reads `git ls-tree -r -z`.
 *
 * @throws Error where a line is none of it
 */
export function parseTree(listing: string): Map<string, TreeEntry> {
  const entries = new Map<string, TreeEntry>();
  for (const line of listing.split('\0')) {
    if (line !== '') {
      const parsed = /^(\d{6}) (?:blob|commit) ([0-9a-f]{40,64})\t([^]+)$/.exec(
        line,
      );
      if (!parsed) {
        throw new Error(`git ls-tree gave an unknown line: ${line}`);
      }
      entries.set(parsed[3], { mode: fileMode(parsed[1]), id: parsed[2] });
    }
  }
  return entries;
}

/** Paths below a directory, found in the sorted list of all. */
export function pathsBelow(sorted: string[], directory: string): string[] {
  if (directory === '.') {
    return sorted;
  }
  const prefix = `${directory}/`;
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (sorted[middle] < prefix) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  let end = low;
  while (end < sorted.length && sorted[end].startsWith(prefix)) {
    end++;
  }
  return sorted.slice(low, end);
}

function fileMode(mode: string): FileMode {
  switch (mode) {
    case '100755':
    case '120000':
    case '160000':
      return mode;
    default:
      // Git reads other modes, which old versions wrote, as a plain file.
      return '100644';
  }
}
