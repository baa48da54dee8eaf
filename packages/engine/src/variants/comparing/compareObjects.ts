import {
  FieldDifference,
  WorkloadKind,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { isMapping } from '../../yaml/isMapping';
import { compareFields, FieldComparison } from './compareFields';
import { fieldRulesOf } from './fieldRules';
import { fieldOf, Fields } from '../manifests/fields';
import { isLarge } from '../manifests/isLarge';
import { Manifest, workloadKind } from '../manifests/manifests';

/** Fields of a Rollout's spec that a Deployment's does not have (argo-rollouts 1.10 types.go RolloutSpec). */
const ROLLOUT_ONLY = [
  'analysis',
  'progressDeadlineAbort',
  'restartAt',
  'rollbackWindow',
  'workloadRef',
];

/** Both have these, a Deployment below `rollingUpdate` and a Rollout below `canary`, with the same defaults. */
const MOVED = ['maxSurge', 'maxUnavailable'];

/**
 * Compares an object with what it becomes; a Deployment and a Rollout by what their fields mean. What is too large is one
 * difference.
 */
export function compareObjects(
  before: Manifest,
  after: Manifest,
): FieldComparison {
  const [old, current] = [workloadKind(before), workloadKind(after)];
  if (isLarge(before) || isLarge(after)) {
    return {
      after,
      differences: [{ change: 'changed', path: [], before, after }],
    };
  }
  const rule = fieldRulesOf(after);
  const compared = compareFields(before, after, rule);
  if (!old || !current || old === current) {
    return compared;
  }
  const own = compared.differences
    .filter(
      ({ path: [first, second] }) =>
        // Which kind it was and is, is said already; their strategies have nothing to do with each other.
        !['apiVersion', 'kind'].includes(String(first)) &&
        !(first === 'spec' && second === 'strategy'),
    )
    .map(difference => ({
      ...difference,
      ...(difference.path[0] === 'spec' &&
      ROLLOUT_ONLY.includes(String(difference.path[1]))
        ? { onlyIn: 'Rollout' as const }
        : {}),
    }));
  return {
    ...compared,
    differences: [
      ...compareStrategies(
        { kind: old, strategy: strategyOf(before) },
        { kind: current, strategy: strategyOf(after) },
      ),
      ...own,
    ],
  };
}

interface Strategy {
  kind: WorkloadKind;
  strategy: Fields;
}

function compareStrategies(
  before: Strategy,
  after: Strategy,
): FieldDifference[] {
  const [old, current] = [fieldsOf(before), fieldsOf(after)];
  const differences: FieldDifference[] = [];
  for (const [name, { path, value }] of old) {
    const other = MOVED.includes(name) ? current.get(name) : undefined;
    differences.push(
      other
        ? {
            change: 'moved',
            path: other.path,
            movedFrom: path,
            before: value,
            after: other.value,
          }
        : {
            change: 'removed',
            path,
            before: value,
            ...onlyIn(before.kind, name),
          },
    );
  }
  for (const [name, { path, value }] of current) {
    if (!MOVED.includes(name) || !old.has(name)) {
      differences.push({
        change: 'added',
        path,
        after: value,
        ...onlyIn(after.kind, name),
      });
    }
  }
  return differences;
}

function onlyIn(
  kind: WorkloadKind,
  field: string,
): Pick<FieldDifference, 'onlyIn'> {
  return MOVED.includes(field) ? {} : { onlyIn: kind };
}

/** A strategy's fields one by one: `type`, `maxSurge`, `steps`, ... */
function fieldsOf({
  strategy,
}: Strategy): Map<string, { path: string[]; value: unknown }> {
  const fields = new Map<string, { path: string[]; value: unknown }>();
  for (const [name, value] of Object.entries(strategy)) {
    const path = ['spec', 'strategy', name];
    if (isMapping(value) && Object.keys(value).length > 0) {
      for (const [inner, part] of Object.entries(value)) {
        fields.set(inner, { path: [...path, inner], value: part });
      }
    } else if (value !== null) {
      fields.set(name, { path, value });
    }
  }
  return fields;
}

function strategyOf({ spec }: Manifest): Fields {
  const strategy = fieldOf(spec, 'strategy');
  return isMapping(strategy) ? strategy : {};
}
