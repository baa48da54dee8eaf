import { outputOf } from '../templates/outputOf';
import { TemplateBlock } from '../templates/readBlocks';
import { TemplateFile } from '../templates/TemplateFile';

/** Lines of a template that write annotations. */
export interface AnnotationLines {
  file: TemplateFile;
  /** What stands behind the key. */
  value: string;
  /** The lines below the key. */
  below: readonly number[];
}

/** The spaces before all annotations; `undefined` where this cannot be known, or they differ. */
export function columnOf({
  below,
  file,
  value,
}: AnnotationLines): number | undefined {
  const columns = new Set<number | undefined>();
  if (value !== '') {
    const placed = /\|\s*nindent\s+(\d+)\s*-?\}\}\s*(?:#.*)?$/.exec(value);
    columns.add(placed ? Number(placed[1]) : undefined);
  }
  for (const index of below) {
    const output = outputOf(file, index);
    if (output) {
      columns.add(output.continues ? undefined : output.column);
    } else if (file.kindOf(index) === 'yaml') {
      columns.add(file.indentOf(index));
    }
  }
  return columns.size === 1 ? [...columns][0] : undefined;
}

/** Whether each line that writes something writes keys, and never `{}`: then other keys may stand before it. */
export function writeKeys({ below, file }: AnnotationLines): boolean {
  return below.every(
    index =>
      !outputOf(file, index) ||
      /\}\}["']?:(?:\s|$)/.test(file.line(index)) ||
      writesWhatIsThere(file, index),
  );
}

const ALL_OF_WITH = /^\s*\{\{-?\s*toYaml \.\s*\|/;
const MAPPING =
  /^(?:toYaml|include "[^"]+" \(dict "value") (\$?\.Values(?:\.\w+)+)\s*["|)]/;

/** Whether a line writes a mapping, under a condition that asks whether this has any keys. */
function writesWhatIsThere(file: TemplateFile, index: number): boolean {
  const within = file.blocksAt(index).at(-1);
  if (!within || within.elses.length > 0) {
    return false;
  }
  switch (within.keyword) {
    case 'with':
      return ALL_OF_WITH.test(file.line(index));
    case 'if':
      return file
        .actionsOf(index)
        .some(
          ({ code }) =>
            MAPPING.exec(code.replace(/\(\s+/g, '('))?.[1] === within.argument,
        );
    default:
      return false;
  }
}

/** The line of a value that may be written as `{}`, as no condition asks whether it is there. */
export function maybeEmpty(
  { below, file }: Omit<AnnotationLines, 'value'>,
  block: TemplateBlock,
): number | undefined {
  return below.find(index => {
    const blocks = file.blocksAt(index);
    const asked = blocks
      .slice(blocks.indexOf(block))
      .flatMap(({ argument }) => pathsOf(argument));
    return file
      .actionsOf(index)
      .filter(({ code }) => /\bto\w*Json\b|\btoYaml\b/.test(code))
      .some(
        ({ code }) =>
          /\bto\w*Json\b/.test(code) ||
          pathsOf(code).some(path => !asked.includes(path)) ||
          (/\btoYaml \.(?![\w])/.test(code) &&
            blocks.findLast(({ keyword }) => keyword !== 'if')?.keyword !==
              'with'),
      );
  });
}

/** What some code looks at, such as `.Values.annotations` or `$annotations`. */
function pathsOf(code: string): string[] {
  return [
    ...code.matchAll(/(?<![\w.$"])(?:\$?(?:\.\w+)+|\$\w+(?:\.\w+)*)/g),
  ].map(([path]) => path.replace(/^\$\./, '.'));
}
