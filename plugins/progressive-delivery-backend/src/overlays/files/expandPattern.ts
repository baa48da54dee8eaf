import { posix } from 'node:path';
import { matchGlob } from '../../targets/access/patterns/glob';
import { cannotPreview } from '../../cannotPreview';
import { RepositoryTree } from '../../git/trees/RepositoryTree';

const MOST_MATCHES = 1_000;

/** Whether Argo CD takes a path for a pattern. */
export function isPattern(path: string): boolean {
  return /[*?[]/.test(path);
}

interface Child {
  path: string;
  isDirectory: boolean;
}

class Expansion {
  constructor(
    private readonly tree: RepositoryTree,
    private readonly pattern: string,
    private readonly links: ReadonlySet<string>,
  ) {}

  expand(path: string): string[] {
    const segments = path.split('/');
    const last = segments.pop() ?? '';
    let directories = ['.'];
    for (const segment of segments) {
      directories = directories.flatMap(directory =>
        segment === '**'
          ? this.directoriesBelow(directory)
          : this.matching(directory, segment)
              .filter(child => this.leadsOn(child))
              .map(child => child.path),
      );
      limit(directories, this.pattern);
    }
    const matches = directories.flatMap(directory =>
      last === '**'
        ? this.everythingBelow(directory)
        : this.matching(directory, last).map(child => child.path),
    );
    return limit(matches, this.pattern);
  }

  private matching(directory: string, segment: string): Child[] {
    const glob = nameGlob(segment);
    return this.children(directory).filter(({ path }) => {
      const matches = matchGlob(glob, posix.basename(path));
      if (matches === undefined) {
        throw notValid(this.pattern);
      }
      return matches;
    });
  }

  /** The directory itself, and those below it. */
  private directoriesBelow(directory: string): string[] {
    return [
      directory,
      ...this.children(directory)
        .filter(child => this.leadsOn(child))
        .flatMap(({ path }) => this.directoriesBelow(path)),
    ];
  }

  private everythingBelow(directory: string): string[] {
    return [
      directory,
      ...this.children(directory).flatMap(child =>
        this.leadsOn(child) ? this.everythingBelow(child.path) : [child.path],
      ),
    ];
  }

  private leadsOn({ isDirectory, path }: Child): boolean {
    if (this.links.has(path)) {
      throw cannotPreview(
        `the pattern ${JSON.stringify(
          this.pattern,
        )} reaches through the symbolic link ${path}`,
      );
    }
    return isDirectory;
  }

  private children(directory: string): Child[] {
    const prefix = directory === '.' ? '' : `${directory}/`;
    const found = new Map<string, Child>();
    for (const path of this.tree.below(directory)) {
      const rest = path.slice(prefix.length);
      const slash = rest.indexOf('/');
      const isDirectory = slash !== -1;
      const name = isDirectory ? rest.slice(0, slash) : rest;
      found.set(name, { path: `${prefix}${name}`, isDirectory });
    }
    return Array.from(found.values()).sort((a, b) => byPath(a.path, b.path));
  }
}

/**
 * The paths that a pattern matches, in the order of Argo CD (github.com/bmatcuk/doublestar v4.10 FilepathGlob): `*`, `?`,
 * `[a-c]`, `{a,b}`, and `**` for directories at any depth.
 *
 * @throws InputError where it is no valid pattern, or reaches through a symbolic link to a directory
 */
export async function expandPattern(
  tree: RepositoryTree,
  pattern: string,
): Promise<string[]> {
  const expansion = new Expansion(
    tree,
    pattern,
    await linksToDirectories(tree, fixedPart(pattern)),
  );
  const found = expandBraces(pattern, pattern).map(each =>
    expansion.expand(each),
  );
  return found.length === 1
    ? found[0]
    : Array.from(new Set(found.flat())).sort(byPath);
}

/** The directory above the first segment that is special. */
function fixedPart(pattern: string): string {
  const segments = pattern.split('/');
  const special = segments.findIndex(segment => /[*?[{]/.test(segment));
  return segments.slice(0, special).join('/') || '.';
}

/** Symbolic links below a directory that lead to a directory of the repository. */
async function linksToDirectories(
  tree: RepositoryTree,
  directory: string,
): Promise<Set<string>> {
  const links = tree
    .below(directory)
    .filter(path => tree.entries.get(path)?.mode === '120000');
  const targets = await tree.read(links);
  return new Set(
    links.filter(link => {
      const target = targets.get(link)?.toString('utf8') ?? '';
      const path = posix.join(posix.dirname(link), target);
      return tree.below(path.replace(/\/+$/, '')).length > 0;
    }),
  );
}

/** All texts that a pattern with `{}` stands for. */
function expandBraces(text: string, pattern: string): string[] {
  const open = text.indexOf('{');
  if (open === -1) {
    return [text];
  }
  let depth = 0;
  let start = open + 1;
  const parts: string[] = [];
  for (let at = open; at < text.length; at++) {
    const character = text[at];
    if (character === '{') {
      depth++;
    } else if (character === ',' && depth === 1) {
      parts.push(text.slice(start, at));
      start = at + 1;
    } else if (character === '}') {
      depth--;
      if (depth === 0) {
        parts.push(text.slice(start, at));
        const before = text.slice(0, open);
        const after = text.slice(at + 1);
        return limit(
          parts.flatMap(part =>
            expandBraces(`${before}${part}${after}`, pattern),
          ),
          pattern,
        );
      }
    }
  }
  throw notValid(pattern);
}

/** The same for one name, as our matcher reads it: it knows no class of several ranges, and negates by `!` only. */
function nameGlob(segment: string): string {
  return segment.replace(
    /\[([!^]?)([^\]]+)\]/g,
    (_, negated: string, members: string) => {
      const parts = members.match(/.-.|./gsu) ?? [];
      if (negated) {
        return `[!${members}]`;
      }
      return parts.length > 1
        ? `{${parts.map(part => `[${part}]`).join(',')}}`
        : `[${members}]`;
    },
  );
}

function limit<T>(found: T[], pattern: string): T[] {
  if (found.length > MOST_MATCHES) {
    throw cannotPreview(
      `the pattern ${JSON.stringify(
        pattern,
      )} stands for more than ${MOST_MATCHES} paths`,
    );
  }
  return found;
}

function notValid(pattern: string): Error {
  return cannotPreview(`${JSON.stringify(pattern)} is not a valid pattern`);
}

function byPath(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
