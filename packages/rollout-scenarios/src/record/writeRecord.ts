import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { reduceObject } from './reduceObject';
import type { ScenarioRecord } from './takeRecord';

/** Writes a record as the folder of a scenario. */
export async function writeRecord(
  folder: string,
  { objects, text }: ScenarioRecord,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const documents = objects.flatMap(reduceObject).map(object =>
    stringify(object, {
      // As kubectl prints it.
      sortMapEntries: true,
      indentSeq: false,
      lineWidth: 0,
      aliasDuplicateObjects: false,
    }),
  );
  await writeFile(join(folder, 'objects.yaml'), documents.join('---\n'));
  await writeFile(join(folder, 'kubectl.txt'), text);
}
