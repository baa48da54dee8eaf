import { RepositoryCommit } from '../../git/trees/parseCommit';

const TREE = 'Backstage-Tree';

/** The last line of our commits' messages: the tree that the commit was made with. */
export function treeTrailer(tree: string): string {
  return `${TREE}: ${tree}`;
}

/** The message of a commit of ours as it was before its tree was known. */
export function withoutTreeTrailer(message: string): string {
  return message.trimEnd().split('\n').slice(0, -1).join('\n').trimEnd();
}

/**
 * Whether a commit holds what we have written, and nothing else. An amended commit keeps its author and its message, but
 * not its tree.
 */
export function isOwnCommit({
  message,
  tree,
}: Pick<RepositoryCommit, 'message' | 'tree'>): boolean {
  return message.trimEnd().split('\n').at(-1) === treeTrailer(tree);
}
