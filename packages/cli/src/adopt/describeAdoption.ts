import {
  Adoption,
  CHART_PATTERN,
  describeProof,
} from '@progressive-delivery/engine';

/** What is to be said of a chart at a terminal, besides the patch. */
export function describeAdoption(
  adoption: Adoption,
  { written }: { written: boolean },
): string {
  const lines =
    adoption.state === 'refused'
      ? describeRefusal(adoption.because)
      : describePrepared(adoption, written);
  return `${lines.join('\n')}\n`;
}

function describeRefusal(because: readonly { text: string }[]): string[] {
  return [
    'The chart cannot be prepared:',
    ...because.map(({ text }) => `- ${text}`),
    '',
    `By hand: ${CHART_PATTERN}`,
  ];
}

function describePrepared(
  adoption: Extract<Adoption, { state: 'prepared' }>,
  written: boolean,
): string[] {
  const { notes } = adoption;
  const { proved, switches, values } = describeProof(adoption);
  return [
    'Switches, all off:',
    ...switches.map(each => `- ${each}`),
    '',
    `Proved with ${values}:`,
    ...proved.map(each => `- ${each}`),
    'Nothing is proved for other values: name the values files of all environments with --values.',
    ...(notes.length > 0
      ? ['', 'Before you release it:', ...notes.map(({ text }) => `- ${text}`)]
      : []),
    '',
    written
      ? 'Written. Release the chart with the switch off before you turn it on.'
      : 'Nothing was written. To write it, add --write.',
  ];
}
