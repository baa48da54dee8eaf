/** What a commit holds and says. */
export interface RepositoryCommit {
  message: string;
  /** Object id of its tree. */
  tree: string;
  /** Object ids of the commits that it goes on from. */
  parents: string[];
  /** What its author is called. */
  author: string;
  /** Milliseconds since the epoch, by the clock of whoever made it. */
  committedAt: number;
}

/** Reads a commit object: headers, which may go on in lines that begin with a space, an empty line, the message. */
export function parseCommit(object: string): RepositoryCommit {
  const end = object.indexOf('\n\n');
  const headers = object.slice(0, end < 0 ? undefined : end).split('\n');
  const valuesOf = (name: string) =>
    headers.flatMap(line =>
      line.startsWith(`${name} `) ? [line.slice(name.length + 1)] : [],
    );
  return {
    tree: valuesOf('tree')[0],
    parents: valuesOf('parent'),
    author: (valuesOf('author')[0] ?? '').replace(/ ?<[^<]*$/, ''),
    // A name may hold digits, so the time is what stands before the zone.
    committedAt:
      Number(
        /(\d+) [+-]\d{4}$/.exec(valuesOf('committer')[0] ?? '')?.[1] ?? 0,
      ) * 1000,
    message: end < 0 ? '' : object.slice(end + 2),
  };
}
