import {
  Comparison,
  Finding,
  isSameFinding,
  ValuesChange,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** Well below what Git hosts take for a body (Gitea and GitHub 65,535 characters). */
const MOST_BODY_CHARACTERS = 60_000;

const MOST_FINDINGS = 30;

const REQUESTED_BY = 'Requested-by';

/** Text that a person or a chart wrote, on one line and without anything that a Git host would act on. */
function inert(text: string): string {
  return text
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .replace(/[@#]/g, match => `${match}\u200b`)
    .replace(/\b(close[sd]?|fix(?:e[sd])?|resolve[sd]?)\b/gi, word =>
      [word[0], '\u200b', word.slice(1)].join(''),
    )
    .trim();
}

/** Text for a code span that it cannot end. */
function code(text: string): string {
  return inert(text).replaceAll('`', '');
}

/** A fence that the text cannot close: Markdown ends a block at as many backticks as it began with. */
function fenced(text: string): string {
  const longest = Math.max(
    2,
    ...Array.from(text.matchAll(/`+/g), match => match[0].length),
  );
  const fence = '`'.repeat(longest + 1);
  return `${fence}diff\n${text.trimEnd()}\n${fence}`;
}

function quoted(text: string): string {
  return text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map(line => `> ${inert(line)}`)
    .join('\n');
}

export interface PullRequestTextOptions {
  comparison: Comparison;
  targetTitle: string;
  /** Entity references. */
  entityRef: string;
  requestedBy: string;
  description?: string;
  /** What was found and is overridden, and why. */
  override?: { findings: Finding[]; reason: string };
}

export function pullRequestTitle({
  comparison,
  targetTitle,
}: Pick<PullRequestTextOptions, 'comparison' | 'targetTitle'>): string {
  return inert(
    `Turn ${comparison.switch} ${
      comparison.enabled ? 'on' : 'off'
    } for ${targetTitle}`,
  ).slice(0, 250);
}

/** The commit's message: the title, the summary, and who asked for it. */
export function commitMessage(options: PullRequestTextOptions): string {
  return [
    pullRequestTitle(options),
    '',
    inert(options.comparison.summary),
    '',
    `${REQUESTED_BY}: ${inert(options.requestedBy)}`,
    '',
  ].join('\n');
}

/** Where the switch is and what becomes of it; what else stands in the file is nobody's business here. */
function valuesSentence({
  after,
  before,
  file,
  line,
  path,
}: ValuesChange): string {
  return `\`${code(path)}\` in \`${code(file)}\`, line ${line}: ${
    before === undefined ? 'not set' : `\`${before}\``
  } → \`${after}\``;
}

/** What the preview showed to those who may not see values, and who asked for it; rendered differences as far as they fit. */
export function pullRequestBody(options: PullRequestTextOptions): string {
  const { comparison, entityRef, description } = options;
  if (!comparison.masked) {
    throw new Error(
      'A pull request shows no values: the comparison is not masked',
    );
  }
  const sections = [
    quoted(comparison.summary),
    ...(description?.trim() ? ['Why:', quoted(description.trim())] : []),
    `Entity: \`${inert(entityRef)}\``,
    ...(comparison.valuesChange
      ? ['### Values', valuesSentence(comparison.valuesChange)]
      : []),
    ...preflightSections(options),
    '### Rendered manifests',
    `${comparison.changes.length} changed, ${
      comparison.unchanged
    } unchanged (Helm ${inert(comparison.profile.helm)}, Kustomize ${inert(
      comparison.profile.kustomize,
    )}).`,
  ];
  const trailer = `${REQUESTED_BY}: ${inert(options.requestedBy)}`;
  let length = sections.join('\n\n').length + trailer.length;
  let omitted = 0;
  for (const change of comparison.changes) {
    const section = fenced(change.patch);
    if (length + section.length > MOST_BODY_CHARACTERS) {
      omitted += 1;
      continue;
    }
    length += section.length + 2;
    sections.push(section);
  }
  if (omitted > 0) {
    sections.push(
      `Not shown, too long for this text: ${omitted} more. See the preview in Backstage.`,
    );
  }
  return [...sections, trailer].join('\n\n');
}

/** What was found before the switch, and what of it was overridden. */
function preflightSections({
  comparison: { preflight },
  override,
}: PullRequestTextOptions): string[] {
  if (!preflight) {
    return [];
  }
  const { couldNotLook, found, looked } = preflight.summary;
  const line = ({ id, seen, severity }: Finding) =>
    `- ${severity}: ${inert(seen)} (\`${code(id)}\`)`;
  const listed = (findings: Finding[]) =>
    [
      ...findings.slice(0, MOST_FINDINGS).map(line),
      ...(findings.length > MOST_FINDINGS
        ? [`- ${findings.length - MOST_FINDINGS} more`]
        : []),
    ].join('\n');
  const isOverridden = (finding: Finding) =>
    override?.findings.some(each => isSameFinding(each, finding));
  const others = preflight.findings.filter(each => !isOverridden(each));
  return [
    '### Preflight',
    `${looked} checks looked, ${couldNotLook} could not look, ${found} found something.`,
    ...(override
      ? [
          'Overridden:',
          listed(override.findings),
          'Why:',
          quoted(override.reason),
        ]
      : []),
    ...(others.length > 0 ? [listed(others)] : []),
  ];
}

/** Who asked for a pull request, as its body says; a person may have edited it, so it decides nothing. */
export function requesterOf(body: string): string | undefined {
  return body.match(new RegExp(`^${REQUESTED_BY}: (\\S+)\\s*$`, 'm'))?.[1];
}
