import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folders } from '../folders';

export interface CodeBlockPlace {
  /** Of the package in `plugins` whose README it is. */
  plugin: string;
  heading: string;
  language: 'sh' | 'ts' | 'tsx' | 'yaml';
  /** That its first line names; default: any. */
  file?: string;
}

/**
 * The first code block of a language below a heading of a README, as people copy it.
 *
 * @throws when there is none, so that nothing is installed in another way than the README says
 */
export function codeBlock({
  plugin,
  heading,
  language,
  file,
}: CodeBlockPlace): string {
  const readme = join('plugins', plugin, 'README.md');
  const text = readFileSync(join(folders.repository, readme), 'utf8');
  let current = '';
  let block: string | undefined;
  // In one go, because a comment of a shell or YAML looks like a heading.
  for (const [, title, fenced, code] of text.matchAll(
    /^#+ (.*)$|^```(.*)\n([^]*?)^```$/gm,
  )) {
    current = title ?? current;
    if (
      current === heading &&
      fenced === language &&
      (file === undefined || code.startsWith(`// ${file}\n`))
    ) {
      block ??= code;
    }
  }
  if (block === undefined) {
    throw new Error(
      `${readme} has no ${language} below "${heading}"${
        file === undefined ? '' : ` for ${file}`
      }`,
    );
  }
  return block;
}
