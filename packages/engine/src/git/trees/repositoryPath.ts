import { posix } from 'node:path';
import { visibleText } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { cannotPreview } from '../../cannotPreview';

/** Where a reference stands. */
interface ReferencePlace {
  /** Such as `helm.valueFiles`. */
  field: string;
  /** Whose field it is, such as `Application agents`, or a file. */
  owner: string;
}

/**
 * The path from the repository's root that a reference in a file means. A leading `/` is the repository's root where
 * `rooted` says so.
 *
 * @param options.unseen - whether no tool ever gets to see it in this spelling, so that it may be whatever a file may
 *
 * @throws InputError where it is a URL, absolute, or leads out of the repository
 */
export function repositoryPath(
  directory: string,
  reference: string,
  options: ReferencePlace & { rooted?: boolean; unseen?: boolean },
): string {
  const { field, owner } = options;
  const named = { field, owner, reference: visibleText(reference) };
  // A scheme, a query or an scp-like host makes kustomize and helm contact somebody (kustomize api v0.21 internal/git
  // NewRepoSpecFromURL); line breaks that only some YAML parsers know have no business in a path either.
  if (
    // eslint-disable-next-line no-control-regex
    /[:\\]|[\x00-\x1f\x7f\u0085\u2028\u2029]|\/\//.test(reference) ||
    (!options.unseen && /[%?]|^(-|git@|github\.com)/i.test(reference))
  ) {
    throw cannotPreview({
      id: 'referenceRemote',
      parameters: named,
    });
  }
  if (reference === '') {
    throw cannotPreview({ id: 'referenceEmpty', parameters: { field, owner } });
  }
  let path = posix.join(directory, reference);
  if (reference.startsWith('/')) {
    if (!options.rooted) {
      throw cannotPreview({
        id: 'referenceAbsolute',
        parameters: named,
      });
    }
    path = posix.normalize(reference.slice(1));
  }
  path = path.replace(/\/+$/, '') || '.';
  if (path === '..' || path.startsWith('../') || path.startsWith('/')) {
    throw cannotPreview({
      id: 'referenceLeavesRepository',
      parameters: named,
    });
  }
  return path;
}

/** The path of something in a directory, `.` being the root. */
export function inside(directory: string, name: string): string {
  return directory === '.' ? name : `${directory}/${name}`;
}
