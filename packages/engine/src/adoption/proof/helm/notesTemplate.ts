/**
 * A template that renders the notes of a chart as an object, line by line, for `helm template` to print: it leaves out the
 * notes themselves.
 */
export const NOTES_TEMPLATE = `apiVersion: v1
kind: Text
metadata:
  name: notes.txt
lines: {{ include (print .Template.BasePath "/NOTES.txt") . | splitList "\\n" | toJson }}
`;

/**
 * Where it is put.
 *
 * @param paths - of the files that the chart has
 */
export function pathOfNotesTemplate(paths: Iterable<string>): string {
  const taken = new Set(paths);
  let path = 'templates/notes-to-compare.yaml';
  while (taken.has(path)) {
    path = path.replace('notes-', 'notes-as-they-are-');
  }
  return path;
}
