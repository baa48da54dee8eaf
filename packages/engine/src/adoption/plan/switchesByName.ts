import { keyLines, Section } from '../templates/section';
import { TemplateFile } from '../templates/TemplateFile';
import { withoutVariables } from '../templates/variables';
import { SwitchOf } from '../workloads/SwitchOf';
import { loopAmong, WorkloadLoop } from '../workloads/WorkloadLoop';
import { expressionOf, WorkloadTemplate } from '../workloads/WorkloadTemplate';

/** What of a context is there for the whole chart: a name made of it means the same everywhere. */
const CONTEXT = /(?<![\w.$)"])\.(?=\w|[\s)]|$)/g;

/** What a loop is about, in any file. */
const itemOf = ({ path }: WorkloadLoop) => `§${path.join('.')}`;

/** What is longer is no name, and takes time to read. */
const LONGEST = 1_000;

/** Where a template says the name of a workload. */
export interface NamedPlace {
  file: TemplateFile;
  line: number;
  /** What the name is made of, such as `{{ include "web.fullname" . }}`. */
  name: string;
  /** The loop that it is in. */
  loop: WorkloadLoop | undefined;
}

/**
 * Tells how to ask at a place about the switch of the workload that is named there: the only one of this name. `undefined`
 * where none is, or it is not clear.
 */
export function switchesByName(
  workloads: readonly WorkloadTemplate[],
  switches: readonly SwitchOf[],
): (place: NamedPlace) => SwitchOf | undefined {
  const names = workloads.map(({ file, loop, metadata }) => {
    const place = nameIn(file, metadata);
    return place && meaningOf({ file, loop, ...place });
  });
  return place => {
    const name = meaningOf(place);
    const first = name === undefined ? -1 : names.indexOf(name);
    const paths = [place.loop, workloads[first]?.loop].map(loop =>
      loop?.path.join('.'),
    );
    return first !== -1 &&
      first === names.lastIndexOf(name) &&
      paths[0] === paths[1]
      ? { ...switches[first], item: place.loop?.value }
      : undefined;
  };
}

/** The line of the name in a section, and what stands there. */
export function nameIn(
  file: TemplateFile,
  section: Section,
): Pick<NamedPlace, 'line' | 'name'> | undefined {
  const [line] = keyLines(file, 'name', {
    indent: section.indent,
    within: section,
  });
  return line === undefined
    ? undefined
    : { line, name: file.line(line).replace(/^[^:]*:/, '') };
}

/** What a name is made of, so that the same means the same in all files. */
function meaningOf({ file, line, name }: NamedPlace): string | undefined {
  if (name.length > LONGEST) {
    return undefined;
  }
  const mark = (code: string, at: number) => withContext(file, code, at);
  let known = true;
  const text = name.replace(/\{\{-?\s*([^]*?)\s*-?\}\}/g, (_, code: string) => {
    const [, bare, quoted = ''] = /^([^]*?)(\s*\|\s*quote)?$/.exec(code) ?? [];
    const value = withoutVariables(file, mark(bare ?? code, line), mark);
    known &&= value !== undefined;
    return `{{ ${value}${quoted} }}`;
  });
  return known ? expressionOf(`name:${text}`) : undefined;
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
