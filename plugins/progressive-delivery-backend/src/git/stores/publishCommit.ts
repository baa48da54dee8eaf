import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ConflictError } from '@backstage/errors';
import { TreeEntry } from '@progressive-delivery/engine';
import { pushRefused } from '../command/PushRefusedError';
import { StoreDirectory } from './StoreDirectory';

export interface Publication {
  /** Short name of the branch that is pushed. */
  branch: string;
  base: { commit: string };
  /** The commit that the branch must be at, `undefined` where it must not exist. */
  expectedHead: string | undefined;
  /** New contents of files, by path from the root. */
  files: ReadonlyMap<string, string>;
  /** Those of them that do not exist at the base; all others do. Default: none. */
  added?: ReadonlySet<string>;
  /** Made for the tree that the commit holds, by its object id. */
  message: (tree: string) => string;
  author: { name: string; email: string };
}

/**
 * Makes the tree of a base that the store has with changed files, without a checkout.
 *
 * @returns its object id
 * @throws ConflictError where a file does not exist at the base, or one that is added does
 */
export async function writeTree(
  store: StoreDirectory,
  {
    added = new Set(),
    base,
    files,
  }: Pick<Publication, 'added' | 'base' | 'files'>,
  options: { url: string; entries: ReadonlyMap<string, TreeEntry> },
): Promise<string> {
  const { entries, url } = options;
  const index = join(store.path, `${randomUUID()}.index`);
  const env = { GIT_INDEX_FILE: index };
  try {
    await store.local(['read-tree', base.commit], { env });
    const lines: string[] = [];
    for (const [path, text] of files) {
      const entry = entries.get(path);
      const isFile = entry?.mode === '100644' || entry?.mode === '100755';
      if (added.has(path) ? entry !== undefined : !isFile) {
        throw new ConflictError(
          `${path} is ${
            added.has(path) ? 'there already' : 'not a file'
          } at ${base.commit.slice(0, 8)} of ${url}`,
        );
      }
      const id = await store.local(['hash-object', '-w', '--stdin'], {
        input: text,
      });
      lines.push(`${entry?.mode ?? '100644'} ${id}\t${path}\0`);
    }
    await store.local(['update-index', '-z', '--index-info'], {
      env,
      input: lines.join(''),
    });
    // Most blobs of the tree were never fetched, and need not be.
    return await store.local(['write-tree', '--missing-ok'], { env });
  } finally {
    await rm(index, { force: true });
    await rm(`${index}.lock`, { force: true });
  }
}

/**
 * Commits changed files on top of a base that the store has, and pushes that as a branch.
 *
 * @throws ConflictError where a file does not exist at the base
 * @throws PushRefusedError where the remote does not take it
 */
export async function publishCommit(
  store: StoreDirectory,
  publication: Publication,
  options: { url: string; entries: ReadonlyMap<string, TreeEntry> },
): Promise<{ commit: string }> {
  const { author, base, branch, expectedHead, message } = publication;
  const root = await writeTree(store, publication, options);
  const commit = await store.local(
    ['commit-tree', root, '-p', base.commit, '-F', '-'],
    {
      input: message(root),
      env: {
        GIT_AUTHOR_NAME: author.name,
        GIT_AUTHOR_EMAIL: author.email,
        GIT_COMMITTER_NAME: author.name,
        GIT_COMMITTER_EMAIL: author.email,
      },
    },
  );
  const ref = `refs/heads/${branch}`;
  await store.remote(
    [
      'push',
      '--no-verify',
      '--no-recurse-submodules',
      '--no-signed',
      `--force-with-lease=${ref}:${expectedHead ?? ''}`,
      'origin',
      `${commit}:${ref}`,
    ],
    // Where no branch is at the base any more, git would take all of its files for new, fetch them and push them.
    { settings: { 'push.negotiate': 'true' } },
    pushRefused,
  );
  return { commit };
}
