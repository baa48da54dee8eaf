import { GitRemote } from './command/gitRemote';

/** Where people see a commit on its Git host; `undefined` where its address does not tell. */
export function commitUrl(
  { type, url }: GitRemote,
  commit: string,
): string | undefined {
  const repository = url.replace(/\.git$/, '');
  switch (type) {
    case 'azure':
    case 'gitea':
    case 'github':
      return `${repository}/commit/${commit}`;
    case 'gitlab':
      return `${repository}/-/commit/${commit}`;
    case 'bitbucketCloud':
      return `${repository}/commits/${commit}`;
    // Its pages have other paths than its repositories.
    case 'bitbucketServer':
      return undefined;
    default:
      return type satisfies never;
  }
}
