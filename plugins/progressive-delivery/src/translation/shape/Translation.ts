/**
 * The texts of one language, shaped as those of another: each key, and no other. Commands and lines of YAML (`….code`)
 * are the same in every language: `null` says so.
 */
export type Translation<Messages> = {
  readonly [Key in keyof Messages]: Key extends `${string}.code`
    ? null
    : Messages[Key] extends string
    ? string
    : Translation<Messages[Key]>;
};
