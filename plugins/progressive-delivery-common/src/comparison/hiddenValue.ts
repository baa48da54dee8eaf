/**
 * What stands for a value that is not shown: alone where only one variant has such a value, otherwise with whether the
 * values of both variants are the same at this path.
 *
 * @public
 */
export const hiddenValue = {
  alone: '•••',
  same: '••• (same)',
  different: '••• (different)',
} as const;

/**
 * A text, in parts that alternate between what is shown (at even places) and what stands for a hidden value (at odd
 * places).
 *
 * @public
 */
export function splitAtHiddenValues(text: string): string[] {
  return text.split(/(•••(?: \((?:same|different)\))?)/);
}
