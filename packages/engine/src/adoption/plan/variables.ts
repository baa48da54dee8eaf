import { TemplateFile } from '../templates/TemplateFile';

const VARIABLE = /\$([a-zA-Z_]\w*)/g;

/**
 * The code of an action with what its variables are instead of their names, as far as each is given a value once in the
 * file.
 *
 * @param mark - is given what a variable is, and the line where it gets it
 * @returns `undefined` where one of them cannot be known
 */
export function withoutVariables(
  file: TemplateFile,
  code: string,
  mark: (code: string, line: number) => string = each => each,
  depth = 0,
): string | undefined {
  if (depth > 5) {
    return undefined;
  }
  let known = true;
  const text = code.replace(VARIABLE, (variable, name: string) => {
    const assigned = file.actions.flatMap(action => {
      const [, value] =
        new RegExp(`^\\$${name}\\s*:?=\\s*([^]+)$`).exec(action.code) ?? [];
      return value === undefined ? [] : [{ action, value }];
    });
    const others = file.blocks.some(({ argument }) =>
      new RegExp(`\\$${name}\\b[^|(]*:=`).test(argument),
    );
    const [first] = assigned;
    if (assigned.length !== 1 || others) {
      known = false;
      return variable;
    }
    const value = withoutVariables(
      file,
      mark(first.value, file.lineOf(first.action.start)),
      mark,
      depth + 1,
    );
    known &&= value !== undefined;
    return value === undefined || /^\S+$/.test(value) || code === variable
      ? value ?? variable
      : `(${value})`;
  });
  return known ? text : undefined;
}
