const TEMPLATE = `apiVersion: v1
kind: Text
metadata:
  name: notes.txt
lines: {{ include (print .Template.BasePath "/NOTES.txt") . | splitList "\\n" | toJson }}
`;

/**
 * A template that renders the notes of a chart as an object, line by line, for `helm template` to print: it leaves out the
 * notes themselves.
 *
 * @param paths - of the files that the chart has
 */
export function notesTemplate(paths: Iterable<string>): [string, string] {
  const taken = new Set(paths);
  let path = 'templates/notes-to-compare.yaml';
  while (taken.has(path)) {
    path = path.replace('notes-', 'notes-as-they-are-');
  }
  return [path, TEMPLATE];
}
