/** Values that a chart is rendered with, over its own. */
export interface ValuesSet {
  /** As people call them, such as the path of the file. */
  name: string;
  /** Texts of values files, of which the last wins. */
  files: readonly (Buffer | string)[];
}
