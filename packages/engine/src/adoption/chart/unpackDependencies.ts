import { InputError } from '@backstage/errors';
import { unpackChart } from '../../charts/archives/chartArchive';
import { CannotAdoptError } from '../texts/AdoptionText';

const ARCHIVE = /^charts\/([^/_.][^/]*)\.tgz$/;

/**
 * The files of the charts that a chart has packed below it, as `helm dependency update` leaves them, by the paths that
 * they would have unpacked.
 *
 * @throws CannotAdoptError where one cannot be read: it may hold what points at a workload
 */
export async function unpackDependencies(
  files: ReadonlyMap<string, Buffer>,
): Promise<Map<string, Buffer>> {
  const unpacked = new Map<string, Buffer>();
  for (const [file, content] of files) {
    const name = ARCHIVE.exec(file)?.[1];
    if (name !== undefined) {
      for (const [path, inner] of await unpack(file, content)) {
        unpacked.set(`charts/${name}/${path}`, inner);
      }
    }
  }
  return unpacked;
}

async function unpack(file: string, content: Buffer) {
  try {
    return await unpackChart(content, file);
  } catch (error) {
    throw error instanceof InputError
      ? new CannotAdoptError('archiveUnreadable', {
          file,
          message: error.message,
        })
      : error;
  }
}
