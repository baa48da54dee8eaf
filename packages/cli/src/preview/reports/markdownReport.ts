import {
  codeSpan,
  findingsList,
  LEAST_MANIFESTS,
  manifestsSection,
  MOST_BODY_CHARACTERS,
  quoted,
  valuesSection,
} from '@progressive-delivery/engine';
import { foundSentence, PreviewResult, uncheckedIds } from './Report';

/** Of what is said in the words of a chart. */
const MOST_SAID = 5_000;

const ELSEWHERE = '`--format text` shows them.';

/** The comment of a pull request. Nothing in it that a chart or an overlay says does anything. */
export function markdownReport(result: PreviewResult): string {
  switch (result.state) {
    case 'failed':
      return failed(result);
    case 'previewed':
      return previewed(result);
    default:
      return result satisfies never;
  }
}

function failed({
  because,
  overlay,
}: Extract<PreviewResult, { state: 'failed' }>): string {
  return sections([
    `## ${codeSpan(overlay)} cannot be previewed`,
    quoted(shortened(because)),
  ]);
}

/** What would be too long is left out, and that is said. */
function previewed({
  comparison,
  overlay,
}: Extract<PreviewResult, { state: 'previewed' }>): string {
  const { enabled, preflight, valuesChange } = comparison;
  const fill = (findings: string, manifests: string) =>
    sections([
      `## ${codeSpan(comparison.switch)} ${
        enabled ? 'on' : 'off'
      } in ${codeSpan(overlay)}`,
      quoted(shortened(comparison.summary)),
      valuesChange ? valuesSection(valuesChange) : '',
      '### Preflight',
      foundSentence(preflight),
      findings,
      uncheckedSection(uncheckedIds(preflight)),
      manifests,
    ]);
  const room = (findings: string) =>
    MOST_BODY_CHARACTERS - fill(findings, '').length - 2;
  const all = preflight.findings;
  const findings =
    [
      findingsList(all, { remedies: true }),
      findingsList(all),
      `Omitted, because the pull request would be too long: what was found. ${ELSEWHERE}`,
    ].find(each => room(each) >= LEAST_MANIFESTS) ?? '';
  return fill(
    findings,
    manifestsSection(comparison, {
      room: room(findings),
      elsewhere: ELSEWHERE,
    }),
  );
}

function uncheckedSection(ids: string[]): string {
  return ids.length > 0
    ? sections([
        '<details>',
        `<summary>${ids.length} checks could not look, or not at everything: no cluster and no Argo CD was read</summary>`,
        ids.map(codeSpan).join(', '),
        '</details>',
      ]).trimEnd()
    : '';
}

function sections(all: string[]): string {
  return `${all.filter(each => each !== '').join('\n\n')}\n`;
}

function shortened(text: string): string {
  return text.length > MOST_SAID ? `${text.slice(0, MOST_SAID)}…` : text;
}
