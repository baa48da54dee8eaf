import {
  ComparisonSentence,
  ContentOf,
  FieldDifference,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ManifestChange, ManifestComparison } from './compareManifests';
import { VariantComparison } from './compareVariants';
import { fieldOf } from '../manifests/fields';
import { Manifest, workloadKind } from '../manifests/manifests';
import { Masker } from '../secrets/Masker';
import { servicesOf } from './servicesOf';

const SYNC_OPTIONS = 'argocd.argoproj.io/sync-options';
/** Workloads, and other documents, that are named; the rest is counted. */
const MOST_NAMED = 3;

type Switched = ManifestChange & { change: 'kind-changed' };

/** What may be said of names and numbers. */
type Shown = Pick<Masker, 'name' | 'number'>;

type Sentence = ContentOf<ComparisonSentence>;

/** What will happen, sentence by sentence, made from the structure alone. */
export function summarize(
  comparison: VariantComparison,
  shown: Shown,
): ComparisonSentence[] {
  return sentencesOf(comparison, shown).map(sentence =>
    toMessage('comparison', sentence),
  );
}

function sentencesOf(comparison: VariantComparison, shown: Shown): Sentence[] {
  return [
    ...changesOf(comparison, shown),
    ...unstableDocuments(comparison, shown),
  ];
}

function changesOf(comparison: VariantComparison, shown: Shown): Sentence[] {
  const { changes } = comparison;
  if (changes.length === 0) {
    return [{ id: 'nothingChanges', parameters: {} }];
  }
  const switched = changes.filter(
    (each): each is Switched => each.change === 'kind-changed',
  );
  const others = changes.filter(({ change }) => change !== 'kind-changed');
  return [
    ...(switched.length > 0
      ? kindChanges(switched, comparison, shown)
      : [{ id: 'noKindChanges' as const, parameters: {} }]),
    ...others.slice(0, MOST_NAMED).map(change => documentChange(change, shown)),
    ...more('moreDocumentsChange', others),
  ];
}

function kindChanges(
  switched: Switched[],
  comparison: ManifestComparison,
  shown: Shown,
): Sentence[] {
  const named = switched.slice(0, MOST_NAMED);
  return [
    ...named.map(
      ({ after, before }): Sentence => ({
        id: 'kindChanges',
        parameters: {
          workload: titleOf(before, shown),
          kind: after.kind,
        },
      }),
    ),
    ...more('moreKindsChange', switched),
    handover(switched),
    ...named.flatMap(each => [
      pods(each, shown),
      ...replicas(each, shown),
      ...services(each, comparison, shown),
    ]),
    ...releases(switched[0]),
  ];
}

function handover(switched: Switched[]): Sentence {
  const [{ after, before }] = switched;
  return {
    id: switched.every(each => prunesLast(each.before))
      ? 'prunedLast'
      : 'notPrunedLast',
    parameters: {
      kind: after.kind,
      replaced: before.kind,
    },
  };
}

function pods({ after, differences }: Switched, shown: Shown): Sentence {
  const workload = nameOf(after, shown);
  const count = caused(differences).filter(
    ({ path: [first, second] }) => first === 'spec' && second === 'template',
  ).length;
  return count === 0
    ? { id: 'podsStay', parameters: { workload } }
    : { id: 'podsChange', parameters: { workload, count } };
}

function replicas({ after, before }: Switched, shown: Shown): Sentence[] {
  const workload = nameOf(after, shown);
  const old = fieldOf(before.spec, 'replicas');
  const current = fieldOf(after.spec, 'replicas');
  if (typeof current !== 'number') {
    return typeof old === 'number'
      ? [{ id: 'replicasUnset', parameters: { workload } }]
      : [];
  }
  const parameters = { workload, replicas: shown.number(current) };
  if (typeof old !== 'number') {
    return [{ id: 'replicasSet', parameters }];
  }
  return old === current
    ? [{ id: 'replicasStay', parameters }]
    : [
        {
          id: 'replicasChange',
          parameters: { ...parameters, before: shown.number(old) },
        },
      ];
}

/** The Services that lead to the pods of a workload, those first that no longer do. */
function services(
  { before, after }: Switched,
  comparison: ManifestComparison,
  shown: Shown,
): Sentence[] {
  const { kept, lost } = servicesOf(before, after, comparison);
  const all = lost.length > 0 ? lost : kept;
  return all.length === 0
    ? []
    : [
        {
          id: lost.length > 0 ? 'servicesLost' : 'servicesKept',
          parameters: {
            workload: nameOf(after, shown),
            count: all.length,
            services: all.map(each => titleOf(each, shown)),
          },
        },
      ];
}

function releases({ after }: Switched): Sentence[] {
  if (workloadKind(after) !== 'Rollout') {
    return [{ id: 'releasesAtOnce', parameters: {} }];
  }
  const canary = fieldOf(fieldOf(after.spec, 'strategy'), 'canary');
  const steps = fieldOf(canary, 'steps');
  return Array.isArray(steps)
    ? [{ id: 'releasesInSteps', parameters: { count: steps.length } }]
    : [];
}

function documentChange(change: ManifestChange, shown: Shown): Sentence {
  switch (change.change) {
    case 'added':
      return {
        id: 'documentAdded',
        parameters: { document: titleOf(change.after, shown) },
      };
    case 'removed':
      return {
        id: 'documentRemoved',
        parameters: { document: titleOf(change.before, shown) },
      };
    case 'changed':
    case 'kind-changed':
      return {
        id: 'documentChanges',
        parameters: {
          document: titleOf(change.after, shown),
          count: caused(change.differences).length,
        },
      };
    default:
      return change satisfies never;
  }
}

/** What would change at every sync, without anybody flipping anything. */
function unstableDocuments(
  { unstable }: VariantComparison,
  shown: Shown,
): Sentence[] {
  const named = unstable.slice(0, MOST_NAMED);
  return named.length === 0
    ? []
    : [
        {
          id: 'rendersDifferently',
          parameters: {
            count: named.length,
            documents: named.map(({ document }) => titleOf(document, shown)),
          },
        },
        ...more('moreRenderDifferently', unstable),
      ];
}

/** Differences that the change makes, and not the chart by itself. */
function caused(differences: readonly FieldDifference[]): FieldDifference[] {
  return differences.filter(({ unstable }) => !unstable);
}

/** How many there are besides those that are named. */
function more(
  id: 'moreKindsChange' | 'moreDocumentsChange' | 'moreRenderDifferently',
  all: unknown[],
): Sentence[] {
  const count = all.length - MOST_NAMED;
  return count > 0 ? [{ id, parameters: { count } }] : [];
}

function nameOf({ metadata }: Manifest, shown: Shown): string {
  return shown.name(metadata.name ?? metadata.generateName ?? '');
}

function titleOf(manifest: Manifest, shown: Shown): string {
  return `${manifest.kind} ${nameOf(manifest, shown)}`.trim();
}

function prunesLast({ metadata }: Manifest): boolean {
  const options = metadata.annotations?.[SYNC_OPTIONS];
  return (
    typeof options === 'string' &&
    options.split(',').some(option => option.trim() === 'PruneLast=true')
  );
}
