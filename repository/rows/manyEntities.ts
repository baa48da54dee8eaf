import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Row } from '../../../report/Row';
import { Stage } from '../Stage';

const AT_ONCE = 4;

/** What a thousand entities, each with an overlay of its own, take on disk. */
export async function manyEntities(stage: Stage): Promise<Row[]> {
  const { context, repository } = stage;
  const { log, signal } = context;
  const { cacheDirectory, repositories } = stage.service();
  await stage.layOut(repositories, 0);
  const one = await diskOf(cacheDirectory);
  let next = 1;
  const started = performance.now();
  const work = async () => {
    while (next < repository.overlays) {
      signal.throwIfAborted();
      const index = next++;
      await stage.layOut(repositories, index);
      if (index % 100 === 0) {
        log(`${index} overlays laid out`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const seconds = (performance.now() - started) / 1000;
  const all = await diskOf(cacheDirectory);
  log(
    `disk: ${one} bytes for one entity, ${all} for ${
      repository.overlays
    }, laid out in ${seconds.toFixed(0)} s`,
  );
  return [
    {
      id: 'many-entities-disk',
      what: `disk of ${repository.overlays} entities in one repository / of one`,
      value: all / one,
      unit: 'ratio',
      bar: { atMost: 1.2 },
    },
  ];
}

/** As the disk counts it: blocks, not bytes of files. */
async function diskOf(directory: string): Promise<number> {
  let bytes = 0;
  for (const name of await readdir(directory, { recursive: true })) {
    bytes += (await stat(join(directory, name))).blocks * 512;
  }
  return bytes;
}
