import {
  matchStars,
  readableRepository,
  repositoryPattern,
} from '@progressive-delivery/engine';
import { AllowRule } from '../../allowRule';
import { DeliveredEntity } from './DeliveredEntity';
import { catalogLocation, locationPattern } from './patterns/locationPattern';

/** What a rule is asked about. */
export interface RuleQuestion {
  entity: Pick<DeliveredEntity, 'entityRef' | 'location' | 'owners'>;
  /** The AppProject of the Application; absent without one. */
  project?: string;
  /** All repositories of the target. */
  repositories: readonly string[];
  /** What is asked about clusters. */
  cluster: ClusterQuestion;
  /** Namespace that is delivered to. */
  namespace?: string;
}

/**
 * - `delivered`: it delivers to a cluster, of which the name may be unknown; `own` is that which its Argo CD runs in
 * - `claimed`: the entity's author says that this is where it runs
 * - `none`: nothing of a cluster is asked for
 */
export type ClusterQuestion =
  | { kind: 'delivered'; name: string | undefined; own: string }
  | { kind: 'claimed'; name: string }
  | { kind: 'none' };

/** The first rule of which all fields that are given match; `*` matches all. */
export function findAllowRule(
  rules: readonly AllowRule[],
  { entity, project, repositories, cluster, namespace }: RuleQuestion,
): AllowRule | undefined {
  return rules.find(
    rule =>
      allowsEntity(rule, entity) &&
      includes(rule.projects, project) &&
      repositories.length > 0 &&
      repositories.every(each => matchesRepository(rule.repositories, each)) &&
      allowsCluster(rule, cluster) &&
      allowsNamespace(rule, namespace),
  );
}

export function allowsNamespace(
  { namespaces }: AllowRule,
  namespace: string | undefined,
): boolean {
  return includes(namespaces, namespace);
}

/**
 * Whether a repository is among patterns of the configuration, in which `*` stands for any characters. Even `*` is only
 * about what we could read: a URL that is not what it seems to be is not one.
 */
export function matchesRepository(
  patterns: readonly string[],
  repository: string,
): boolean {
  const url = readableRepository(repository);
  return (
    url !== undefined &&
    patterns.some(each => matchStars(repositoryPattern(each), url))
  );
}

/** A rule names somebody; every way in which it does must match. */
function allowsEntity(
  rule: AllowRule,
  { entityRef, location, owners }: RuleQuestion['entity'],
): boolean {
  const named = rule.entities ?? rule.locations ?? rule.owners;
  return (
    named !== undefined &&
    (!rule.entities || includes(rule.entities, entityRef)) &&
    (!rule.locations || matchesLocation(rule.locations, location)) &&
    (!rule.owners ||
      includes(rule.owners, undefined) ||
      owners.some(owner => includes(rule.owners, owner)))
  );
}

/** A rule without clusters means the one that Argo CD runs in: never one that the entity's author picks. */
function allowsCluster(
  { clusters }: AllowRule,
  question: ClusterQuestion,
): boolean {
  switch (question.kind) {
    case 'delivered':
      return clusters
        ? includes(clusters, question.name)
        : question.name === question.own;
    case 'claimed':
      return includes(clusters, question.name);
    case 'none':
      return true;
    default:
      return question satisfies never;
  }
}

function matchesLocation(
  patterns: readonly string[],
  location: string | undefined,
): boolean {
  return patterns.some(
    pattern =>
      pattern === '*' ||
      (location !== undefined &&
        (pattern === location ||
          matchStars(
            locationPattern(pattern),
            catalogLocation(location) ?? '',
          ))),
  );
}

function includes(
  names: readonly string[] | undefined,
  name: string | undefined,
): boolean {
  return Boolean(
    names?.some(each => each === '*' || (name !== undefined && each === name)),
  );
}
