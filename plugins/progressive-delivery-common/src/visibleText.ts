/**
 * Characters that nobody sees, that reorder their neighbours, or that look like a space and are none. `\p{DI}`: those
 * that Unicode's DerivedCoreProperties.txt says to display as nothing, among them zero-width and Hangul fillers.
 */
const INVISIBLE =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\p{DI}\u2800]|(?! )\p{Zs}/gu;

/**
 * A name from a repository or a cluster as it can be shown in a sentence: what would be invisible, or would reorder the
 * text around it, is escaped as `\u{200b}`.
 *
 * @public
 */
export function visibleText(text: string): string {
  return text.replace(
    INVISIBLE,
    character =>
      `\\u{${character.codePointAt(0)!.toString(16).padStart(4, '0')}}`,
  );
}

/**
 * The same for a text of several lines, which stays one: line feeds and tabs are kept.
 *
 * @public
 */
export function visibleLines(text: string): string {
  return text
    .split(/(\r?\n|\t)/)
    .map((part, index) => (index % 2 === 0 ? visibleText(part) : part))
    .join('');
}
