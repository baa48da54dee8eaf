import { fieldOf } from '../../../variants/manifests/fields';

const ANNOTATION = 'argocd.argoproj.io/sync-options';

/** The sync options of an object's annotations (argo-cd v3.6 gitops-engine pkg/sync/resource/annotations.go). */
export function syncOptionsOf(annotations: unknown): string[] {
  const options = fieldOf(annotations, ANNOTATION);
  return typeof options === 'string'
    ? options.split(',').map(option => option.trim())
    : [];
}
