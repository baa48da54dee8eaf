/** How a values file is written. */
export interface ValuesStyle {
  lineEnd: string;
  /** Spaces of a level. */
  indent: number;
  /** What most comments begin with: helm-docs reads those with `# -- `. */
  comment: string;
}

export function styleOf(text: string): ValuesStyle {
  const lines = text.split(/\r?\n/);
  let above = '';
  const nested = lines.find(line => {
    const isNested =
      /^ +[^\s#-]/.test(line) && /^\S[^#]*:\s*(?:#.*)?$/.test(above);
    above = /^\s*[^\s#]/.test(line) ? line : above;
    return isNested;
  });
  const comments = lines.filter(line => /^\s*#/.test(line));
  const docs = comments.filter(line => /^\s*# -- /.test(line)).length;
  return {
    lineEnd: /\r?\n/.exec(text)?.[0] ?? '\n',
    indent: nested ? /^ */.exec(nested)![0].length : 2,
    comment: docs > 0 && docs * 2 >= comments.length ? '# -- ' : '# ',
  };
}
