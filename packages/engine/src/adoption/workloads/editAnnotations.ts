import { LineEdit } from '../templates/applyLineEdits';
import { TemplateBlock } from '../templates/readBlocks';
import { keyLines, linesOf } from '../templates/section';
import { TemplateFile } from '../templates/TemplateFile';
import { CannotAdoptError } from '../texts/AdoptionText';
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
  const below = linesOf({ start: line + 1, end: metadata.end });
  const indentBelow = below
    .filter(index => file.kindOf(index) !== 'blank')
    .map(index => file.indentOf(index))[0];
  const inner = value === '' && indentBelow > indent ? indentBelow : indent + 2;
  const innerSpace = ' '.repeat(inner);
  const placed = placedAt(value) ?? placedBelow(file, line, metadata.end);
  const ours = [
    `${innerSpace}{{- with ${include} }}`,
    `${innerSpace}{{- . | nindent ${placed ?? inner} }}`,
    `${innerSpace}{{- end }}`,
  ];
  const [block, ...deeper] = within;
  if (!block) {
    if (value === '' && hasOwnKey(file, below, indent)) {
      return [{ at: line + 1, remove: 0, insert: ours }];
    }
    const only = onlyValues(file, { line, value, below, indent });
    if (!only) {
      throw unclear(line);
    }
    // As it is, it could be written as `{}`.
    return [
      {
        at: line,
        remove: only.end - line,
        insert: [
          `${space}annotations:`,
          ...ours,
          `${innerSpace}{{- with ${only.expression} }}`,
          `${innerSpace}{{- toYaml . | nindent ${inner} }}`,
          `${innerSpace}{{- end }}`,
        ],
      },
    ];
  }
  if (deeper.length > 0 || !isPlainCondition(file, block)) {
    throw unclear(line);
  }
  return underCondition({
    file,
    block,
    line,
    value,
    indent,
    inner,
    ours,
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
  inner: number;
  ours: readonly string[];
  either: string;
}): LineEdit[] {
  const { block, either, file, indent, inner, line, ours, value } = options;
  const open = file.lineOf(block.open.start);
  const end = file.lineOf(block.end.start);
  const space = ' '.repeat(indent);
  const innerSpace = ' '.repeat(inner);
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

/** Whether both ends of a block stand in lines of their own, without an `else`. */
function isPlainCondition(file: TemplateFile, block: TemplateBlock): boolean {
  const alone = (offset: number, code: RegExp) =>
    code.test(file.line(file.lineOf(offset)));
  return (
    (block.keyword === 'if' || block.keyword === 'with') &&
    block.elses.length === 0 &&
    alone(block.open.start, /^\s*\{\{-?\s*(?:if|with)\b[^]*[^-]\}\}\s*$/) &&
    alone(block.end.start, /^\s*\{\{-?\s*end\s*\}\}\s*$/)
  );
}

function hasOwnKey(
  file: TemplateFile,
  lines: readonly number[],
  indent: number,
): boolean {
  const [first] = lines.filter(index => file.kindOf(index) !== 'blank');
  return (
    first !== undefined &&
    file.kindOf(first) === 'yaml' &&
    file.indentOf(first) > indent
  );
}

const VALUES = /^toYaml (\$?\.Values(?:\.\w+)+) \| n?indent \d+$/;

/** The value that annotations are, where they are nothing else. */
function onlyValues(
  file: TemplateFile,
  options: {
    line: number;
    value: string;
    below: readonly number[];
    indent: number;
  },
): { expression: string; end: number } | undefined {
  const { below, indent, line, value } = options;
  const next = below.findIndex(
    index => file.kindOf(index) === 'yaml' && file.indentOf(index) <= indent,
  );
  const own = (next === -1 ? below : below.slice(0, next)).filter(
    index => file.kindOf(index) !== 'blank',
  );
  const lines = value === '' ? own : [line, ...own];
  const [action, ...others] = lines.flatMap(index => file.actionsOf(index));
  const expression = VALUES.exec(action?.code ?? '')?.[1];
  return expression && others.length === 0 && lines.length === 1
    ? { expression, end: lines[0] + 1 }
    : undefined;
}

function placedBelow(
  file: TemplateFile,
  line: number,
  limit: number,
): number | undefined {
  for (const index of linesOf({ start: line + 1, end: limit })) {
    if (file.kindOf(index) === 'yaml') {
      return undefined;
    }
    const placed = placedAt(file.line(index));
    if (placed !== undefined) {
      return placed;
    }
  }
  return undefined;
}

/** To how many spaces an action indents what it writes. */
function placedAt(code: string): number | undefined {
  const spaces = /\bn?indent\s+(\d+)/.exec(code)?.[1];
  return spaces === undefined ? undefined : Number(spaces);
}
