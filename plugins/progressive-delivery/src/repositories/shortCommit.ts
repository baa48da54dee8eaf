/** A commit as Git abbreviates it. */
export const shortCommit = (commit: string) => commit.slice(0, 7);
