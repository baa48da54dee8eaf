/** Characters that no shell (sh, bash, zsh, fish) reads as anything but themselves, wherever in a word they are. */
const PLAIN = /^[\w./:@-]+$/;

/** A text as one word of a command, so that nothing of it is syntax of the shell: quoted where it needs to be. */
export function shellWord(text: string): string {
  return PLAIN.test(text) ? text : `'${text.replaceAll("'", `'"'"'`)}'`;
}
