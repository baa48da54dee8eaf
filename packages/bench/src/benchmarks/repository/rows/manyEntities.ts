import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Row } from '../../../report/Row';
import { Stage } from '../Stage';

/** As when somebody opens a list of components. */
const AT_ONCE = 50;
const ENTITIES = 1_000;
/** In the example, an overlay delivers two components. */
const ENTITIES_AN_OVERLAY = 2;

/** What a thousand entities take on disk. */
export async function manyEntities(stage: Stage): Promise<Row[]> {
  const { context } = stage;
  const overlays = ENTITIES / ENTITIES_AN_OVERLAY;
  const { log, signal } = context;
  const service = stage.service();
  await stage.layOut(service, 0);
  const one = await diskOf(service.cacheDirectory);
  let next = 1;
  const started = performance.now();
  const work = async () => {
    while (next < overlays) {
      signal.throwIfAborted();
      const index = next++;
      await stage.layOut(service, index);
      if (index % 100 === 0) {
        log(`${index} overlays laid out`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const seconds = (performance.now() - started) / 1000;
  const all = await diskOf(service.cacheDirectory);
  log(
    `disk: ${one} bytes for one entity, ${all} for ${ENTITIES} in ${overlays} overlays, laid out in ${seconds.toFixed(
      0,
    )} s`,
  );
  return [
    {
      id: 'many-entities-disk',
      what: `disk of ${ENTITIES} entities in one repository, ${ENTITIES_AN_OVERLAY} an overlay as in the example / of one`,
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
