import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { isError } from '@backstage/errors';
import { visibleText } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { extract, Header, pack } from 'tar-stream';
import { cannotPreview } from '../../cannotPreview';

/** Bytes of all files of a chart; what helm allows is 100 MiB. */
const SIZE_LIMIT = 32 * 1024 * 1024;
const MOST_FILES = 5_000;
/** Charts packed in charts. */
const MOST_NESTED = 4;

/** Files by path from the chart's directory. */
export type ChartFiles = ReadonlyMap<string, Buffer>;

/**
 * Reads the archive of a chart as helm does (v4.3 pkg/chart/loader/archive), in memory, and packed charts in it as well.
 *
 * @param name - its path, or name, version and repository, by which errors name it
 * @throws InputError where it holds anything but plain files below one directory, or too much
 */
export async function unpackChart(
  archive: Uint8Array,
  name: string,
): Promise<ChartFiles> {
  return unpack(archive, { name, left: SIZE_LIMIT, depth: 0 });
}

/** Packs a chart so that helm reads these files and no others. */
export async function packChart(
  directory: string,
  files: ChartFiles,
): Promise<Buffer> {
  const tar = pack();
  for (const [path, content] of files) {
    tar.entry(
      { name: `${directory}/${path}`, mtime: new Date(0), mode: 0o644 },
      content,
    );
  }
  tar.finalize();
  return promisify(gzip)(await buffer(tar), { level: 1 });
}

interface Unpacking {
  name: string;
  /** Bytes that it may still have. */
  left: number;
  depth: number;
}

async function unpack(
  archive: Uint8Array,
  unpacking: Unpacking,
): Promise<ChartFiles> {
  const { depth, name } = unpacking;
  const files = await entries(await decompress(archive, unpacking), unpacking);
  const all = new Map<string, Buffer>();
  let { left } = unpacking;
  for (const [path, content] of files) {
    const nested = /^(charts\/[^/_.][^/]*)\.tgz$/.exec(path);
    if (nested) {
      if (depth === MOST_NESTED) {
        throw cannotPreview({
          id: 'archiveNestedTooDeep',
          parameters: { archive: name, levels: MOST_NESTED },
        });
      }
      const inner = await unpack(content, {
        name: `${name}: ${path}`,
        left,
        depth: depth + 1,
      });
      for (const [innerPath, innerContent] of inner) {
        left -= innerContent.length;
        add(all, `${nested[1]}/${innerPath}`, innerContent, name);
      }
    } else {
      left -= content.length;
      add(all, path, content, name);
    }
  }
  return all;
}

async function decompress(
  archive: Uint8Array,
  { left, name }: Unpacking,
): Promise<Buffer> {
  try {
    return await promisify(gunzip)(archive, {
      // Header and padding of a tar file are about as much again for the smallest files.
      maxOutputLength: left + 1536 * MOST_FILES,
    });
  } catch (error) {
    throw cannotPreview(
      isError(error) && error.code === 'ERR_BUFFER_TOO_LARGE'
        ? {
            id: 'archiveTooLarge',
            parameters: { archive: name, bytes: SIZE_LIMIT },
          }
        : {
            id: 'archiveInvalid',
            parameters: { archive: name, format: 'gzip' },
          },
    );
  }
}

async function entries(
  tar: Buffer,
  { left, name }: Unpacking,
): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const extraction = extract();
  extraction.end(tar);
  let size = 0;
  let root: string | undefined;
  try {
    for await (const entry of extraction) {
      const path = pathOf(entry.header, name);
      root ??= path.root;
      if (path.root !== root) {
        throw cannotPreview({
          id: 'archiveOfSeveral',
          parameters: { archive: name },
        });
      }
      const content = await buffer(entry);
      if (path.inside !== undefined) {
        size += content.length;
        if (size > left || files.size === MOST_FILES) {
          throw cannotPreview({
            id: 'archiveTooFull',
            parameters: { archive: name, files: MOST_FILES, bytes: SIZE_LIMIT },
          });
        }
        add(files, path.inside, content, name);
      }
    }
  } catch (error) {
    // What is wrong with a tar file is said by errors of the library's own, which have no class.
    throw isError(error) && error.name === 'InputError'
      ? error
      : cannotPreview({
          id: 'archiveInvalid',
          parameters: { archive: name, format: 'tar' },
        });
  }
  return files;
}

/** Where an entry belongs; nothing inside for the directories themselves, which are made as needed. */
function pathOf(
  { name: path, type }: Header,
  name: string,
): { root: string; inside: string | undefined } {
  const parameters = { archive: name, path: visibleText(path) };
  if (type !== 'file' && type !== 'directory') {
    throw cannotPreview(
      type === 'link' || type === 'symlink'
        ? { id: 'archiveHoldsLink', parameters }
        : { id: 'archiveHoldsSpecial', parameters },
    );
  }
  const [root, ...below] = path.replace(/\/$/, '').split('/');
  if (
    [root, ...below].some(segment => ['', '.', '..'].includes(segment)) ||
    // eslint-disable-next-line no-control-regex
    /[\\\x00-\x1f\x7f]|(^|\/)[A-Za-z]:/.test(path)
  ) {
    throw cannotPreview({ id: 'archivePathLeaves', parameters });
  }
  if (type === 'directory') {
    return { root, inside: undefined };
  }
  if (below.length === 0) {
    throw cannotPreview({ id: 'archiveHoldsBeside', parameters });
  }
  return { root, inside: below.join('/') };
}

function add(
  files: Map<string, Buffer>,
  path: string,
  content: Buffer,
  name: string,
): void {
  if (files.has(path)) {
    throw cannotPreview({
      id: 'archiveHoldsTwice',
      parameters: { archive: name, path: visibleText(path) },
    });
  }
  files.set(path, content);
}
