import { z } from 'zod/v4';

const answerSchema = z.object({ manifests: z.array(z.string()).default([]) });

const documentSchema = z
  .object({
    metadata: z
      .object({ annotations: z.record(z.string(), z.unknown()).nullish() })
      .passthrough(),
  })
  .passthrough();

/** A Kubernetes object, whatever it is. */
export type Document = z.infer<typeof documentSchema>;

/** By what Argo CD knows its objects again; everything else is as it was rendered. */
const TRACKING = 'argocd.argoproj.io/tracking-id';

/**
 * What Argo CD itself renders of an Application, as its API server answers: at the revisions that its sources say, or at
 * another one of some sources.
 *
 * @throws Error with Argo CD's own words where it does not render
 */
export async function argocdManifests(
  argocd: { url: string },
  name: string,
  revision?: { value: string; sourcePosition: number | undefined },
): Promise<Document[]> {
  const query = new URLSearchParams({ noCache: 'true' });
  if (revision?.sourcePosition !== undefined) {
    query.set('sourcePositions', `${revision.sourcePosition}`);
    query.set('revisions', revision.value);
  } else if (revision) {
    query.set('revision', revision.value);
  }
  const response = await fetch(
    `${argocd.url}/api/v1/applications/${name}/manifests?${query}`,
  );
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`Argo CD does not render ${name}: ${text}`);
  }
  return answerSchema
    .parse(JSON.parse(text))
    .manifests.map(manifest => documentSchema.parse(JSON.parse(manifest)));
}

/** Without what Argo CD adds, so that also no annotations are as good as an empty list of them. */
export function withoutTracking(document: Document): Document {
  const { annotations, ...metadata } = document.metadata;
  const { [TRACKING]: _, ...others } = annotations ?? {};
  return {
    ...document,
    metadata:
      Object.keys(others).length > 0
        ? { ...metadata, annotations: others }
        : metadata,
  };
}
