/** What a commit holds and says. */
export interface RepositoryCommit {
  message: string;
  /** Object id of its tree. */
  tree: string;
}

/** Reads a commit object: headers, which may go on in lines that begin with a space, an empty line, the message. */
export function parseCommit(object: string): RepositoryCommit {
  const end = object.indexOf('\n\n');
  const [first] = object.split('\n', 1);
  return {
    tree: first.replace(/^tree /, ''),
    message: end < 0 ? '' : object.slice(end + 2),
  };
}
