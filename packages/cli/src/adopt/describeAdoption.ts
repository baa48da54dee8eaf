import { Adoption, CHART_PATTERN } from '@progressive-delivery/engine';

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
  { notes, proof, workloads }: Extract<Adoption, { state: 'prepared' }>,
  written: boolean,
): string[] {
  const several = workloads.length > 1;
  const replicas = workloads.some(({ replicasAdded }) => replicasAdded);
  return [
    'Switches, all off:',
    ...(several ? ['- progressiveDelivery.enabled: all of them'] : []),
    ...workloads.map(
      ({ line, switchPath, template }) =>
        `- ${switchPath}: ${template}, line ${line}`,
    ),
    '',
    `Proved with ${proof.values.join('; ')}:`,
    `- off, it renders what it did before, but for the annotation PruneLast=true${
      replicas ? ', and replicas where an autoscaler had left it out' : ''
    }`,
    `- on, it renders a Rollout of the same name, labels, selector and pod template instead of ${proof.workloads.join(
      ', ',
    )}, and nothing else changes but what points at it`,
    ...(several ? ['- each switch alone turns its own workload only'] : []),
    '- helm lint --strict says no more than before',
    ...(proof.schema
      ? ['- the schema accepts and refuses what it should']
      : []),
    'What it renders with other values only is not proved: name those of all environments with --values.',
    ...(notes.length > 0
      ? ['', 'To know:', ...notes.map(({ text }) => `- ${text}`)]
      : []),
    '',
    written
      ? 'Written. Release the chart with the switch off before you turn it on.'
      : 'Nothing was written: --write does.',
  ];
}
