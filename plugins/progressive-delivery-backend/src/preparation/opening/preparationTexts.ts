import { AdoptionNote } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  Adoption,
  codeSpan,
  describeProof,
  inert,
  inertMarkdown,
  MOST_BODY_CHARACTERS,
  MOST_TITLE_CHARACTERS,
} from '@progressive-delivery/engine';
import { PullRequestTexts } from '../../proposals/opening/PlannedPullRequest';
import { baseTrailer } from '../../proposals/text/baseTrailer';
import { CoAuthor } from '../../proposals/text/CoAuthor';
import { descriptionSection } from '../../proposals/text/descriptionSection';
import { requestedByLine } from '../../proposals/text/requester';
import { requestSection } from '../../proposals/text/requestSection';
import { requestTrailers } from '../../proposals/text/requestTrailers';

/** Items of one list: nobody reads more of them in a pull request. */
const MOST_ITEMS = 50;

/** What is to be done after it is merged. */
const NEXT = [
  'Merging this changes nothing in the cluster, except for the annotation `argocd.argoproj.io/sync-options: PruneLast=true` on the workloads.',
  'Deliver this version of the chart everywhere, with the switch off, and wait until Argo CD has synced it: the running workloads need the annotation before the switch is turned on.',
  'Then preview and turn on the switch in Backstage, one target after the other.',
];

/** What a pull request is about, and who asks for it. Nothing in it is a value. */
export interface PreparationContent {
  chart: { name: string; directory: string };
  target: { id: string; title: string };
  base: { branch: string };
  adoption: Extract<Adoption, { state: 'prepared' }>;
  notes: readonly AdoptionNote[];
  /** Entity references. */
  entityRef: string;
  requestedBy: string;
  coAuthor?: CoAuthor;
  /** What it is called, in the requester's words. */
  title?: string;
  /** Why, in the requester's words. */
  description?: string;
  /** Without one: the section of an earlier body that says it. */
  keptDescription?: string;
}

/** What the pull request that prepares a chart says, and its commit. Nothing in them that others wrote does anything. */
export function preparationTexts(
  content: PreparationContent,
  { appUrl }: { appUrl: string | undefined },
): PullRequestTexts {
  const { base, chart } = content;
  const title = (
    inert(content.title ?? '') ||
    inert(`Prepare the chart ${chart.name} for canary releases`)
  ).slice(0, MOST_TITLE_CHARACTERS);
  return {
    title,
    commitMessage: [
      title,
      '',
      inert(
        `Gives the chart in ${chart.directory} the switch progressiveDelivery.enabled between Deployment and Rollout. It is off: the rendered manifests stay the same, except for the annotation PruneLast=true.`,
      ),
      '',
      ...requestTrailers(content),
      baseTrailer(base.branch),
      '',
    ].join('\n'),
    body: bodyOf(content, appUrl),
  };
}

function bodyOf(
  content: PreparationContent,
  appUrl: string | undefined,
): string {
  const { adoption, chart, notes, target } = content;
  const { proved, switches, values } = describeProof(adoption);
  const sections = [
    `Gives the chart ${codeSpan(chart.name)} in ${codeSpan(
      chart.directory,
    )} the switch \`progressiveDelivery.enabled\` between Deployment and Rollout. The switch is off.`,
    descriptionSection(content.description ?? '') ||
      (content.keptDescription ?? ''),
    '### Switches, all off',
    list(switches.map(inertMarkdown)),
    '### Verified with Helm',
    `With ${inertMarkdown(values)}:`,
    list(proved.map(inertMarkdown)),
    ...(notes.length > 0
      ? [
          '### Before you merge',
          list(notes.map(({ text }) => inertMarkdown(text))),
        ]
      : []),
    '### What comes next',
    NEXT.map((each, index) => `${index + 1}. ${each}`).join('\n'),
  ].filter(Boolean);
  const end = [
    requestSection({
      ...content,
      appUrl,
      page: ['preparation', target.id],
    }),
    requestedByLine(content.requestedBy),
  ].join('\n\n');
  return `${sections
    .join('\n\n')
    .slice(0, MOST_BODY_CHARACTERS - end.length)}\n\n${end}`;
}

function list(items: readonly string[]): string {
  const more = items.length - MOST_ITEMS;
  return [
    ...items.slice(0, MOST_ITEMS).map(each => `- ${each}`),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ].join('\n');
}
