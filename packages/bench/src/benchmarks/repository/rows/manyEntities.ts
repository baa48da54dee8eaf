import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Row } from '../../../report/Row';
import { Stage } from '../stage/Stage';

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
  await atRest(service.cacheDirectory, signal);
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
  await atRest(service.cacheDirectory, signal);
  const all = await diskOf(service.cacheDirectory);
  log(
    `disk: ${one} bytes for one entity, ${all} for ${ENTITIES} in ${overlays} overlays, laid out in ${seconds.toFixed(
      0,
    )} s`,
  );
  return [
    {
      id: 'many-entities-disk',
      what: `disk of ${ENTITIES} entities in one repository, ${ENTITIES_AN_OVERLAY} an overlay as in the example / of one, both when nobody has fetched anything for a while`,
      value: all / one,
      unit: 'ratio',
      bar: { atMost: 1.2 },
    },
  ];
}

/** Resolves once the store has been made compact, as it is when nobody has fetched anything for a while. */
async function atRest(directory: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    const files = await readdir(directory, { recursive: true });
    if (files.filter(name => name.endsWith('.pack')).length <= 1) {
      return;
    }
    await sleep(500, undefined, { signal });
  }
}

/** As the disk counts it: blocks, not bytes of files. */
async function diskOf(directory: string): Promise<number> {
  let bytes = 0;
  for (const name of await readdir(directory, { recursive: true })) {
    bytes += (await stat(join(directory, name))).blocks * 512;
  }
  return bytes;
}
