import { InputError } from '@backstage/errors';
import { Layout } from '../../git/trees/Layout';
import { TimeSlices } from '../../processes/TimeSlices';
import { ManifestReader } from './ManifestReader';
import { Manifest } from './manifests';

/** A file that says this is none that Argo CD applies. */
const SKIPPED = '+argocd:skip-file-rendering';

/**
 * Reads the manifests of a plain directory as Argo CD does (v3.6 reposerver/repository findManifests): what looks like no
 * manifest at all is left out. Errors name the file.
 *
 * @throws InputError where what looks like one cannot be read
 */
export async function readManifests(
  paths: string[],
  layout: Layout,
  { reader, signal }: { reader: ManifestReader; signal?: AbortSignal },
): Promise<Manifest[]> {
  const slices = TimeSlices.create();
  const all: Manifest[] = [];
  for (const path of paths) {
    const content = layout.read(path);
    if (!content.includes(SKIPPED)) {
      try {
        all.push(
          ...(await reader.read(content, { file: path, signal, slices })),
        );
      } catch (error) {
        if (!(error instanceof InputError) || mustBeRead(path, content)) {
          throw error;
        }
      }
      reader.checkCount(all);
    }
  }
  return all;
}

function mustBeRead(path: string, content: Buffer): boolean {
  return (
    path.endsWith('.json') ||
    ['apiVersion:', 'kind:', 'metadata:'].every(field =>
      content.includes(field),
    )
  );
}
