/** From the first character to before the last. */
export type Span = [start: number, end: number];

/** A line of a YAML document. */
export interface YamlLine {
  /** From 1. */
  number: number;
  text: string;
  /** What of it differs, where it is much like the line that took its place. */
  changed?: Span;
  /** Whether it belongs to a text of several lines, as far as what is shown of the document tells. */
  inText?: true;
}
