const SENTENCES: Record<string, string> = {
  ENOENT: 'There is no',
  ENOTDIR: 'Not a folder:',
  EISDIR: 'A folder, not a file:',
  EACCES: 'No permission to read',
  EPERM: 'No permission to read',
  ELOOP: 'Links that lead to each other:',
};

/**
 * What keeps a file or folder from being read, in words and with the path that somebody gave.
 *
 * @param error - of the file system
 */
export function fileProblem(error: unknown, path: string): Error {
  const code =
    error instanceof Error && 'code' in error ? String(error.code) : '';
  const sentence = SENTENCES[code];
  if (sentence === undefined) {
    return error instanceof Error ? error : new Error(String(error));
  }
  return new Error(`${sentence} ${path}`, { cause: error });
}
