import { ManifestComparison } from './compareManifests';
import { Manifest, workloadKind } from './manifests';

const SYNC_OPTIONS = 'argocd.argoproj.io/sync-options';

/** What will happen, in one or two sentences that are made from the structure alone. */
export function summarize({ changes }: ManifestComparison): string {
  if (changes.length === 0) {
    return 'No rendered manifest changes.';
  }
  const switched = changes.flatMap(({ change, before, after }) =>
    change === 'kind-changed' && before && after ? [{ before, after }] : [],
  );
  const others = changes.length - switched.length;
  if (switched.length === 0) {
    return `No workload changes its kind; ${counted(others, 'manifest')} ${
      others === 1 ? 'differs' : 'differ'
    }.`;
  }
  const names = switched.map(
    ({ before, after }) =>
      `${workloadKind(before)} ${before.metadata.name} becomes a ${workloadKind(
        after,
      )}`,
  );
  return [
    `${joined(names)} of the same name${
      others > 0
        ? `; ${counted(others, 'other manifest')} ${
            others === 1 ? 'changes' : 'change'
          } with it`
        : ''
    }.`,
    handover(switched),
    steps(switched),
  ]
    .filter(Boolean)
    .join(' ');
}

function handover(switched: { before: Manifest; after: Manifest }[]): string {
  const { before, after } = switched[0];
  return switched.every(each => prunesLast(each.before))
    ? `Argo CD starts the ${workloadKind(after)} beside the ${workloadKind(
        before,
      )}, and removes the ${workloadKind(before)} once the ${workloadKind(
        after,
      )} is healthy.`
    : `Without PruneLast=true on the ${workloadKind(
        before,
      )}, Argo CD may remove it before the new pods are ready: an outage.`;
}

function steps(switched: { after: Manifest }[]): string | undefined {
  const [{ after }] = switched;
  if (workloadKind(after) !== 'Rollout') {
    return 'Later releases roll out at once, without canary steps.';
  }
  const count = canarySteps(after);
  return count === undefined
    ? undefined
    : `Later releases go through ${counted(count, 'canary step')}.`;
}

function canarySteps({ spec }: Manifest): number | undefined {
  const canary = property(property(spec, 'strategy'), 'canary');
  const list = property(canary, 'steps');
  return Array.isArray(list) ? list.length : undefined;
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function prunesLast({ metadata }: Manifest): boolean {
  const options = metadata.annotations?.[SYNC_OPTIONS];
  return (
    typeof options === 'string' &&
    options.split(',').some(option => option.trim() === 'PruneLast=true')
  );
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function joined(sentences: string[]): string {
  const last = sentences.at(-1)!;
  return sentences.length === 1
    ? last
    : `${sentences.slice(0, -1).join(', ')} and ${last}`;
}
