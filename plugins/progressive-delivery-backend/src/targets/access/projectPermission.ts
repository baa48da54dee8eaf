import {
  Reason,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  AppProject,
  Glob,
  GlobMatch,
  GlobWork,
  isPlain,
  matchStars,
  normalizeGitUrl,
  ReasonContent,
} from '@progressive-delivery/engine';

/*
 * The rules of argo-cd v3.6.1 pkg/apis/application/v1alpha1/app_project_types.go. Where we cannot tell what Argo CD can,
 * the answer is no; also where it would take too long to tell, for which all that is asked about one Application shares
 * its work.
 */

/** Characters of a regular expression that is read. */
const LONGEST_EXPRESSION = 500;

const TOO_SLOW = refusedBy({ id: 'patternsTooSlow', parameters: {} });

/** A destination as an AppProject's patterns see it; `undefined` is what only Argo CD knows. */
export interface ProjectDestination {
  server: string | undefined;
  name: string | undefined;
  namespace: string;
}

/** Whether Applications of a namespace may belong to the project at all. */
export function permitsApplicationNamespace(
  project: AppProject,
  namespace: string,
  argocdNamespace: string,
  work = GlobWork.create(),
): boolean {
  return (
    namespace === argocdNamespace ||
    project.spec.sourceNamespaces.some(
      pattern =>
        work.spend(pattern.length) &&
        (matchRegularExpression(pattern, namespace) ||
          matchPattern(pattern, namespace, { work }) === true),
    )
  );
}

/** The rule of the AppProject that refuses. */
interface Refused {
  permitted: false;
  by: Reason;
}

/** What an AppProject says, and which field of it decided. */
export type ProjectDecision = { permitted: true } | Refused;

/** The same of a repository. */
export type RepositoryDecision =
  | {
      permitted: true;
      /** Whether a pattern permits it that keeps to one organisation of one host. */
      inOrganisation: boolean;
    }
  | Refused;

function refusedBy(reason: ReasonContent): Refused {
  return { permitted: false, by: toMessage('reason', reason) };
}

/**
 * Whether a repository is among those of the project.
 *
 * @param hostBase - the path below which its Git host lives, see {@link keepsToOrganisation}
 */
export function permitsRepository(
  project: AppProject,
  repository: string,
  hostBase = '',
  work = GlobWork.create(),
): RepositoryDecision {
  if (!isPlain(repository)) {
    return refusedBy({ id: 'deniedAsAmbiguous', parameters: {} });
  }
  const url = normalizeGitUrl(repository);
  let permitted = false;
  let inOrganisation = false;
  for (const [index, pattern] of project.spec.sourceRepos.entries()) {
    if (!work.spend(pattern.length)) {
      return TOO_SLOW;
    }
    const denies = pattern.startsWith('!');
    const named = normalizeGitUrl(denies ? pattern.slice(1) : pattern);
    const match = survivesParsing(named)
      ? matchPattern(denies ? `!${named}` : named, url, {
          separator: '/',
          work,
        })
      : undefined;
    if (match) {
      permitted = true;
      inOrganisation ||= !denies && keepsToOrganisation(named, hostBase);
    } else if (denies) {
      return refusedBy({
        id: 'deniedBy',
        parameters: { field: `spec.sourceRepos[${index}]` },
      });
    }
  }
  return permitted
    ? { permitted, inOrganisation }
    : refusedBy({
        id: 'notAmong',
        parameters: { field: 'spec.sourceRepos' },
      });
}

/**
 * Whether a destination is among those of the project. Where versions of Argo CD differ, what any of them denies is
 * denied: a cluster that is denied by name together with another namespace is permitted by 3.6.1, and denied by 3.4.0 to
 * 3.5.1 (there, `isDenyPattern(item.Name)` is not bound to the namespace).
 */
export function permitsDestination(
  project: AppProject,
  destination: ProjectDestination,
  work = GlobWork.create(),
): ProjectDecision {
  if (project.spec.permitOnlyProjectScopedClusters) {
    return refusedBy({ id: 'deniedByScopedClusters', parameters: {} });
  }
  let permitted = false;
  for (const [index, item] of project.spec.destinations.entries()) {
    const name = matchCluster(item.name, destination.name, work);
    const server = matchCluster(item.server, destination.server, work);
    const namespace = matchPattern(item.namespace, destination.namespace, {
      work,
    });
    if (work.isSpent) {
      return TOO_SLOW;
    }
    const denied = (id: 'deniedBy' | 'deniedByOlderArgocd' = 'deniedBy') =>
      refusedBy({
        id,
        parameters: { field: `spec.destinations[${index}]` },
      });
    if ((name || server) && namespace) {
      permitted = true;
    } else if (!name && item.name.startsWith('!')) {
      return denied(namespace === false ? 'deniedByOlderArgocd' : 'deniedBy');
    } else if (namespace !== false && !server && item.server.startsWith('!')) {
      return denied();
    } else if (
      !namespace &&
      item.namespace.startsWith('!') &&
      server !== false
    ) {
      return denied();
    }
  }
  return permitted
    ? { permitted }
    : refusedBy({
        id: 'notAmong',
        parameters: { field: 'spec.destinations' },
      });
}

/**
 * Whether all that a pattern of `sourceRepos` matches lies within one organisation of one host (a user, a group, a
 * workspace): no wildcard comes before the end of that. What is wider says what Argo CD may read, and nothing about
 * Backstage's own credentials.
 *
 * @param pattern - normalized
 * @param hostBase - the path below which the Git host lives, such as `/gitea`; mostly none
 */
export function keepsToOrganisation(pattern: string, hostBase = ''): boolean {
  const wildcard = pattern.search(/[*?[{\\]/);
  if (wildcard < 0) {
    return true;
  }
  const [, path] =
    /^(?:\w+:\/\/)?[^/]+(\/.*)$/s.exec(pattern.slice(0, wildcard)) ?? [];
  const below = path?.startsWith(`${hostBase}/`)
    ? path.slice(hostBase.length)
    : path;
  return /^\/[^/]+\//.test(below ?? '');
}

/** A cluster that we do not know always has a server and a name, so that `*` matches it, and nothing never does. */
function matchCluster(
  pattern: string,
  value: string | undefined,
  work: GlobWork,
): GlobMatch {
  if (value !== undefined) {
    return value !== '' && matchPattern(pattern, value, { work });
  }
  switch (pattern) {
    case '*':
      return true;
    case '':
      return false;
    default:
      return undefined;
  }
}

function matchPattern(
  pattern: string,
  value: string,
  { separator, work }: { separator?: string; work: GlobWork },
): GlobMatch {
  if (pattern.startsWith('!')) {
    const denied = matchGlob(pattern.slice(1), value, { separator, work });
    return denied === undefined ? undefined : !denied;
  }
  return pattern === '*' || matchGlob(pattern, value, { separator, work });
}

function matchGlob(
  pattern: string,
  value: string,
  { separator, work }: { separator?: string; work: GlobWork },
): GlobMatch {
  return work.spend(pattern.length)
    ? Glob.compile(pattern, separator)?.matches(value, work)
    : undefined;
}

/** Argo CD parses patterns as URLs, which escapes these characters, so that they match nothing that is meant. */
function survivesParsing(pattern: string): boolean {
  return /^[\w.~!$&'()*+,;=:@[\]/%?-]*$/.test(pattern);
}

/**
 * Of sourceNamespaces, what stands between slashes is a regular expression. Only the simple ones are read (names, `.*`,
 * alternatives in one group, anchors): a pattern that a cluster chose could take forever here. Others permit nothing.
 */
function matchRegularExpression(pattern: string, value: string): boolean {
  if (pattern.length > LONGEST_EXPRESSION) {
    return false;
  }
  const expression =
    /^\/(\^?)((?:[\w-]|\.\*)*)(?:\(((?:[\w|-]|\.\*)*)\))?((?:[\w-]|\.\*)*)(\$?)\/$/.exec(
      pattern,
    );
  if (!expression) {
    return false;
  }
  const [, begin, before, alternatives = '', after, end] = expression;
  return alternatives.split('|').some(alternative => {
    const stars = `${before}${alternative}${after}`.replaceAll('.*', '*');
    return matchStars(`${begin ? '' : '*'}${stars}${end ? '' : '*'}`, value);
  });
}
