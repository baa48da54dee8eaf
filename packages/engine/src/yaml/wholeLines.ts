/** The lines of a text that has at most so many characters, or the first of them. */
export function wholeLines(
  text: string,
  most: number,
): { text: string; shortened: boolean } {
  return text.length <= most
    ? { text, shortened: false }
    : {
        text: text.slice(0, text.lastIndexOf('\n', most) + 1),
        shortened: true,
      };
}
