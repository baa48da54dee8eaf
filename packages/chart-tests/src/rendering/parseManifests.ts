import { parseAllDocuments } from 'yaml';
import { z } from 'zod/v4';

const manifestSchema = z
  .object({
    apiVersion: z.string(),
    kind: z.string(),
    metadata: z
      .object({
        name: z.string(),
        namespace: z.string().optional(),
        labels: z.record(z.string(), z.string()).optional(),
        annotations: z.record(z.string(), z.string()).optional(),
      })
      .passthrough(),
    spec: z.record(z.string(), z.unknown()).optional(),
  })
  .passthrough();

export type Manifest = z.infer<typeof manifestSchema>;

/** The documents of a rendering, empty ones left out. */
export function parseManifests(text: string): Manifest[] {
  return parseAllDocuments(text)
    .map(document => document.toJS() as unknown)
    .filter(document => document !== null && document !== undefined)
    .map(document => manifestSchema.parse(document));
}

/** The one document of a kind and name. @throws when it is not there */
export function findManifest(
  manifests: Manifest[],
  kind: string,
  name: string,
): Manifest {
  const found = manifests.find(
    manifest => manifest.kind === kind && manifest.metadata.name === name,
  );
  if (!found) {
    throw new Error(
      `There is no ${kind} ${name} among ${manifests
        .map(manifest => `${manifest.kind} ${manifest.metadata.name}`)
        .join(', ')}`,
    );
  }
  return found;
}
