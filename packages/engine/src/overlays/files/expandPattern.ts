import { posix } from 'node:path';
import { cannotPreview } from '../../cannotPreview';
import { RepositoryTree } from '../../git/trees/RepositoryTree';
import { TimeSlices } from '../../processes/TimeSlices';
import {
  Glob,
  GlobWork,
  LONGEST_PATTERN,
} from '../../targets/access/patterns/glob';
import { namePattern } from './namePattern';

const MOST_MATCHES = 1_000;
/** Places of names that a pattern is compared with: some seconds, in which others have their turn. */
const MOST_WORK = 100_000_000;

/** Whether Argo CD takes a path for a pattern. */
export function isPattern(path: string): boolean {
  return /[*?[]/.test(path);
}

interface Child {
  path: string;
  name: string;
  isDirectory: boolean;
}

/** One pattern, all texts of its `{}`; what is below a directory is looked at once for all. */
class Expansion {
  private readonly slices = TimeSlices.create();
  private readonly work = GlobWork.create(MOST_WORK);
  private readonly known = new Map<string, Child[]>();
  private readonly names = new Map<string, Glob>();

  constructor(
    private readonly tree: RepositoryTree,
    private readonly pattern: string,
    private readonly links: ReadonlySet<string>,
  ) {}

  async expand(path: string): Promise<Set<string>> {
    const segments = path.split('/');
    const last = segments.pop() ?? '';
    let directories = new Set(['.']);
    for (const segment of segments) {
      const found = new Set<string>();
      for (const directory of directories) {
        if (segment === '**') {
          await this.addDirectories(directory, found);
        } else {
          for (const child of await this.matching(directory, segment)) {
            if (this.leadsOn(child)) {
              this.add(child.path, found);
            }
          }
        }
      }
      directories = found;
    }
    const matches = new Set<string>();
    for (const directory of directories) {
      if (last === '**') {
        await this.addEverything(directory, matches);
      } else {
        for (const { path: match } of await this.matching(directory, last)) {
          this.add(match, matches);
        }
      }
    }
    return matches;
  }

  private async matching(directory: string, segment: string): Promise<Child[]> {
    const glob = this.names.get(segment) ?? namePattern(segment);
    if (!glob) {
      throw notValid(this.pattern);
    }
    this.names.set(segment, glob);
    const found: Child[] = [];
    for (const child of await this.children(directory)) {
      await this.slices.next();
      const matches = glob.matches(child.name, this.work);
      if (matches === undefined) {
        throw cannotPreview({
          id: 'patternTooSlow',
          parameters: { pattern: this.pattern },
        });
      }
      if (matches) {
        found.push(child);
      }
    }
    return found;
  }

  /** The directory itself, and those below it. */
  private async addDirectories(
    directory: string,
    found: Set<string>,
  ): Promise<void> {
    this.add(directory, found);
    for (const child of await this.children(directory)) {
      if (this.leadsOn(child)) {
        await this.addDirectories(child.path, found);
      }
    }
  }

  private async addEverything(
    directory: string,
    found: Set<string>,
  ): Promise<void> {
    this.add(directory, found);
    for (const child of await this.children(directory)) {
      if (this.leadsOn(child)) {
        await this.addEverything(child.path, found);
      } else {
        this.add(child.path, found);
      }
    }
  }

  private add(path: string, found: Set<string>): void {
    found.add(path);
    if (found.size > MOST_MATCHES) {
      throw tooMany(this.pattern);
    }
  }

  private leadsOn({ isDirectory, path }: Child): boolean {
    if (this.links.has(path)) {
      throw cannotPreview({
        id: 'patternThroughLink',
        parameters: { pattern: this.pattern, path },
      });
    }
    return isDirectory;
  }

  private async children(directory: string): Promise<Child[]> {
    const known = this.known.get(directory);
    if (known) {
      return known;
    }
    const prefix = directory === '.' ? '' : `${directory}/`;
    const found = new Map<string, Child>();
    for (const path of this.tree.below(directory)) {
      await this.slices.next();
      const rest = path.slice(prefix.length);
      const slash = rest.indexOf('/');
      const isDirectory = slash !== -1;
      const name = isDirectory ? rest.slice(0, slash) : rest;
      found.set(name, { path: `${prefix}${name}`, name, isDirectory });
    }
    const children = Array.from(found.values()).sort((a, b) =>
      byPath(a.path, b.path),
    );
    this.known.set(directory, children);
    return children;
  }
}

/**
 * The paths that a pattern matches, in the order of Argo CD (`FilepathGlob` of github.com/bmatcuk/doublestar v4.10.0, as
 * in the go.mod of argo-cd v3.6.1): `*`, `?`, `[a-c]`, `{a,b}`, and `**` for directories at any depth. By hand, because
 * the libraries of JavaScript match paths by regular expressions, which a pattern can make backtrack for ever, and read
 * other languages; and because this looks at a tree of Git, not at a disk.
 *
 * @throws InputError where it is no valid pattern, takes too long, or reaches through a symbolic link to a directory
 */
export async function expandPattern(
  tree: RepositoryTree,
  pattern: string,
): Promise<string[]> {
  if (pattern.length > LONGEST_PATTERN) {
    throw cannotPreview({
      id: 'patternTooLong',
      parameters: {
        pattern: `${pattern.slice(0, 100)}…`,
        limit: LONGEST_PATTERN,
      },
    });
  }
  const expansion = new Expansion(
    tree,
    pattern,
    await linksToDirectories(tree, fixedPart(pattern)),
  );
  const texts = expandBraces(pattern, pattern);
  const found = new Set<string>();
  for (const text of texts) {
    for (const path of await expansion.expand(text)) {
      found.add(path);
    }
  }
  return texts.length === 1
    ? Array.from(found)
    : Array.from(found).sort(byPath);
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
  const open = indexOfBrace(text);
  if (open === -1) {
    return [text];
  }
  let depth = 0;
  let start = open + 1;
  const parts: string[] = [];
  for (let at = open; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') {
      at++;
    } else if (character === '{') {
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
        const expanded: string[] = [];
        for (const part of parts) {
          expanded.push(...expandBraces(`${before}${part}${after}`, pattern));
          if (expanded.length > MOST_MATCHES) {
            throw tooMany(pattern);
          }
        }
        return expanded;
      }
    }
  }
  throw notValid(pattern);
}

function indexOfBrace(text: string): number {
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') {
      at++;
    } else if (text[at] === '{') {
      return at;
    }
  }
  return -1;
}

function tooMany(pattern: string): Error {
  return cannotPreview({
    id: 'patternTooWide',
    parameters: { pattern, limit: MOST_MATCHES },
  });
}

function notValid(pattern: string): Error {
  return cannotPreview({ id: 'patternInvalid', parameters: { pattern } });
}

function byPath(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
