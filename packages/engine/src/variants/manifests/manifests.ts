import { ObjectReference } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { z } from 'zod/v4';
import { cannotPreview } from '../../cannotPreview';
import { loadYaml } from './kubernetesYaml';

const manifestSchema = z
  .object({
    apiVersion: z.string(),
    kind: z.string(),
    metadata: z
      .object({
        name: z.string().optional(),
        generateName: z.string().optional(),
        namespace: z.string().optional(),
        annotations: z.record(z.string(), z.unknown()).nullish(),
      })
      .passthrough(),
  })
  .passthrough();

const listSchema = z.object({
  kind: z.string().regex(/List$/),
  items: z.array(z.unknown()),
});

/** One rendered Kubernetes object. */
export type Manifest = z.infer<typeof manifestSchema>;

/**
 * Reads YAML documents. Lists are taken apart, empty documents left out.
 *
 * @param file - as {@link loadYaml} takes it
 * @throws InputError where a document is no Kubernetes object
 */
export function parseManifests(text: string, file = 'YAML'): Manifest[] {
  const manifests: Manifest[] = [];
  const add = (document: unknown) => {
    if (document === null || document === undefined) {
      return;
    }
    const list = listSchema.safeParse(document);
    if (list.success) {
      list.data.items.forEach(add);
      return;
    }
    const parsed = manifestSchema.safeParse(document);
    if (!parsed.success) {
      const [{ path, message }] = parsed.error.issues;
      throw cannotPreview({
        id: 'notKubernetes',
        parameters: { file, field: path.join('.'), message },
      });
    }
    manifests.push(parsed.data);
  };
  loadYaml(text, file).forEach(add);
  return manifests;
}

export function referenceTo({
  apiVersion,
  kind,
  metadata,
}: Manifest): ObjectReference {
  return {
    apiVersion,
    kind,
    namespace: metadata.namespace,
    name: metadata.name ?? metadata.generateName ?? '',
  };
}

/** `apps` of `apps/v1`, the empty text of `v1`. */
export function groupOf({ apiVersion }: { apiVersion: string }): string {
  return apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
}

/** The kinds that a switch chooses between. */
export function workloadKind(
  manifest: Pick<Manifest, 'apiVersion' | 'kind'>,
): 'Deployment' | 'Rollout' | undefined {
  switch (`${groupOf(manifest)}/${manifest.kind}`) {
    case 'apps/Deployment':
      return 'Deployment';
    case 'argoproj.io/Rollout':
      return 'Rollout';
    default:
      return undefined;
  }
}
