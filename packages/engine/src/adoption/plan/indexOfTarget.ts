import { Reference } from '../references/readReferences';
import { keyLines } from '../templates/section';
import { LineRange, TemplateFile } from '../templates/TemplateFile';
import { expressionOf, WorkloadTemplate } from '../workloads/WorkloadTemplate';
import { withoutVariables } from './variables';

/** What of a context is there for the whole chart: a name made of it means the same everywhere. */
const CONTEXT = /(?<![\w.$)"])\.(?=\w|[\s)]|$)/g;

/** The workload that something points at: the only one of the same name. -1 where none is, or it is not clear. */
export function indexOfTarget(
  { file, section }: Reference,
  workloads: readonly WorkloadTemplate[],
): number {
  const name = nameIn(file, section);
  const same = workloads.flatMap((workload, index) =>
    name !== undefined && nameIn(workload.file, workload.metadata) === name
      ? [index]
      : [],
  );
  return same.length === 1 ? same[0] : -1;
}

/** What the name in a section is made of, so that the same means the same in all files. */
function nameIn(
  file: TemplateFile,
  section: LineRange & { indent: number },
): string | undefined {
  const [line] = keyLines(file, 'name', {
    indent: section.indent,
    within: section,
  });
  if (line === undefined) {
    return undefined;
  }
  const mark = (code: string, at: number) => withContext(file, code, at);
  let known = true;
  const text = file
    .line(line)
    .replace(/\{\{-?\s*([^]*?)\s*-?\}\}/g, (_, code: string) => {
      const [, bare, quoted = ''] =
        /^([^]*?)(\s*\|\s*quote)?$/.exec(code) ?? [];
      const value = withoutVariables(file, mark(bare ?? code, line), mark);
      known &&= value !== undefined;
      return `{{ ${value}${quoted} }}`;
    });
  return known ? expressionOf(text) : undefined;
}

/** Code of which the context is said where that is not the chart's own, such as within `with`. */
function withContext(file: TemplateFile, code: string, line: number): string {
  const block = file
    .blocksAt(line)
    .findLast(({ keyword }) => ['with', 'range', 'define'].includes(keyword));
  return block
    ? code.replace(CONTEXT, `§${file.path}:${block.open.start}.`)
    : code;
}
