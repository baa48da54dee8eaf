import {
  Problem,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { DeliveryTarget, VariantService } from '@progressive-delivery/engine';
import { ClusterCaller } from '../../clusters/ClusterService';
import { ClusterLists } from './clusterLists';
import { NamedNamespace, namedNamespaces } from './namedNamespaces';
import { NamedWorkload } from '../objects/namedWorkloads';
import { Place } from './NamespaceList';
import { FoundObject, LiveObject, pickLive } from '../objects/pickLive';
import { workloadTemplates } from '../objects/workloadTemplates';
import { ListResults } from './ListResults';
import { renderedNamespaces } from './renderedNamespaces';

/** The workloads of a target that are there in one namespace. */
export interface LiveNamespace {
  place: Place;
  /** What was looked for. */
  named: NamedWorkload[];
  workloads: LiveObject[];
  /** Of those that are there and cannot be read. */
  unreadable: RolloutStatus[];
}

/** One question about what runs: where it is listed, for whom, and what came of it. */
export interface LiveQuery {
  lists: ClusterLists;
  variants: Pick<VariantService, 'describe'>;
  results: ListResults;
  caller: ClusterCaller;
}

/**
 * Asks a target's cluster which of the workloads are there that its Application names, or that it renders to where it
 * has none. What Argo CD keeps in the Application does not tell, see {@link namedWorkloads}.
 */
export async function findLive(
  target: DeliveryTarget,
  query: LiveQuery,
): Promise<LiveNamespace[]> {
  const { namespaces, problems } = await namespacesOf(target, query);
  problems.forEach(problem => query.results.addProblem(problem));
  return Promise.all(
    namespaces.map(async namespace => ({
      place: namespace.place,
      named: namespace.named,
      ...(await findIn(namespace, query)),
    })),
  );
}

/** Where the workloads of a target are looked for. */
export async function namespacesOf(
  target: DeliveryTarget,
  { variants, caller }: Pick<LiveQuery, 'variants' | 'caller'>,
): Promise<{ namespaces: NamedNamespace[]; problems: Problem[] }> {
  switch (target.kind) {
    case 'application':
      return namedNamespaces(target);
    case 'overlay':
      return renderedNamespaces(target, variants, caller.signal);
    default:
      return target satisfies never;
  }
}

async function findIn(
  { place, instanceName, named }: NamedNamespace,
  { lists, results, caller }: LiveQuery,
): Promise<Pick<LiveNamespace, 'workloads' | 'unreadable'>> {
  // A cluster without Argo Rollouts is not asked for Rollouts unless the Application names one.
  const names = (kind: NamedWorkload['kind']) =>
    named.some(workload => workload.kind === kind);
  const [deployments, rollouts] = await Promise.all([
    names('Deployment')
      ? results.add(() => lists.deployments.list(place, caller))
      : undefined,
    names('Rollout')
      ? results.add(() => lists.rollouts.list(place, caller))
      : undefined,
  ]);
  const there = new Map<string, FoundObject>();
  const templates = workloadTemplates(rollouts?.objects ?? []);
  for (const object of deployments?.objects ?? []) {
    if (!templates.has(object.metadata.name)) {
      there.set(`Deployment/${object.metadata.name}`, {
        kind: 'Deployment',
        object,
      });
    }
  }
  for (const object of rollouts?.objects ?? []) {
    there.set(`Rollout/${object.metadata.name}`, { kind: 'Rollout', object });
  }
  for (const { name, why } of deployments?.unreadable ?? []) {
    there.set(`Deployment/${name}`, { unreadable: why });
  }
  for (const { name, why } of rollouts?.unreadable ?? []) {
    there.set(`Rollout/${name}`, { unreadable: why });
  }
  const { workloads, unreadable, problems } = pickLive(
    { instanceName, named },
    ({ kind, name }) => there.get(`${kind}/${name}`),
  );
  problems.forEach(problem => results.addProblem(problem));
  return { workloads, unreadable };
}
