import {
  Finding,
  isSameFinding,
  Preflight,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { codeSpan, findingsList, quoted } from '@progressive-delivery/engine';

const MOST_CHECKS = 20;

/** What was found before the switch, and what of it was overridden. */
export function preflightSection(
  { findings, summary, unchecked }: Preflight,
  override: { findings: Finding[]; reason: string } | undefined,
): string {
  const overridden = override?.findings ?? [];
  const others = findings.filter(
    finding => !overridden.some(each => isSameFinding(each, finding)),
  );
  return [
    '### Preflight',
    `${summary.looked} checks ran, ${summary.found} with findings, ${
      summary.couldNotLook
    } could not complete${couldNot(unchecked.map(({ id }) => id))}.`,
    ...(override
      ? [
          '**Overridden**',
          findingsList(overridden),
          'Reason:',
          quoted(override.reason),
        ]
      : []),
    ...(override && others.length > 0 ? ['**Also found**'] : []),
    ...(others.length > 0 ? [findingsList(others)] : []),
  ].join('\n\n');
}

function couldNot(ids: string[]): string {
  const each = Array.from(new Set(ids));
  if (each.length === 0) {
    return '';
  }
  const more = each.length - MOST_CHECKS;
  return `: ${each.slice(0, MOST_CHECKS).map(codeSpan).join(', ')}${
    more > 0 ? ` and ${more} more` : ''
  }`;
}
