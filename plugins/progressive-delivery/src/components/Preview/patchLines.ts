export interface PatchLine {
  kind: 'added' | 'removed' | 'context' | 'hunk' | 'note';
  text: string;
}

/**
 * The lines of a unified diff, without the file names at its top. Only what stands before the first hunk is taken for
 * a file name: a removed line may well begin with `--`.
 */
export function patchLines(patch: string): PatchLine[] {
  const lines = patch.replace(/\n$/, '').split('\n');
  const start = lines.findIndex(line => line.startsWith('@@'));
  if (start === -1) {
    return [];
  }
  return lines.slice(start).map(text => {
    switch (text[0]) {
      case '+':
        return { kind: 'added', text };
      case '-':
        return { kind: 'removed', text };
      case '@':
        return { kind: 'hunk', text };
      case '\\':
        return { kind: 'note', text };
      default:
        return { kind: 'context', text };
    }
  });
}
