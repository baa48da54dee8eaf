import { AppProject } from '../applications/appProject';
import { GlobMatch, matchGlob } from './glob';
import { isPlain, normalizeGitUrl } from './repositoryUrl';

/*
 * The rules of argo-cd v3.6 pkg/apis/application/v1alpha1/app_project_types.go. Where we cannot tell what Argo CD can,
 * the answer is no.
 */

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
): boolean {
  return (
    namespace === argocdNamespace ||
    project.spec.sourceNamespaces.some(
      pattern =>
        matchRegularExpression(pattern, namespace) ||
        matchGlob(pattern, namespace) === true,
    )
  );
}

/** Whether a repository is among those of the project. */
export function permitsRepository(
  project: AppProject,
  repository: string,
): boolean {
  if (!isPlain(repository)) {
    return false;
  }
  const url = normalizeGitUrl(repository);
  let permitted = false;
  for (const pattern of project.spec.sourceRepos) {
    const denies = pattern.startsWith('!');
    const named = normalizeGitUrl(denies ? pattern.slice(1) : pattern);
    const match = survivesParsing(named)
      ? matchPattern(denies ? `!${named}` : named, url, '/')
      : undefined;
    if (match) {
      permitted = true;
    } else if (denies) {
      return false;
    }
  }
  return permitted;
}

/** Whether a destination is among those of the project. */
export function permitsDestination(
  project: AppProject,
  destination: ProjectDestination,
): boolean {
  if (project.spec.permitOnlyProjectScopedClusters) {
    return false;
  }
  let permitted = false;
  for (const item of project.spec.destinations) {
    const name = matchCluster(item.name, destination.name);
    const server = matchCluster(item.server, destination.server);
    const namespace = matchPattern(item.namespace, destination.namespace);
    if ((name || server) && namespace) {
      permitted = true;
    } else if (
      namespace !== false &&
      ((!name && item.name.startsWith('!')) ||
        (!server && item.server.startsWith('!')))
    ) {
      return false;
    } else if (
      !namespace &&
      item.namespace.startsWith('!') &&
      server !== false
    ) {
      return false;
    }
  }
  return permitted;
}

/** A cluster that we do not know always has a server and a name, so that `*` matches it, and nothing never does. */
function matchCluster(pattern: string, value: string | undefined): GlobMatch {
  if (value !== undefined) {
    return value !== '' && matchPattern(pattern, value);
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
  separator?: string,
): GlobMatch {
  if (pattern.startsWith('!')) {
    const denied = matchGlob(pattern.slice(1), value, separator);
    return denied === undefined ? undefined : !denied;
  }
  return pattern === '*' || matchGlob(pattern, value, separator);
}

/** Argo CD parses patterns as URLs, which escapes these characters, so that they match nothing that is meant. */
function survivesParsing(pattern: string): boolean {
  return /^[\w.~!$&'()*+,;=:@[\]/%?-]*$/.test(pattern);
}

/** Of sourceNamespaces, what stands between slashes is a regular expression. */
function matchRegularExpression(pattern: string, value: string): boolean {
  const expression = /^\/(.+)\/$/s.exec(pattern);
  if (!expression) {
    return false;
  }
  try {
    return new RegExp(expression[1]).test(value);
  } catch {
    return false;
  }
}
