import { fieldOf } from '../../../variants/manifests/fields';

const ANNOTATION = 'argocd.argoproj.io/sync-options';

const PRUNE_LAST = 'PruneLast=true';

/** The sync options of an object's annotations (argo-cd v3.6 gitops-engine pkg/sync/resource/annotations.go). */
export function syncOptionsOf(annotations: unknown): string[] {
  const options = fieldOf(annotations, ANNOTATION);
  return typeof options === 'string'
    ? options.split(',').map(option => option.trim())
    : [];
}

/** Whether an object is pruned last, by itself or by the options of its Application (`spec.syncPolicy.syncOptions`). */
export function isPrunedLast(
  { annotations }: { annotations?: unknown },
  ofApplication: readonly string[],
): boolean {
  return (
    ofApplication.includes(PRUNE_LAST) ||
    syncOptionsOf(annotations).includes(PRUNE_LAST)
  );
}

/** The value of an option, such as `confirm` of `Prune=confirm`; of several, the first. */
export function optionValue(
  options: readonly string[],
  name: string,
): string | undefined {
  return options
    .find(option => option.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}
