import { Finding } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { codeSpan, inertMarkdown } from './inert';

const MOST_FINDINGS = 30;
const MOST_CHARACTERS = 500;

/**
 * What was found, one item each.
 *
 * @param options.remedies - whether it is said what to do; default: not
 */
export function findingsList(
  findings: readonly Finding[],
  { remedies = false }: { remedies?: boolean } = {},
): string {
  const more = findings.length - MOST_FINDINGS;
  return [
    ...findings
      .slice(0, MOST_FINDINGS)
      .map(({ id, remedy, seen, severity, why }) =>
        [
          `- **${severity}** ${codeSpan(id)}:`,
          ...[seen, why, ...(remedies ? [remedy] : [])].map(sentence),
        ].join(' '),
      ),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ].join('\n');
}

function sentence(text: string): string {
  if (text.length > MOST_CHARACTERS) {
    return inertMarkdown(`${text.slice(0, MOST_CHARACTERS)}…`);
  }
  return inertMarkdown(/[.!?]$/.test(text) ? text : `${text}.`);
}
