import { cannotPreview } from '../../cannotPreview';
import { expandPattern, isPattern } from '../files/expandPattern';
import { SourceFile } from '../sources/Overlay';
import { repositoryPath } from '../../git/trees/repositoryPath';
import { SelectedFiles } from '../files/SelectedFiles';

/**
 * What one entry of `valueFiles` means.
 *
 * - `file`: a file
 * - `missing`: one that does not exist
 * - `matches`: those that a pattern matches, which may be none
 * - `encrypted`: one that helm-secrets decrypts; `path` where it is a file of the repository
 */
export type ValueFile =
  | { kind: 'file'; path: string }
  | { kind: 'missing'; path: string }
  | { kind: 'matches'; pattern: string; matches: PatternMatch[] }
  | { kind: 'encrypted'; reference: string; path?: string };

/** A path that a pattern matches, and that of the file which it is in the end. */
interface PatternMatch {
  match: string;
  path: string;
}

const FIELD = 'helm.valueFiles';

/** An entry of `valueFiles`, the build environment substituted, and whose it is. */
interface ValueFileEntry {
  reference: string;
  owner: string;
}

/** Schemes of helm-secrets; what is fetched with a key comes after a question mark. */
const ENCRYPTED = /^(?:secrets(?:\+[a-z-]+)?|sops):\/\/(?:[^?]*\?)?(.*)$/;

/**
 * Finds what an entry of `valueFiles` means in a tree, and selects it. A leading `/` is the root of the repository.
 *
 * @throws InputError where it leads out of the repository, or is no file
 */
export async function valueFile(
  selected: SelectedFiles,
  directory: string,
  entry: ValueFileEntry,
): Promise<ValueFile> {
  const { owner, reference } = entry;
  const encrypted = ENCRYPTED.exec(reference);
  if (encrypted) {
    return encryptedFile(selected, directory, entry, encrypted[1]);
  }
  const path = repositoryPath(directory, reference, {
    field: FIELD,
    owner,
    rooted: true,
    unseen: true,
  });
  if (isPattern(path)) {
    const matches: PatternMatch[] = [];
    for (const match of await expandPattern(selected.tree, path)) {
      matches.push({ match, path: await selected.addFile(match) });
    }
    return { kind: 'matches', pattern: reference, matches };
  }
  return selected.exists(await selected.follow(path))
    ? { kind: 'file', path: await selected.addFile(path) }
    : { kind: 'missing', path };
}

async function encryptedFile(
  selected: SelectedFiles,
  directory: string,
  { owner, reference }: ValueFileEntry,
  file: string,
): Promise<ValueFile> {
  const path = /^[\w./-]+$/.test(file)
    ? repositoryPath(directory, file, {
        field: FIELD,
        owner,
        rooted: true,
      })
    : undefined;
  return path && selected.tree.entries.get(path)?.mode.startsWith('100')
    ? { kind: 'encrypted', reference, path: await selected.addFile(path) }
    : { kind: 'encrypted', reference };
}

/**
 * The values files in the order in which Argo CD hands them to helm, each once: one that is named comes where it is named,
 * also where a pattern matches it before.
 *
 * @throws InputError for what is missing, unless the source says that it may be
 */
export function orderValueFiles(
  entries: readonly { ref?: string; file: ValueFile }[],
  options: {
    ignoreMissing: boolean;
    /** Tells repositories apart; several names may stand for one. */
    repositoryOf: (ref: string | undefined) => string;
  },
): SourceFile[] {
  const identity = ({ path, ref }: SourceFile) =>
    JSON.stringify([options.repositoryOf(ref), path]);
  const named = new Set(
    entries.flatMap(({ file, ref }) =>
      file.kind === 'file' ? [identity({ ref, path: file.path })] : [],
    ),
  );
  const ordered = new Map<string, SourceFile>();
  const add = (file: SourceFile, key = identity(file)) => {
    if (!ordered.has(key)) {
      ordered.set(key, file.ref ? file : { path: file.path });
    }
  };
  for (const { file, ref } of entries) {
    switch (file.kind) {
      case 'file':
        add({ ref, path: file.path });
        break;
      case 'missing':
        if (!options.ignoreMissing) {
          throw cannotPreview({
            id: 'fileMissing',
            parameters: { file: file.path },
          });
        }
        break;
      case 'matches':
        if (file.matches.length === 0 && !options.ignoreMissing) {
          throw cannotPreview({
            id: 'patternMatchesNothing',
            parameters: { pattern: file.pattern },
          });
        }
        for (const { match, path } of file.matches) {
          const key = identity({ ref, path: match });
          if (!named.has(key)) {
            add({ ref, path }, key);
          }
        }
        break;
      default:
        // Helm is never given an encrypted one.
        file satisfies { kind: 'encrypted' };
    }
  }
  return Array.from(ordered.values());
}
