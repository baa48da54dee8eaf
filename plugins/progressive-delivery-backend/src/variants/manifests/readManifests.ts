import { InputError } from '@backstage/errors';
import { Layout } from '../../git/trees/Layout';
import { Manifest, parseManifests } from './manifests';

/** A file that says this is none that Argo CD applies. */
const SKIPPED = '+argocd:skip-file-rendering';

/**
 * Reads the manifests of a plain directory as Argo CD does (v3.6 reposerver/repository findManifests): what looks like no
 * manifest at all is left out.
 *
 * @throws InputError where what looks like one cannot be read
 */
export function readManifests(paths: string[], layout: Layout): Manifest[] {
  return paths.flatMap(path => {
    const text = layout.read(path).toString('utf8');
    if (text.includes(SKIPPED)) {
      return [];
    }
    try {
      return parseManifests(text);
    } catch (error) {
      const looksLikeOne = ['apiVersion:', 'kind:', 'metadata:'].every(field =>
        text.includes(field),
      );
      if (
        error instanceof InputError &&
        !looksLikeOne &&
        !path.endsWith('.json')
      ) {
        return [];
      }
      throw error;
    }
  });
}
