import { createHash } from 'node:crypto';
import { GitRun } from '../command/GitCommand';
import { BrokenStoreError, StoreDirectory } from './StoreDirectory';

/** Those of some objects that the store does not have. */
export async function missingObjects(
  store: StoreDirectory,
  ids: readonly string[],
  run: GitRun = {},
): Promise<string[]> {
  const present = await store.local(['cat-file', '--batch-check'], {
    ...run,
    input: lines(ids),
  });
  return present
    .split('\n')
    .filter(line => line.endsWith(' missing'))
    .map(line => line.split(' ')[0]);
}

/** Contents of blobs that the store has, by id; checked against the id, so that a damaged one is never handed on. */
export async function readBlobs(
  store: StoreDirectory,
  ids: readonly string[],
  run: GitRun = {},
): Promise<Map<string, Buffer>> {
  const blobs = await readBatch(store, ids, 'blob', run);
  for (const id of ids) {
    const blob = blobs.get(id);
    if (!blob || blobId(blob) !== id) {
      throw new BrokenStoreError(
        `blob ${id} is ${blob ? 'damaged' : 'missing'}`,
      );
    }
  }
  return blobs;
}

/** Texts of those of some commits that the store has, by id. */
export async function readCommits(
  store: StoreDirectory,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const commits = await readBatch(store, ids, 'commit');
  return new Map(
    Array.from(commits, ([id, commit]) => [id, commit.toString('utf8')]),
  );
}

async function readBatch(
  store: StoreDirectory,
  ids: readonly string[],
  type: 'blob' | 'commit',
  run: GitRun = {},
): Promise<Map<string, Buffer>> {
  return parseBatch(
    await store.command(['cat-file', '--batch'], { ...run, input: lines(ids) }),
    type,
  );
}

function lines(ids: readonly string[]): string {
  return ids.map(id => `${id}\n`).join('');
}

function blobId(content: Buffer): string {
  return createHash('sha1')
    .update(`blob ${content.length}\0`)
    .update(content)
    .digest('hex');
}

/**
 * Reads the objects of one type in `git cat-file --batch`: a line with id, type and size, then so many bytes and a line
 * end; of what is missing only a line.
 */
function parseBatch(output: Buffer, wanted: string): Map<string, Buffer> {
  const objects = new Map<string, Buffer>();
  let offset = 0;
  while (offset < output.length) {
    const lineEnd = output.indexOf('\n', offset);
    const [id, type, size] = output
      .toString('utf8', offset, lineEnd)
      .split(' ');
    offset = lineEnd + 1;
    if (size !== undefined) {
      if (type === wanted) {
        objects.set(id, output.subarray(offset, offset + Number(size)));
      }
      offset += Number(size) + 1;
    }
  }
  return objects;
}
