const BASE = 'Backstage-Base';

/**
 * The line of a commit's message that says which branch the commit was made for, which nothing else tells once that branch
 * is renamed. Nothing in it is a reference to a Git host.
 */
export function baseTrailer(branch: string): string {
  return `${BASE}: ${encodeURIComponent(branch).replaceAll('!', '%21')}`;
}

/** The branch that a commit's message says it was made for. */
export function baseIn(message: string): string | undefined {
  const [, name] =
    new RegExp(`^${BASE}: ([\\w.%~*'()-]+)$`, 'm').exec(message) ?? [];
  try {
    return name && decodeURIComponent(name);
  } catch {
    return undefined;
  }
}
