import { GlobWork } from '@progressive-delivery/engine';
import {
  giteaPattern,
  githubPattern,
  gitlabPattern,
  OwnerPattern,
} from './codeOwnerPatterns';

/** Lines that are read, and owners that are named. */
const MOST_LINES = 5_000;
const MOST_OWNERS = 50;
const LONGEST_LINE = 2_000;

export type OwnersSyntax = 'gitea' | 'github' | 'gitlab';

/**
 * Where each host looks for CODEOWNERS, the first that exists
 * (docs.github.com "About code owners", docs.gitlab.com "Code Owners", Gitea `models/issues/pull.go` CodeOwnerFiles).
 */
export const codeOwnersFiles: Record<OwnersSyntax, readonly string[]> = {
  gitea: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitea/CODEOWNERS'],
  github: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
  gitlab: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
};

const patterns: Record<OwnersSyntax, OwnerPattern> = {
  gitea: giteaPattern,
  github: githubPattern,
  gitlab: gitlabPattern,
};

/** Whom a CODEOWNERS file names for a path. */
export interface CodeOwners {
  /** As they stand there: `@user`, `@organization/team`, an e-mail address. */
  owners: string[];
  /** Whether all of its rules could be read, so that there are no others. */
  complete: boolean;
}

interface Rule {
  pattern: string;
  owners: string[];
}

/** Of GitHub and GitLab the last rule that matches counts, at GitLab in each section; of Gitea all count. */
export function codeOwners(
  text: string,
  path: string,
  syntax: OwnersSyntax,
): CodeOwners {
  const lines = text.split(/\r?\n/);
  let complete = lines.length <= MOST_LINES;
  const found = new Set<string>();
  const work = GlobWork.create();
  for (const rules of sectionsOf(lines.slice(0, MOST_LINES), syntax)) {
    let last: string[] = [];
    for (const { owners, pattern } of rules) {
      const excluded = syntax !== 'github' && pattern.startsWith('!');
      const bare = excluded ? pattern.slice(1) : pattern;
      const covered =
        pattern.length > LONGEST_LINE
          ? undefined
          : patterns[syntax](bare, path, work);
      if (covered === undefined) {
        complete = false;
      } else if (syntax === 'gitea') {
        if (covered !== excluded) {
          owners.forEach(each => found.add(each));
        }
      } else if (covered) {
        last = excluded ? [] : owners;
      }
    }
    last.forEach(each => found.add(each));
  }
  return {
    owners: Array.from(found).slice(0, MOST_OWNERS),
    complete: complete && found.size <= MOST_OWNERS,
  };
}

/** The rules of each section; outside of GitLab there is one. */
function sectionsOf(lines: string[], syntax: OwnersSyntax): Rule[][] {
  const sections = new Map<string, { defaults: string[]; rules: Rule[] }>();
  let section = { defaults: [] as string[], rules: [] as Rule[] };
  sections.set('', section);
  for (const line of lines) {
    const [, name, defaults] =
      (syntax === 'gitlab' &&
        /^\^?\[([^\]]{1,200})\](?:\[\d+\])?(.*)$/.exec(line.trim())) ||
      [];
    if (name !== undefined) {
      const key = name.toLowerCase();
      section = sections.get(key) ?? { defaults: [], rules: [] };
      section.defaults = wordsOf(defaults);
      sections.set(key, section);
    } else {
      const [pattern, ...owners] = wordsOf(line);
      if (pattern !== undefined) {
        section.rules.push({
          pattern,
          owners: owners.length > 0 ? owners : section.defaults,
        });
      }
    }
  }
  return Array.from(sections.values(), ({ rules }) => rules);
}

/** What spaces part, up to a comment; `\ ` is a space, `\#` no comment. */
function wordsOf(line: string): string[] {
  const words: string[] = [];
  for (const [word] of line.matchAll(/(?:\\.|[^\s\\])+/g)) {
    if (word.startsWith('#')) {
      break;
    }
    words.push(word.replace(/\\([ #])/g, '$1'));
  }
  return words;
}
