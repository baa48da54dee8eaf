import { visibleText } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

const NOTHING = '\u200b';

/**
 * What a Git host takes for a reference where a word follows it: people and teams, issues (`#`), and at GitLab merge
 * requests (`!`), labels (`~`), milestones (`%`), snippets (`$`), epics (`&`) and alerts (`^`).
 */
const REFERENCE = /[@#!~%$&^](?=["\p{L}\p{N}_])/gu;

/** Words by which GitHub, GitLab and Gitea close or reopen what is named after them, also by its address or a Jira key. */
export const CLOSING =
  /\b(clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|resolv(?:e[sd]?|ing)|implement(?:s|ed|ing)?|reopen(?:s|ed)?)(?=:?\s)/gi;

/** Marks in a commit's message by which GitHub, GitLab and others run no checks: `[skip ci]`, `[no ci]`, `[ci-skip]`. */
const SKIPPING = /\[(?=(?:skip|no|ci|actions|azp|cd)[ _-])/gi;

const MARKDOWN = /[\\`*_[\]<>|~&$]/g;

/**
 * Text that a person, a chart or a cluster wrote, on one line, without anything that a Git host would act on. What nobody
 * sees is shown escaped.
 */
export function inert(text: string): string {
  return visibleText(text.replace(/[\r\n\t\u2028\u2029]+/g, ' '))
    .replace(REFERENCE, sign => `${sign}${NOTHING}`)
    .replace(SKIPPING, bracket => `${bracket}${NOTHING}`)
    .replace(CLOSING, word => `${word[0]}${NOTHING}${word.slice(1)}`)
    .trim();
}

/** The same within Markdown: shown as it is written. */
export function inertMarkdown(text: string): string {
  return inert(text).replace(MARKDOWN, sign => `\\${sign}`);
}

/** A code span that its text cannot end. */
export function codeSpan(text: string): string {
  const content = inert(text);
  const fence = '`'.repeat(longestRun(content) + 1);
  const space = /^`|`$/.test(content) ? ' ' : '';
  return `${fence}${space}${content}${space}${fence}`;
}

/** A block of a diff that its text cannot end. */
export function diffBlock(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  const lines = text
    .trimEnd()
    .split('\n')
    // The first character of a line says whether it was added or removed.
    .map(line => `${line.slice(0, 1)}${inertInCode(line.slice(1))}`);
  return [`${fence}diff`, ...lines, fence].join('\n');
}

/** What a person wrote, line by line behind `>`. */
export function quoted(text: string): string {
  return text
    .trim()
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map(line => `> ${inertMarkdown(line)}`.trimEnd())
    .join('\n');
}

/** Keeps the indentation. */
function inertInCode(line: string): string {
  const indentation = /^ */.exec(line)?.[0] ?? '';
  return `${indentation}${inert(line)}`;
}

function longestRun(text: string): number {
  return Math.max(
    0,
    ...Array.from(text.matchAll(/`+/g), match => match[0].length),
  );
}
