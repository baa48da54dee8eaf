/**
 * Line of the edited text, counted from 1, that an edit ends in. It is that of the switch, whether its value was changed or
 * it was inserted together with the mapping that it stands in.
 */
export function changedLine(before: string, after: string): number {
  const [old, current] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < old.length && old[start] === current[start]) {
    start++;
  }
  let end = 0;
  while (
    end < old.length - start &&
    old[old.length - 1 - end] === current[current.length - 1 - end]
  ) {
    end++;
  }
  let line = current.length - end;
  while (line > 1 && current[line - 1].trim() === '') {
    line--;
  }
  return line;
}
