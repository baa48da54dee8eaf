/** What is filled in of a text: `{{file}}`, or `{{bytes, number}}` for a whole amount, which is grouped as its language does. */
export const PLACEHOLDER = /\{\{(\w+)(, number)?\}\}/g;

/**
 * The names of the parameters that a text is filled in with.
 *
 * @public
 */
export type PlaceholdersOf<Text> =
  Text extends `${string}{{${infer Placeholder}}}${infer Rest}`
    ?
        | (Placeholder extends `${infer Name}, number` ? Name : Placeholder)
        | PlaceholdersOf<Rest>
    : never;
