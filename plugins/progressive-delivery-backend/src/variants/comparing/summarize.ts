import { ManifestChange, ManifestComparison } from './compareManifests';
import { fieldOf } from '../manifests/fields';
import { Manifest, workloadKind } from '../manifests/manifests';
import { Masker } from '../secrets/Masker';
import { servicesOf } from './servicesOf';

const SYNC_OPTIONS = 'argocd.argoproj.io/sync-options';
const MOST_NAMED = 3;

type Switched = ManifestChange & { change: 'kind-changed' };

/** What may be said of names and numbers. */
type Shown = Pick<Masker, 'name' | 'number'>;

/** What will happen, sentence by sentence, made from the structure alone. */
export function summarize(
  comparison: ManifestComparison,
  shown: Shown,
): string[] {
  const { changes } = comparison;
  if (changes.length === 0) {
    return ['No rendered manifest changes.'];
  }
  const switched = changes.filter(
    (each): each is Switched => each.change === 'kind-changed',
  );
  const others = changes.filter(({ change }) => change !== 'kind-changed');
  if (switched.length === 0) {
    return [`No workload changes its kind; ${listed(others, shown)}.`];
  }
  return [
    `${named(
      switched,
      ({ before, after }) =>
        `${titleOf(before, shown)} becomes a ${workloadKind(after)}`,
      'workload',
    )} of the same name.`,
    handover(switched),
    ...switched.slice(0, MOST_NAMED).flatMap(each =>
      whatStays(each, comparison, {
        named: switched.length > 1,
        shown,
      }),
    ),
    steps(switched),
    others.length > 0 ? `With it, ${listed(others, shown)}.` : undefined,
  ].filter(sentence => sentence !== undefined);
}

function handover(switched: Switched[]): string {
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

/** Replicas, pods, and the Services that lead to them. */
function whatStays(
  switched: Switched,
  comparison: ManifestComparison,
  { named: isNamed, shown }: { named: boolean; shown: Shown },
): (string | undefined)[] {
  const { after, before, differences } = switched;
  const old = fieldOf(before.spec, 'replicas');
  const current = fieldOf(after.spec, 'replicas');
  const places = differences.filter(
    ({ path: [first, second] }) => first === 'spec' && second === 'template',
  ).length;
  const pods = isNamed
    ? `The pods of ${shown.name(after.metadata.name ?? '')}`
    : 'Its pods';
  const change =
    places === 0 ? 'stay as they are' : `change in ${counted(places, 'field')}`;
  return [
    `${pods} ${change}${replicas(old, current, shown)}.`,
    services(switched, comparison, shown),
  ];
}

function replicas(before: unknown, after: unknown, shown: Shown): string {
  if (typeof after !== 'number' && typeof before !== 'number') {
    return '';
  }
  if (typeof after === 'number' && before === after) {
    return `, ${shown.number(after)} as before`;
  }
  return typeof before === 'number' && typeof after === 'number'
    ? `, ${shown.number(after)} instead of ${shown.number(before)}`
    : `, but ${
        typeof after === 'number'
          ? `${shown.number(after)} are`
          : 'their number is not'
      } set now`;
}

function services(
  { before, after }: Switched,
  comparison: ManifestComparison,
  shown: Shown,
): string | undefined {
  const { kept, lost } = servicesOf(before, after, comparison);
  const kind = workloadKind(after);
  if (lost.length > 0) {
    return `${joined(lost.map(each => titleOf(each, shown)))} ${
      lost.length === 1 ? 'selects' : 'select'
    } the pods of the ${workloadKind(before)} but not those of the ${kind}.`;
  }
  return kept.length > 0
    ? `${joined(kept.map(each => titleOf(each, shown)))} ${
        kept.length === 1 ? 'selects' : 'select'
      } them as before.`
    : undefined;
}

function steps(switched: Switched[]): string | undefined {
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
  const canary = fieldOf(fieldOf(spec, 'strategy'), 'canary');
  const list = fieldOf(canary, 'steps');
  return Array.isArray(list) ? list.length : undefined;
}

function listed(changes: ManifestChange[], shown: Shown): string {
  return named(
    changes,
    change => {
      switch (change.change) {
        case 'added':
          return `${titleOf(change.after, shown)} is added`;
        case 'removed':
          return `${titleOf(change.before, shown)} is removed`;
        case 'changed':
        case 'kind-changed':
          return `${titleOf(change.after, shown)} changes in ${counted(
            change.differences.length,
            'field',
          )}`;
        default:
          return change satisfies never;
      }
    },
    'manifest',
  );
}

/** The first by name, the others by their number. */
function named<T>(all: T[], say: (each: T) => string, what: string): string {
  const more = all.length - MOST_NAMED;
  return joined([
    ...all.slice(0, MOST_NAMED).map(say),
    ...(more > 0
      ? [
          `${counted(more, `other ${what}`)} ${
            more === 1 ? 'changes' : 'change'
          }`,
        ]
      : []),
  ]);
}

function titleOf({ kind, metadata }: Manifest, shown: Shown): string {
  const name = metadata.name ?? metadata.generateName ?? '';
  return `${kind} ${shown.name(name)}`.trim();
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

function joined(parts: string[]): string {
  const last = parts[parts.length - 1];
  return parts.length === 1
    ? last
    : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
