import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { folders } from './folders';

const committedSchema = z.object({
  catalog: z.object({ locations: z.array(z.unknown()) }),
});

/** Configures the catalog of the reference installation, and the entities of a file besides. */
export async function catalogWith(entities: string) {
  const { catalog } = committedSchema.parse(
    parse(await readFile(join(folders.repository, 'app-config.yaml'), 'utf8')),
  );
  // A list of a later configuration file replaces that of an earlier one.
  return {
    locations: [...catalog.locations, { type: 'file', target: entities }],
  };
}
