import {
  codeSpan,
  findingsList,
  LEAST_MANIFESTS,
  manifestsSection,
  quoted,
  valuesSection,
} from '@progressive-delivery/engine';
import { foundSentence, PreviewResult, uncheckedIds } from './Report';

/** What Git hosts take, with room to spare: 65,536 characters at GitHub, more elsewhere. */
const MOST_CHARACTERS = 60_000;

/** Of what could not be previewed. */
const MOST_SAID = 10_000;

/** The comment of a pull request. Nothing in it that a chart or an overlay says does anything. */
export function markdownReport(result: PreviewResult): string {
  return `${(result.state === 'failed'
    ? failed(result)
    : previewed(result)
  ).join('\n\n')}\n`;
}

function failed({
  because,
  overlay,
}: Extract<PreviewResult, { state: 'failed' }>): string[] {
  return [
    `## ${codeSpan(overlay)} cannot be previewed`,
    quoted(
      because.length > MOST_SAID ? `${because.slice(0, MOST_SAID)}…` : because,
    ),
  ];
}

function previewed({
  comparison,
  overlay,
}: Extract<PreviewResult, { state: 'previewed' }>): string[] {
  const { preflight } = comparison;
  const unchecked = uncheckedIds(preflight);
  const parts = [
    `## ${codeSpan(comparison.switch)} ${
      comparison.enabled ? 'on' : 'off'
    } in ${codeSpan(overlay)}`,
    quoted(comparison.summary),
    ...(comparison.valuesChange
      ? [valuesSection(comparison.valuesChange)]
      : []),
    '### Preflight',
    foundSentence(preflight),
    ...(preflight.findings.length > 0
      ? [findingsList(preflight.findings, { remedies: true })]
      : []),
    ...(unchecked.length > 0
      ? [
          [
            '<details>',
            `<summary>${unchecked.length} checks could not look, or not at everything: no cluster and no Argo CD was read</summary>`,
            unchecked.map(codeSpan).join(', '),
            '</details>',
          ].join('\n\n'),
        ]
      : []),
  ];
  const room = MOST_CHARACTERS - parts.join('\n\n').length - 2;
  return [
    ...parts,
    manifestsSection(comparison, {
      room: Math.max(room, LEAST_MANIFESTS),
      elsewhere: '`--format text` shows them.',
    }),
  ];
}
