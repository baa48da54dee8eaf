import { fieldOf, partsOf } from '../../../variants/manifests/fields';
import { Manifest } from '../../../variants/manifests/manifests';
import { movedObject } from '../foundObject';
import { preflightCheck } from '../preflightCheck';

/** Objects that are named. */
const MOST_OBJECTS = 10;

/**
 * Nothing waits for a Rollout that pauses until somebody promotes it: neither a PostSync hook nor a later sync wave. Measured,
 * the operation stays Running, and later commits are not synced, until then (argo-cd#25054).
 */
export const nothingBehindPause = preflightCheck({
  id: 'nothing-behind-pause',
  severity: 'warn',
  pieces: [],
  run: ({ after, moved }) =>
    moved.flatMap(each => {
      const waiting =
        each.becomes === 'Rollout' && pausesIndefinitely(each.after)
          ? after.flatMap(manifest => whyWaiting(manifest, each.after) ?? [])
          : [];
      return waiting.length === 0
        ? []
        : [
            {
              object: movedObject(each),
              message: 'waitsForPause' as const,
              parameters: {
                workload: each.name,
                namespace: each.namespace ?? '',
                waiting: waiting.slice(0, MOST_OBJECTS),
              },
            },
          ];
    }),
});

function pausesIndefinitely({ spec }: Manifest): boolean {
  const strategy = fieldOf(spec, 'strategy');
  const steps = partsOf(fieldOf(fieldOf(strategy, 'canary'), 'steps'));
  const blueGreen = fieldOf(strategy, 'blueGreen');
  return (
    steps.some(([, step]) => {
      const pause = fieldOf(step, 'pause');
      return (
        pause !== undefined &&
        pause !== null &&
        fieldOf(pause, 'duration') === undefined
      );
    }) ||
    (fieldOf(blueGreen, 'autoPromotionEnabled') === false &&
      !fieldOf(blueGreen, 'autoPromotionSeconds'))
  );
}

function whyWaiting(manifest: Manifest, rollout: Manifest): string | undefined {
  const { kind, metadata } = manifest;
  const name = `${kind} ${metadata.name ?? metadata.generateName ?? ''}`;
  const hooks = hooksOf(manifest);
  if (hooks) {
    return hooks.includes('PostSync') ? `${name} (PostSync)` : undefined;
  }
  const wave = waveOf(manifest);
  return wave > waveOf(rollout) ? `${name} (sync wave ${wave})` : undefined;
}

/** Helm's hooks, as Argo CD runs them (argo-cd v3.6 gitops-engine pkg/sync/hook/helm/type.go). */
const HELM_HOOKS: ReadonlyMap<string, string> = new Map([
  ['pre-install', 'PreSync'],
  ['pre-upgrade', 'PreSync'],
  ['post-install', 'PostSync'],
  ['post-upgrade', 'PostSync'],
]);

/** `undefined` for what is none; Argo CD's own annotation wins over Helm's. */
function hooksOf({ metadata }: Manifest): string[] | undefined {
  const own = listed(metadata.annotations, 'argocd.argoproj.io/hook');
  return (
    own ??
    listed(metadata.annotations, 'helm.sh/hook')?.flatMap(
      hook => HELM_HOOKS.get(hook) ?? [],
    )
  );
}

function listed(annotations: unknown, name: string): string[] | undefined {
  const value = fieldOf(annotations, name);
  return typeof value === 'string'
    ? value.split(',').map(each => each.trim())
    : undefined;
}

function waveOf({ metadata }: Manifest): number {
  const wave = Number(
    fieldOf(metadata.annotations, 'argocd.argoproj.io/sync-wave') ?? 0,
  );
  return Number.isInteger(wave) ? wave : 0;
}
