import { TemplateFile } from '../templates/TemplateFile';
import { ACTION, CommandChange, readCommand } from './readCommand';
import { isTest } from './readTestRules';

/** Where a template tells people or tests to name a Deployment. */
export interface Mention {
  file: TemplateFile;
  line: number;
  /** Its column in the line. */
  column: number;
  /** What the Deployment is called there, such as `{{ include "web.fullname" . }}`; `undefined` where an action writes it all. */
  name: string | undefined;
  /** What of its command follows the workload's kind; `undefined` where none can. */
  change: CommandChange | undefined;
}

/** No subresources, as rules of roles have them. */
const NAMED = new RegExp(
  `(?<![\\w./$-])(?<type>(?:deployments?|deploy)(?:(?:\\.v1)?\\.apps)?)(?<space>/(?!(?:finalizers|scale|status)\\b)|\\s+)(?<name>[\\w${ACTION}][\\w.${ACTION}-]*)`,
  'g',
);
/** A name that is not read, behind flags or in quotes. */
const NAMED_OTHERWISE = new RegExp(
  `(?<![\\w./$-])(?:deployments?|deploy)(?:(?:\\.v1)?\\.apps)?(?:,\\S+\\s|\\s+(?:-\\S|["'])).*${ACTION}`,
);
const WITHIN_ACTION = /(?<![\w./$-])(?:deployments?|deploy)(?:\.apps)?\//;
const NOTES = 'templates/NOTES.txt';
/** What is longer is no command that people type, and takes time to read. */
const LONGEST = 2_000;

/** Where a template tells people or tests to name a Deployment: `deployment/web`, `kubectl get deploy {{ .Release.Name }}`. */
export function findMentions(file: TemplateFile): Mention[] {
  const isNotes = file.path === NOTES;
  return file.lines.flatMap((_, index) =>
    isNotes || file.kindOf(index) !== 'blank' ? mentionsIn(file, index) : [],
  );
}

function mentionsIn(file: TemplateFile, index: number): Mention[] {
  const text = file.line(index);
  if (!text.includes('deploy')) {
    return [];
  }
  const line = withoutActions(file, index);
  const isNotes = file.path === NOTES;
  const isEdited = (isNotes || isTest(file)) && line.length <= LONGEST;
  const kubectl = line.search(/\bkubectl\b/);
  const written = [...line.matchAll(NAMED)].flatMap(
    ({ groups: { name, space, type } = {}, index: column }) => {
      const typeEnd = column + type.length;
      const nameStart = typeEnd + space.length;
      const nameEnd = nameStart + name.length;
      const slash = space === '/';
      const named = { start: column, typeEnd, nameStart, nameEnd, slash };
      const change = isEdited
        ? readCommand(line, named, { isNotes, text })
        : undefined;
      const mention = {
        file,
        line: index,
        column,
        name: text.slice(nameStart, nameEnd),
        change,
      };
      // Other words behind this one are prose.
      const isNamed =
        slash ||
        change !== undefined ||
        (name.includes(ACTION) && kubectl !== -1 && kubectl < column);
      return isNamed ? [mention] : [];
    },
  );
  const otherwise =
    kubectl === -1 || line.length > LONGEST
      ? -1
      : line.slice(kubectl).search(NAMED_OTHERWISE);
  const computed = file
    .actionsOf(index)
    .filter(({ code }) => !code.startsWith('/*') && WITHIN_ACTION.test(code))
    .map(({ start }) => ({
      file,
      line: index,
      column: start - file.offsetsOf(index).start,
      name: undefined,
      change: undefined,
    }));
  return [
    ...written,
    ...computed,
    ...(written.length === 0 && otherwise !== -1
      ? [
          {
            file,
            line: index,
            column: kubectl + otherwise,
            name: undefined,
            change: undefined,
          },
        ]
      : []),
  ];
}

/** A line with {@link ACTION} in place of what its actions are. */
function withoutActions(file: TemplateFile, index: number): string {
  const { end, start } = file.offsetsOf(index);
  const within = file.actionAt(start);
  let text = '';
  for (const action of [within ?? [], file.actionsOf(index)].flat()) {
    text += file.text.slice(start + text.length, Math.max(action.start, start));
    text += ACTION.repeat(Math.min(action.end, end) - start - text.length);
  }
  return text + file.text.slice(start + text.length, end);
}
