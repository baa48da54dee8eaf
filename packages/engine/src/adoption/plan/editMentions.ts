import { AdoptionNote } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { editTestRule } from '../references/editTestRule';
import { findMentions, Mention } from '../references/findMentions';
import { CommandChange } from '../references/readCommand';
import { isTest, readTestRules } from '../references/readTestRules';
import { LineEdit } from '../templates/applyLineEdits';
import { TemplateBlock } from '../templates/readBlocks';
import { TemplateFile } from '../templates/TemplateFile';
import { note } from '../texts/AdoptionText';
import { isRolloutElsewhere, SwitchOf } from '../workloads/SwitchOf';
import { loopAmong } from '../workloads/WorkloadLoop';
import { rootWithin } from '../workloads/WorkloadTemplate';
import { NamedPlace } from './switchesByName';

/** What becomes of commands that name a Deployment. */
interface EditedMentions {
  edits: ReadonlyMap<TemplateFile, readonly LineEdit[]>;
  /** The lines that these are at: what is around them has to be tried. */
  edited: readonly { file: TemplateFile; line: number }[];
  /** Those that stay, a note for each line. */
  notes: readonly AdoptionNote[];
}

/** A mention, and the switch of what it names where it is to follow that. */
interface FollowedMention extends Mention {
  switchOf: SwitchOf | undefined;
}

/**
 * Has commands in the notes and the tests of a chart name the workload by its kind, where they plainly name one. Tests do
 * only where rules beside them allow for it.
 *
 * @param options.changing - templates that change anyway, in which commands stay
 */
export function editMentions(
  files: readonly TemplateFile[],
  {
    changing,
    switchAt,
  }: {
    changing: readonly TemplateFile[];
    switchAt: (place: NamedPlace) => SwitchOf | undefined;
  },
): EditedMentions {
  const mentions = files.flatMap(findMentions).map(mention => ({
    ...mention,
    switchOf: changing.includes(mention.file)
      ? undefined
      : switchOfMention(mention, switchAt),
  }));
  const rules = ruleEdits(files, mentions, changing);
  const edits = new Map(rules);
  const edited = [...rules].flatMap(([file, added]) =>
    added.map(({ at }) => ({ file, line: at })),
  );
  const notes: AdoptionNote[] = [];
  for (const { file, line, mentioned } of byLine(mentions)) {
    const changes =
      isTest(file) && rules.size === 0 ? [] : mentioned.flatMap(changeOf);
    if (changes.length > 0) {
      const insert = [withChanges(file.line(line), changes)];
      add(edits, file, [{ at: line, remove: 1, insert }]);
      edited.push({ file, line });
    }
    if (changes.length < mentioned.length) {
      notes.push(note('mentions', { template: file.path, line: line + 1 }));
    }
  }
  return { edits, edited, notes };
}

/** A line and what it mentions. */
interface MentioningLine {
  file: TemplateFile;
  line: number;
  mentioned: FollowedMention[];
}

/** @param mentions - in the order in which they stand in their files */
function byLine(mentions: readonly FollowedMention[]): MentioningLine[] {
  const lines: MentioningLine[] = [];
  for (const mention of mentions) {
    const { file, line } = mention;
    const last = lines.at(-1);
    if (last?.file === file && last.line === line) {
      last.mentioned.push(mention);
    } else {
      lines.push({ file, line, mentioned: [mention] });
    }
  }
  return lines;
}

function switchOfMention(
  { change, column, file, line, name }: Mention,
  switchAt: (place: NamedPlace) => SwitchOf | undefined,
): SwitchOf | undefined {
  const blocks = file.blocksAt(line);
  const around = file.blocksAround(file.offsetsOf(line).start + column);
  const loop = loopAmong(blocks);
  return !change ||
    name === undefined ||
    /\bs?quote\b/.test(name) ||
    loop === 'unclear' ||
    // Blocks begin or end in the line before it.
    around.length !== blocks.length ||
    around.some((block, place) => block !== blocks[place]) ||
    isNamedTemplate(blocks)
    ? undefined
    : switchAt({ file, line, name, loop });
}

/** Whether it is in what others call, with whatever they have. */
function isNamedTemplate(blocks: readonly TemplateBlock[]): boolean {
  return blocks.some(({ keyword }) => ['define', 'block'].includes(keyword));
}

/** What lets tests name Rollouts. Empty where no command of a test is to do so, or where that is not plainly written. */
function ruleEdits(
  files: readonly TemplateFile[],
  mentions: readonly FollowedMention[],
  changing: readonly TemplateFile[],
): Map<TemplateFile, LineEdit[]> {
  const switches = mentions.flatMap(({ file, switchOf }) =>
    switchOf && isTest(file) ? switchOf : [],
  );
  const rules = readTestRules(files) ?? [];
  const edits = new Map<TemplateFile, LineEdit[]>();
  if (
    switches.some(({ item }) => item !== undefined) ||
    rules.some(
      ({ apiGroups, file, resources }) =>
        changing.includes(file) ||
        [apiGroups, resources].some(({ last }) =>
          isNamedTemplate(file.blocksAt(last)),
        ),
    )
  ) {
    return edits;
  }
  for (const rule of switches.length > 0 ? rules : []) {
    const { apiGroups, file } = rule;
    const root = rootWithin(file.blocksAt(apiGroups.last));
    const conditions = [
      ...new Set(switches.map(switchOf => isRolloutElsewhere(switchOf, root))),
    ];
    const condition =
      conditions.length === 1
        ? conditions[0]
        : ['or', ...conditions.map(each => `(${each})`)].join(' ');
    add(edits, file, editTestRule(rule, condition));
  }
  return edits;
}

function add(
  edits: Map<TemplateFile, LineEdit[]>,
  file: TemplateFile,
  added: readonly LineEdit[],
): void {
  const others = edits.get(file);
  if (others) {
    others.push(...added);
  } else {
    edits.set(file, [...added]);
  }
}

function changeOf({
  change,
  file,
  line,
  switchOf,
}: FollowedMention): CommandChange[] {
  if (!switchOf || !change) {
    return [];
  }
  const condition = isRolloutElsewhere(
    switchOf,
    rootWithin(file.blocksAt(line)),
  );
  const was = file.line(line).slice(change.start, change.end);
  return [
    {
      ...change,
      instead: `{{ if ${condition} }}${change.instead}{{ else }}${was}{{ end }}`,
    },
  ];
}

function withChanges(line: string, changes: readonly CommandChange[]): string {
  return changes.reduceRight(
    (text, { end, instead, start }) =>
      text.slice(0, start) + instead + text.slice(end),
    line,
  );
}
