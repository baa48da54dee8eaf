/** What can be seen of a text: links tell those who listen that they open in a new window. */
export const seen = (text: string): string =>
  text.replace(/\s*, Opens in a new window/g, '');
