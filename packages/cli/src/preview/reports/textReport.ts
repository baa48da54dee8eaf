import {
  DocumentChange,
  Finding,
  visibleLines,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { toolsText } from '@progressive-delivery/engine';
import { foundSentence, PreviewResult, uncheckedIds } from './Report';

/** For a terminal; nothing in it controls that. */
export function textReport(result: PreviewResult): string {
  const lines =
    result.state === 'failed'
      ? [`${result.overlay} cannot be previewed: ${result.because}`]
      : previewed(result);
  return `${visibleLines(lines.join('\n'))}\n`;
}

function previewed({
  comparison,
  overlay,
}: Extract<PreviewResult, { state: 'previewed' }>): string[] {
  const { changes, preflight, profile, unchanged, valuesChange } = comparison;
  const unchecked = uncheckedIds(preflight);
  return [
    `${comparison.switch} ${comparison.enabled ? 'on' : 'off'} in ${overlay}`,
    '',
    ...comparison.sentences.map(({ text }) => text),
    ...(valuesChange
      ? [
          '',
          `${valuesChange.file}, line ${valuesChange.line}: ${
            valuesChange.path
          }: ${valuesChange.before ?? 'not set'} -> ${valuesChange.after}`,
        ]
      : []),
    '',
    foundSentence(preflight),
    ...preflight.findings.flatMap(describeFinding),
    ...(unchecked.length > 0
      ? [
          '',
          `No cluster and no Argo CD was read: these could not look, or not at everything: ${unchecked.join(
            ', ',
          )}`,
        ]
      : []),
    '',
    `Rendered with ${toolsText(profile)}. Changed documents: ${
      changes.length
    }; unchanged: ${unchanged}`,
    ...changes.flatMap(change => [
      '',
      titleOf(change),
      change.patch.trimEnd(),
      ...(change.shortened ? ['(shortened)'] : []),
    ]),
  ];
}

function describeFinding({
  code,
  id,
  remedy,
  seen,
  severity,
  why,
}: Finding): string[] {
  return [
    '',
    `${severity} ${id}: ${seen}`,
    `  ${why}`,
    `  ${remedy}`,
    ...(code ? code.split('\n').map(line => `    ${line}`) : []),
  ];
}

function titleOf({ after, before }: DocumentChange): string {
  const object = after ?? before;
  const name = object ? `${object.kind} ${object.name}` : '';
  if (!before) {
    return `Added: ${name}`;
  }
  if (!after) {
    return `Removed: ${name}`;
  }
  return before.kind === after.kind
    ? name
    : `${before.kind} ${before.name} becomes a ${after.kind}`;
}
