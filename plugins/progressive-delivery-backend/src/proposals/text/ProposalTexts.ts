import {
  Comparison,
  Finding,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  inert,
  inertMarkdown,
  LEAST_MANIFESTS,
  manifestsSection,
  MOST_BODY_CHARACTERS,
  MOST_TITLE_CHARACTERS,
  quoted,
  valuesSection,
} from '@progressive-delivery/engine';
import { TitlePlaceholder } from '../../proposalTemplates';
import { CoAuthor } from './CoAuthor';
import { descriptionSection } from './descriptionSection';
import { fillTemplate } from './fillTemplate';
import { baseTrailer } from './baseTrailer';
import { overrideTrailer } from './overrideTrailer';
import { preflightSection } from './preflightSection';
import { previewIdentity, previewTrailer } from './previewTrailer';
import { requestedByLine } from './requester';
import { requestSection } from './requestSection';
import { requestTrailers } from './requestTrailers';

export interface ProposalTextsOptions {
  /** Such as `templateProblem` has nothing against. */
  config: { titleTemplate: string; bodyTemplate: string };
  /** Where people have Backstage (`app.baseUrl`); without it, nothing links there. */
  appUrl?: string;
}

/** What a pull request is about, and who asks for it. */
export interface ProposalContent {
  /** Masked: a pull request shows no values. */
  comparison: Comparison;
  targetTitle: string;
  /** Entity references. */
  entityRef: string;
  requestedBy: string;
  /** Who asks for it, where the catalog has an e-mail address. */
  coAuthor?: CoAuthor;
  /** What it is called, in the requester's words; otherwise by the template. */
  title?: string;
  /** Why, in the requester's words. */
  description?: string;
  /** Without one: the section of an earlier body that says it. */
  keptDescription?: string;
  /** What was found and is overridden, and why. */
  override?: { findings: Finding[]; reason: string };
}

/** The texts of pull requests and of their commits. Nothing in them that a person or a chart wrote does anything. */
export class ProposalTexts {
  static create(options: ProposalTextsOptions): ProposalTexts {
    return new ProposalTexts(options);
  }

  private constructor(private readonly options: ProposalTextsOptions) {}

  title(content: ProposalContent): string {
    const { titleTemplate } = this.options.config;
    const title =
      inert(content.title ?? '') ||
      inert(fillTemplate(titleTemplate, namesOf(content)));
    return title.slice(0, MOST_TITLE_CHARACTERS);
  }

  /** The title, what happens, what is overridden, and who asks for it. */
  commitMessage(content: ProposalContent): string {
    const { coAuthor, comparison, override, requestedBy } = content;
    return [
      this.title(content),
      '',
      inert(comparison.summary),
      '',
      ...(override ? [overrideTrailer(override)] : []),
      ...requestTrailers({ coAuthor, requestedBy }),
      baseTrailer(comparison.base.branch),
      previewTrailer(previewIdentity(comparison)),
      '',
    ].join('\n');
  }

  /**
   * What the preview shows to those who may not see values, and who asks for it. What would be too long for a Git host is
   * left out section by section, and said.
   */
  body(content: ProposalContent): string {
    const { comparison, description, override } = content;
    if (!comparison.masked) {
      throw new Error(
        'A pull request shows no values: the comparison is not masked',
      );
    }
    const sections = {
      summary: quoted(comparison.summary),
      description:
        descriptionSection(description ?? '') ||
        (content.keptDescription ?? ''),
      values: comparison.valuesChange
        ? valuesSection(comparison.valuesChange)
        : '',
      preflight: comparison.preflight
        ? preflightSection(comparison.preflight, override)
        : '',
      manifests: '',
      request: requestSection({
        ...content,
        appUrl: this.options.appUrl,
      }),
    };
    const fill = () =>
      [
        fillTemplate(this.options.config.bodyTemplate, {
          ...mapValues(namesOf(content), inertMarkdown),
          ...sections,
        }),
        requestedByLine(content.requestedBy),
      ].join('\n\n');
    const room = () => MOST_BODY_CHARACTERS - fill().length;

    if (room() < LEAST_MANIFESTS) {
      sections.preflight = leftOut('the preflight findings');
    }
    if (room() < LEAST_MANIFESTS) {
      sections.description = leftOut('the reason for the change');
    }
    sections.manifests = manifestsSection(comparison, {
      room: room(),
      elsewhere: 'The preview in Backstage shows them.',
    });
    return fill();
  }
}

function namesOf({ comparison, entityRef, targetTitle }: ProposalContent) {
  return {
    switch: comparison.switch,
    state: comparison.enabled ? 'on' : 'off',
    target: targetTitle,
    entity: entityRef,
  } satisfies Record<TitlePlaceholder, string>;
}

function mapValues(
  values: Record<string, string>,
  map: (value: string) => string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, map(value)]),
  );
}

function leftOut(what: string): string {
  return `Omitted, because the pull request would be too long: ${what}.`;
}
