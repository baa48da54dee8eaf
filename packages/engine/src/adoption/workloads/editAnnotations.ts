import { LineEdit } from '../templates/applyLineEdits';
import { TemplateBlock } from '../templates/readBlocks';
import { keyLines, linesOf } from '../templates/section';
import { TemplateFile } from '../templates/TemplateFile';
import { CannotAdoptError } from '../texts/AdoptionText';
import {
  AnnotationLines,
  columnOf,
  maybeEmpty,
  writeKeys,
} from './annotationLines';
import { isPlainCondition } from './isPlainCondition';
import { hasPruneLast, includeOf, SwitchOf } from './SwitchOf';
import { WorkloadTemplate } from './WorkloadTemplate';

/** Gives the workload the annotation, whether it has others or not. */
export function editAnnotations(
  { blocks, file, metadata, root }: WorkloadTemplate,
  switchOf: SwitchOf,
): LineEdit[] {
  const unclear = (line: number) =>
    new CannotAdoptError('annotationsUnclear', {
      template: file.path,
      line: line + 1,
    });
  const { indent } = metadata;
  const space = ' '.repeat(indent);
  const include = includeOf('workloadAnnotations', switchOf, root);
  const options = linesOf(metadata).find(index =>
    file.line(index).includes('argocd.argoproj.io/sync-options'),
  );
  if (options !== undefined) {
    throw new CannotAdoptError('syncOptions', {
      template: file.path,
      line: options + 1,
    });
  }
  const [line, ...others] = keyLines(file, 'annotations', {
    indent,
    within: metadata,
  });
  if (line === undefined) {
    return [
      {
        at: metadata.end,
        remove: 0,
        insert: [
          `${space}{{- with ${include} }}`,
          `${space}annotations:`,
          `${space}  {{- . | nindent ${indent + 2} }}`,
          `${space}{{- end }}`,
        ],
      },
    ];
  }
  if (others.length > 0) {
    throw unclear(others[0]);
  }
  const within = file.blocksAt(line).slice(blocks.length);
  const value = /annotations["']?\s*:\s*(.*)$/.exec(file.line(line))![1].trim();
  if (value !== '' && !value.startsWith('{{')) {
    throw unclear(line);
  }
  const [block, ...deeper] = within;
  const below = linesOf({
    start: line + 1,
    end: endOfValue(file, line, {
      indent,
      limit: block ? file.lineOf(block.end.start) : metadata.end,
    }),
  });
  const lines = { file, value, below };
  const ours = (column: number) => [
    `${' '.repeat(column)}{{- with ${include} }}`,
    `${' '.repeat(column)}{{- . | nindent ${column} }}`,
    `${' '.repeat(column)}{{- end }}`,
  ];
  if (!block) {
    const column = firstKey(lines) ?? columnOf(lines);
    if (
      value === '' &&
      column !== undefined &&
      column > indent &&
      (firstKey(lines) !== undefined || writeKeys(lines))
    ) {
      return [{ at: line + 1, remove: 0, insert: ours(column) }];
    }
    const only = onlyValues(lines, line);
    if (!only) {
      throw unclear(line);
    }
    // As it is, it could be written as `{}`.
    const inner = ' '.repeat(indent + 2);
    return [
      {
        at: line,
        remove: only.end - line,
        insert: [
          `${space}annotations:`,
          ...ours(indent + 2),
          `${inner}{{- with ${only.expression} }}`,
          `${inner}{{- toYaml . | nindent ${indent + 2} }}`,
          `${inner}{{- end }}`,
        ],
      },
    ];
  }
  const column = columnOf(lines);
  const empty = maybeEmpty({ file, below: [line, ...below] }, block);
  if (
    deeper.length > 0 ||
    !isPlainCondition(file, block) ||
    block.open.trimsAfter ||
    block.end.trimsAfter ||
    column === undefined ||
    column <= indent ||
    empty !== undefined
  ) {
    throw unclear(empty ?? line);
  }
  return underCondition({
    file,
    block,
    line,
    value,
    indent,
    column,
    ours: ours(column),
    either: hasPruneLast(root),
  });
}

/** Annotations under a condition get one around it, in which the condition is that of the others. */
function underCondition(options: {
  file: TemplateFile;
  block: TemplateBlock;
  line: number;
  value: string;
  indent: number;
  column: number;
  ours: readonly string[];
  either: string;
}): LineEdit[] {
  const { block, column, either, file, indent, line, ours, value } = options;
  const open = file.lineOf(block.open.start);
  const end = file.lineOf(block.end.start);
  const space = ' '.repeat(indent);
  const innerSpace = ' '.repeat(column);
  const before = linesOf({ start: open + 1, end: line });
  const after = linesOf({ start: line + 1, end });
  const others = [
    ...before.filter(index => file.kindOf(index) === 'yaml'),
    ...after.filter(
      index => file.kindOf(index) === 'yaml' && file.indentOf(index) <= indent,
    ),
  ];
  if (others.length > 0 || /:=/.test(block.argument)) {
    throw new CannotAdoptError('annotationsUnclear', {
      template: file.path,
      line: (others[0] ?? open) + 1,
    });
  }
  const argument = block.argument.includes(' ')
    ? `(${block.argument})`
    : block.argument;
  return [
    {
      at: open,
      remove: line - open + 1,
      insert: [
        `${' '.repeat(file.indentOf(open))}{{- if or ${either} ${argument} }}`,
        `${space}annotations:`,
        ...ours,
        `${innerSpace}{{- ${block.keyword} ${block.argument} }}`,
        ...before.map(index => file.line(index)),
        ...(value === '' ? [] : [`${innerSpace}${value}`]),
      ],
    },
    { at: end, remove: 0, insert: [`${innerSpace}{{- end }}`] },
  ];
}

/** Behind the lines that are below a key. */
function endOfValue(
  file: TemplateFile,
  key: number,
  { indent, limit }: { indent: number; limit: number },
): number {
  const next = linesOf({ start: key + 1, end: limit }).find(
    index => file.kindOf(index) === 'yaml' && file.indentOf(index) <= indent,
  );
  return next ?? limit;
}

/** The spaces before what stands first below the key, where that is a key. */
function firstKey({ below, file }: AnnotationLines): number | undefined {
  const first = below.find(index => file.kindOf(index) !== 'blank');
  return first !== undefined && file.kindOf(first) === 'yaml'
    ? file.indentOf(first)
    : undefined;
}

const VALUES = /^toYaml (\$?\.Values(?:\.\w+)+) \| n?indent \d+$/;

/** The value that annotations are, where they are nothing else. */
function onlyValues(
  { below, file, value }: AnnotationLines,
  line: number,
): { expression: string; end: number } | undefined {
  const own = below.filter(index => file.kindOf(index) !== 'blank');
  const lines = value === '' ? own : [line, ...own];
  const [action, ...others] = lines.flatMap(index => file.actionsOf(index));
  const expression = VALUES.exec(action?.code ?? '')?.[1];
  return expression && others.length === 0 && lines.length === 1
    ? { expression, end: lines[0] + 1 }
    : undefined;
}
