import {
  Glob,
  GlobTerm,
  GlobWork,
  namePattern,
} from '@progressive-delivery/engine';

/**
 * Whether a pattern of a CODEOWNERS file covers a path; `undefined` where it is none that can be read, or nobody can tell
 * in the time there is.
 */
export type OwnerPattern = (
  pattern: string,
  path: string,
  work: GlobWork,
) => boolean | undefined;

/** As GitHub reads them: those of gitignore, but that `*` at the end reaches no further down. */
export const githubPattern: OwnerPattern = (pattern, path, work) => {
  if (/^!|\[/.test(pattern)) {
    return undefined;
  }
  const anchored = pattern.replace(/\/$/, '').includes('/');
  const segments = segmentsOf(pattern, anchored);
  if (pattern.endsWith('/')) {
    return covers([...segments, '**', '*'], path, work);
  }
  const exact = covers(segments, path, work);
  return exact === false && segments.at(-1) !== '*'
    ? covers([...segments, '**', '*'], path, work)
    : exact;
};

/** As GitLab reads them: anywhere unless they begin with a slash, and below a directory only where they end with one. */
export const gitlabPattern: OwnerPattern = (pattern, path, work) => {
  const segments = segmentsOf(pattern, pattern.startsWith('/'));
  return covers(
    pattern.endsWith('/') ? [...segments, '**', '*'] : segments,
    path,
    work,
  );
};

/**
 * As Gitea reads them: regular expressions for the whole path. Those that are but text and `.*` are read: what a
 * repository says is never compiled to one.
 */
export const giteaPattern: OwnerPattern = (pattern, path, work) => {
  const terms: GlobTerm[] = [];
  const rest = pattern.replace(/^\^|\$$/g, '');
  for (const [token] of rest.matchAll(/\.\*|\\[.\-/]|[^]/g)) {
    if (token === '.*') {
      terms.push({ kind: 'any', crossing: true });
    } else if (token.length === 2) {
      terms.push({ kind: 'text', character: token[1] });
    } else if (/[\p{L}\p{N}_/ @-]/u.test(token)) {
      terms.push({ kind: 'text', character: token });
    } else {
      return undefined;
    }
  }
  return Glob.of(terms).matches(path, work);
};

function segmentsOf(pattern: string, anchored: boolean): string[] {
  const segments = pattern.split('/').filter(segment => segment !== '');
  return anchored ? segments : ['**', ...segments];
}

/** `**` stands for any number of segments. */
function covers(
  pattern: string[],
  path: string,
  work: GlobWork,
): boolean | undefined {
  const names = path.split('/');
  // Where in the path each part of the pattern may go on.
  let reached = new Set([0]);
  for (const segment of pattern) {
    if (!work.spend(names.length)) {
      return undefined;
    }
    const next = new Set<number>();
    const name = segment === '**' ? undefined : namePattern(segment);
    if (segment === '**') {
      const first = Math.min(...reached);
      for (let at = first; at <= names.length; at++) {
        next.add(at);
      }
    } else if (!name) {
      return undefined;
    } else {
      for (const at of reached) {
        if (at < names.length && name.matches(names[at], work)) {
          next.add(at + 1);
        }
      }
      if (work.isSpent) {
        return undefined;
      }
    }
    if (next.size === 0) {
      return false;
    }
    reached = next;
  }
  return reached.has(names.length);
}
