import { posix } from 'node:path';
import { normalizeGitUrl } from '../../targets/access/patterns/repositoryUrl';
import {
  DeliverySource,
  DeliveryTarget,
} from '../../targets/applications/DeliveryTarget';
import { ValuesEdit } from '../../variants/VariantService';
import { KnownApplication } from './KnownApplication';

/** Another Application that reads the file. */
interface FileReader {
  id: string;
  name: string;
  /** Whether the entity may use it, too. */
  own: boolean;
  /** Whether the person may see what it is called. */
  visible: boolean;
}

/** Who reads a file besides the target that it is edited for. */
export interface FileReaders {
  readers: FileReader[];
  /**
   * How many others are rendered from the same repository and branch, where the file is no file of the overlay's own directory:
   * any of them may reach it by the same base or link.
   */
  mayRead: number;
}

type Edited = Pick<ValuesEdit, 'repository' | 'file'>;

/** By what the Applications say; who may see which of them is decided elsewhere. */
export function fileReaders(
  edit: Edited,
  target: DeliveryTarget,
  applications: KnownApplication[],
): { readers: KnownApplication[]; mayRead: number } {
  const revisions = new Set(
    target.sources
      .filter(source => isSameRepository(source, edit))
      .map(({ revision }) => revision),
  );
  const others = applications.filter(
    ({ id, sources }) =>
      id !== target.id &&
      sources.some(
        source =>
          isSameRepository(source, edit) &&
          // What is pinned to something else does not move.
          (revisions.has(source.revision) ||
            [source.revision, ...revisions].includes('HEAD')),
      ),
  );
  const readers = others.filter(({ sources }) =>
    sources.some(source => readsFile(source, sources, edit, target)),
  );
  return {
    readers,
    mayRead: isReachedElsewhere(target, edit)
      ? others.length - readers.length
      : 0,
  };
}

function isSameRepository(
  { repository }: Pick<DeliverySource, 'repository'>,
  edit: Edited,
): boolean {
  return normalizeGitUrl(repository) === normalizeGitUrl(edit.repository);
}

function readsFile(
  source: DeliverySource,
  all: DeliverySource[],
  edit: Edited,
  target: DeliveryTarget,
): boolean {
  const named = (source.helm?.valueFiles ?? []).some(reference => {
    const [, ref, rest = reference] = /^\$([^/]+)(\/.*)$/.exec(reference) ?? [];
    const holder = ref ? all.find(each => each.ref === ref) : source;
    const path = rest.startsWith('/')
      ? rest.slice(1)
      : posix.join(source.path, rest);
    return (
      holder !== undefined &&
      isSameRepository(holder, edit) &&
      posix.normalize(path) === edit.file
    );
  });
  if (named) {
    return true;
  }
  return (
    isSameRepository(source, edit) &&
    !source.refOnly &&
    // The chart's own values, or the very same overlay.
    (posix.join(source.path, 'values.yaml') === edit.file ||
      (source.helm === undefined &&
        isBelow(edit.file, source.path) &&
        target.sources.some(each => each.path === source.path)))
  );
}

/** Whether an overlay reaches a file that is neither in its directory nor named by the Application. */
function isReachedElsewhere(target: DeliveryTarget, edit: Edited): boolean {
  return !target.sources.some(
    source =>
      isBelow(edit.file, source.path) ||
      (source.helm?.valueFiles ?? []).length > 0,
  );
}

function isBelow(file: string, directory: string): boolean {
  return directory === '.' || file.startsWith(`${directory}/`);
}
