/** Something that a person can mend: its message alone is printed, without a stack. */
export class LauncherError extends Error {
  name = 'LauncherError';
}
