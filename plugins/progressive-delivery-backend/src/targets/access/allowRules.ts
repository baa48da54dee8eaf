import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { AllowRule } from '../../config';
import { matchStars } from './glob';
import { readableRepository, repositoryPattern } from './repositoryUrl';

/** What a rule is asked about. */
export interface RuleQuestion {
  /** Entity references of the entity's owners, as its relations have them. */
  owners: readonly string[];
  /** The AppProject of the Application; absent without one. */
  project?: string;
  /** All repositories of the target. */
  repositories: readonly string[];
  /** Namespace that is delivered to. */
  namespace?: string;
}

/** The first rule of which all fields match; `*` matches all, and a missing field nothing. */
export function findAllowRule(
  rules: readonly AllowRule[],
  { owners, project, repositories, namespace }: RuleQuestion,
): AllowRule | undefined {
  return rules.find(
    rule =>
      allowsOwner(rule, owners) &&
      allowsName(rule.projects, project) &&
      repositories.length > 0 &&
      repositories.every(each => allowsRepository(rule, each)) &&
      allowsNamespace(rule, namespace),
  );
}

export function allowsNamespace(
  { namespaces }: AllowRule,
  namespace: string | undefined,
): boolean {
  return allowsName(namespaces, namespace);
}

function allowsName(
  names: string[] | undefined,
  name: string | undefined,
): boolean {
  return Boolean(
    names?.some(each => each === '*' || (name !== undefined && each === name)),
  );
}

function allowsOwner(rule: AllowRule, owners: readonly string[]): boolean {
  return Boolean(
    rule.owners?.some(each => each === '*' || owners.includes(ownerRef(each))),
  );
}

/** As the catalog reads `spec.owner`; what is no entity reference is nobody's. */
function ownerRef(owner: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(owner, { defaultKind: 'Group' }));
  } catch {
    return owner;
  }
}

/** Even `*` is only about what we could read: a URL that is not what it seems to be is not one. */
function allowsRepository(rule: AllowRule, repository: string): boolean {
  const url = readableRepository(repository);
  return (
    url !== undefined &&
    Boolean(
      rule.repositories?.some(each => matchStars(repositoryPattern(each), url)),
    )
  );
}
