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
  const blobs = parseBatch(
    await store.command(['cat-file', '--batch'], { ...run, input: lines(ids) }),
  );
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

function lines(ids: readonly string[]): string {
  return ids.map(id => `${id}\n`).join('');
}

function blobId(content: Buffer): string {
  return createHash('sha1')
    .update(`blob ${content.length}\0`)
    .update(content)
    .digest('hex');
}

/** Reads `git cat-file --batch`: a line with id, type and size, then so many bytes and a line end. */
function parseBatch(output: Buffer): Map<string, Buffer> {
  const blobs = new Map<string, Buffer>();
  let offset = 0;
  while (offset < output.length) {
    const lineEnd = output.indexOf('\n', offset);
    const [id, type, size] = output
      .toString('utf8', offset, lineEnd)
      .split(' ');
    offset = lineEnd + 1;
    if (type === 'blob') {
      blobs.set(id, output.subarray(offset, offset + Number(size)));
      offset += Number(size) + 1;
    }
  }
  return blobs;
}
