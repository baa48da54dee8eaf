import {
  FleetAttention,
  fleetAttentions,
  FleetProposal,
  FleetRow,
  Problem,
  problemSchema,
  UnusableTarget,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { z } from 'zod/v4';
import { visibleTexts } from '../../visibleTexts';
import { LiveTarget } from './LiveTarget';

const MOST_WORKLOADS = 10;
const MOST_PROBLEMS = 3;
const MOST_PROPOSALS = 10;

/** The switches of one target that are the component's own, as far as they are known. */
export interface TargetSwitches {
  state: 'pending' | 'done' | 'failed';
  switches: { id: string; enabled: boolean; proposable: boolean }[];
  problem?: Problem;
}

/** All that a row is made of. */
export interface FleetComponent {
  entityRef: string;
  title?: string;
  owners: string[];
  /** What is known of its targets; absent while they are not known themselves. */
  targets?: {
    /** As people call it. */
    title: string;
    /** Name of the Kubernetes plugin's cluster, where it is known. */
    cluster?: string;
    live: LiveTarget;
    switches: TargetSwitches;
    proposals: {
      state: TargetSwitches['state'];
      open: FleetProposal[];
      problem?: Problem;
    };
  }[];
  unusable: UnusableTarget[];
  /** Why its targets could not be found. */
  problem?: Problem;
}

/** A component as one of many. */
export function fleetRow(component: FleetComponent): FleetRow {
  const { entityRef, owners, problem, targets = [], title } = component;
  const workloads = targets
    .flatMap(({ live }) => live.workloads)
    .sort(
      (one, other) =>
        rankOf(one.attention) - rankOf(other.attention) ||
        one.name.localeCompare(other.name),
    );
  const attention = attentionOf(component);
  const observed = targets.flatMap(({ live }) => live.observedAt ?? []);
  const open = targets.flatMap(({ proposals }) => proposals.open);
  const switches = targets.flatMap(each => each.switches.switches);
  return {
    entityRef,
    title,
    owners,
    attention,
    since: workloads
      .filter(each => each.attention === attention)
      .flatMap(({ since }) => since ?? [])
      .sort()
      .at(0),
    kind: kindOf(component),
    workloads: workloads.slice(0, MOST_WORKLOADS),
    workloadCount: workloads.length,
    switches: {
      state: readingOf(
        component,
        targets.map(each => each.switches.state),
      ),
      count: switches.length,
      on: switches.filter(({ enabled }) => enabled).length,
      switchable: switches.filter(each => !each.enabled && each.proposable)
        .length,
    },
    proposals: {
      state: readingOf(
        component,
        targets.map(each => each.proposals.state),
      ),
      open: distinctProposals(open).slice(0, MOST_PROPOSALS),
    },
    problems: z
      .array(problemSchema)
      .parse(
        visibleTexts(
          [
            ...(problem ? [problem] : []),
            ...targets.flatMap(({ live }) => live.problems),
            ...targets.flatMap(each => each.switches.problem ?? []),
            ...targets.flatMap(each => each.proposals.problem ?? []),
          ].slice(0, MOST_PROBLEMS),
        ),
      ),
    unusable: component.unusable.length,
    observedAt:
      observed.length > 0
        ? new Date(
            Math.min(...observed.map(time => time.getTime())),
          ).toISOString()
        : undefined,
  };
}

/** Where somebody is needed most first. */
export function rankOf(attention: FleetAttention): number {
  return fleetAttentions.indexOf(attention);
}

/** What is not known is never taken for healthy. */
function attentionOf({
  problem,
  targets,
  unusable,
}: FleetComponent): FleetAttention {
  if (!targets) {
    return problem ? 'unknown' : 'pending';
  }
  const all = targets.flatMap(({ live }): FleetAttention[] => {
    const told = live.workloads.map(({ attention }) => attention);
    switch (live.state) {
      case 'unknown':
        return [...told, 'unknown'];
      case 'pending':
        return [...told, 'pending'];
      case 'known':
        // What could not be shown of it may be anything.
        return live.problems.length > 0 ? [...told, 'unknown'] : told;
      default:
        return live.state satisfies never;
    }
  });
  if (problem || unusable.length > 0) {
    all.push('unknown');
  }
  return (
    all.sort((one, other) => rankOf(one) - rankOf(other)).at(0) ?? 'absent'
  );
}

function kindOf({
  problem,
  targets,
  unusable,
}: FleetComponent): FleetRow['kind'] {
  const kinds = new Set(
    targets?.flatMap(({ live }) => live.workloads.map(({ kind }) => kind)),
  );
  if (kinds.has('Rollout') && kinds.has('Deployment')) {
    return 'mixed';
  }
  if (kinds.has('Rollout')) {
    return 'Rollout';
  }
  const isKnown =
    !problem &&
    unusable.length === 0 &&
    targets?.every(({ live }) => live.state === 'known');
  if (!isKnown) {
    return 'unknown';
  }
  return kinds.has('Deployment') ? 'Deployment' : 'none';
}

function readingOf(
  { problem, targets }: FleetComponent,
  states: TargetSwitches['state'][],
): TargetSwitches['state'] {
  if (!targets) {
    return problem ? 'failed' : 'pending';
  }
  if (states.includes('pending')) {
    return 'pending';
  }
  return states.includes('failed') ? 'failed' : 'done';
}

/** Several targets of a component may be edited in one file. */
function distinctProposals(proposals: FleetProposal[]): FleetProposal[] {
  return Array.from(
    new Map(
      proposals.map(each => [`${each.url} ${each.switch}`, each]),
    ).values(),
  );
}
