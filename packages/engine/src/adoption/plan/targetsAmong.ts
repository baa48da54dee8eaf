import { Reference } from '../references/readReferences';
import { keyLines } from '../templates/section';
import { LineRange, TemplateFile } from '../templates/TemplateFile';
import { withoutVariables } from '../templates/variables';
import { loopAmong, WorkloadLoop } from '../workloads/WorkloadLoop';
import { expressionOf, WorkloadTemplate } from '../workloads/WorkloadTemplate';

/** What of a context is there for the whole chart: a name made of it means the same everywhere. */
const CONTEXT = /(?<![\w.$)"])\.(?=\w|[\s)]|$)/g;

/** What a loop is about, in any file. */
const itemOf = ({ path }: WorkloadLoop) => `§${path.join('.')}`;

/** What is longer is no name, and takes time to read. */
const LONGEST = 1_000;

/**
 * Tells which of some workloads something points at: the only one of the same name. -1 where none is, or it is not clear.
 */
export function targetsAmong(
  workloads: readonly WorkloadTemplate[],
): (reference: Reference) => number {
  const names = workloads.map(({ file, metadata }) => nameIn(file, metadata));
  return ({ file, section }) => {
    const name = nameIn(file, section);
    const first = name === undefined ? -1 : names.indexOf(name);
    return first === names.lastIndexOf(name) ? first : -1;
  };
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
  if (line === undefined || file.line(line).length > LONGEST) {
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

/**
 * Code of which the context is said where that is not the chart's own, such as within `with`. A loop over the same mapping
 * means the same in each file.
 */
function withContext(file: TemplateFile, text: string, line: number): string {
  const blocks = file.blocksAt(line);
  const loop = loopAmong(blocks);
  const isLoop = loop !== undefined && loop !== 'unclear';
  const code = isLoop ? withItems(text, loop) : text;
  const block = blocks.findLast(({ keyword }) =>
    ['with', 'range', 'define'].includes(keyword),
  );
  if (!block) {
    return code;
  }
  const context =
    isLoop && block.keyword === 'range'
      ? itemOf(loop)
      : `§${file.path}:${block.open.start}`;
  return code.replace(CONTEXT, `${context}.`);
}

/** Code with one name for the key and the values of what a loop is about. */
function withItems(code: string, loop: WorkloadLoop): string {
  return code.replace(/\$\w+/g, variable => {
    switch (variable) {
      case loop.key:
        return `${itemOf(loop)}:key`;
      case loop.value:
        return itemOf(loop);
      default:
        return variable;
    }
  });
}
