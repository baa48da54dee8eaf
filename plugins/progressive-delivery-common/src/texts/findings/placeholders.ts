/**
 * The names of the parameters that a text is filled in with.
 *
 * @public
 */
export type PlaceholdersOf<Text> =
  Text extends `${string}{{${infer Name}}}${infer Rest}`
    ? Name | PlaceholdersOf<Rest>
    : never;
