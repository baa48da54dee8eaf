import { linesOf } from '../templates/section';
import { TemplateAction } from '../templates/readActions';
import { LineRange, TemplateFile } from '../templates/TemplateFile';
import { pathsOf } from './conditionProbes';

/** What writes more than a word. */
const WRITES_MORE =
  /\b(?:toYaml|toJson|tpl|include|template|merge\w*|n?indent|range|with|if)\b/;
/** Where a named template is. */
interface Definition {
  file: TemplateFile;
  range: LineRange;
}

/** The named templates of some files, and what is known of those that were looked at. */
export class NamedTemplates {
  private readonly definitions = new Map<string, Definition[]>();
  private readonly printed = new Map<string, readonly string[]>();

  constructor(files: readonly TemplateFile[]) {
    for (const file of files) {
      for (const { argument, end, keyword, open } of file.blocks) {
        const name = /^"([^"]+)"/.exec(argument)?.[1];
        if (keyword === 'define' && name !== undefined) {
          const others = this.definitions.get(name) ?? [];
          this.definitions.set(name, others);
          const start = file.lineOf(open.start);
          others.push({
            file,
            range: { start, end: file.lineOf(end.start) + 1 },
          });
        }
      }
    }
  }

  /** Paths of the values that lines print as more than a word, also by the named templates that they include. */
  printedIn(file: TemplateFile, lines: readonly number[]): readonly string[] {
    const words = new Set(
      lines
        .filter(line => printsWord(file, line))
        .flatMap(line => file.actionsOf(line))
        .flatMap(action => pathsAt(file, action)),
    );
    return lines
      .flatMap(line =>
        file
          .actionsOf(line)
          .map(action => ({ action, isWord: printsWord(file, line) })),
      )
      .flatMap(({ action, isWord }) => [
        ...(!isWord && WRITES_MORE.test(action.code)
          ? pathsAt(file, action)
          : []),
        ...[
          ...action.code.matchAll(/\b(?:include|template)\s+"([^"]+)"/g),
        ].flatMap(([, name]) => this.printedBy(name)),
      ])
      .filter(path => !words.has(path));
  }

  private printedBy(name: string): readonly string[] {
    const before = this.printed.get(name);
    if (before) {
      return before;
    }
    // One that includes itself prints nothing more by that.
    this.printed.set(name, []);
    const paths = [
      ...new Set(
        this.definitions
          .get(name)
          ?.flatMap(({ file, range }) => this.printedIn(file, linesOf(range))),
      ),
    ];
    this.printed.set(name, paths);
    return paths;
  }
}

/** Paths that an action reads, also below what a `with` around it is about. */
function pathsAt(
  file: TemplateFile,
  { code, start }: TemplateAction,
): string[] {
  const paths = pathsOf(file, code);
  const block = file
    .blocksAt(file.lineOf(start))
    .findLast(({ keyword }) => keyword === 'with');
  const about = /^\$?\.Values((?:\.\w+)+)$/.exec(block?.argument ?? '')?.[1];
  return about === undefined
    ? paths
    : [
        ...paths,
        ...[...code.matchAll(/(?<![\w.$)])\.(?!Values\b)(\w+(?:\.\w+)*)/g)].map(
          ([, path]) => `${about.slice(1)}.${path}`,
        ),
      ];
}

/** Whether a line is a key with a word behind it, such as `name: {{ .Values.name }}`. */
function printsWord(file: TemplateFile, line: number): boolean {
  const text = file.line(line);
  return (
    file.kindOf(line) === 'yaml' &&
    /^\s*[\w./"'-]+:/.test(text) &&
    (/^\s*(?:name|namespace|replicas):/.test(text) ||
      !/\b(?:toYaml|toJson|n?indent|tpl)\b/.test(text))
  );
}
