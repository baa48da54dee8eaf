import { InputError } from '@backstage/errors';
import { visibleText } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Layout } from '../../git/trees/Layout';
import { TimeSlices } from '../../processes/TimeSlices';
import { RENDERED } from './kubernetesYaml';
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
        all.push(...(await reader.read(content, { signal, slices })));
      } catch (error) {
        if (!(error instanceof InputError)) {
          throw error;
        }
        if (mustBeRead(path, content)) {
          throw new InputError(
            error.message.replace(RENDERED, () => visibleText(path)),
          );
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
