import { ConflictError } from '@backstage/errors';
import {
  Finding,
  FindingReference,
  isSameFinding,
  needsOverride,
  Preflight,
  toMessage,
  visibleText,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** Findings that the error's sentences name. */
const MOST_NAMED = 3;

/**
 * What of the findings is overridden, as decided at the moment of the proposal.
 *
 * @throws ConflictError with what the checks say (`preflight`), and why as a `problem`, where one needs an override and is not
 * among those that were named: it was not seen, or is about another object by now
 */
export function overrideFindings(
  preflight: Preflight,
  override: { findings: FindingReference[] } | undefined,
): Finding[] {
  const needed = preflight.findings.filter(each =>
    needsOverride(each, preflight),
  );
  const missing = needed.filter(
    each => !override?.findings.some(named => isSameFinding(named, each)),
  );
  if (missing.length > 0) {
    const what = [
      ...missing.slice(0, MOST_NAMED).map(({ id, seen }) => `${seen} (${id})`),
      ...(missing.length > MOST_NAMED
        ? [`and ${missing.length - MOST_NAMED} more`]
        : []),
    ].join('; ');
    throw Object.assign(
      new ConflictError(
        override
          ? `These findings block it as well, and you have not overridden them: ${what}. Preview it again.`
          : `These findings block the pull request: ${what}. Fix them, or override them with a reason.`,
      ),
      {
        preflight,
        problem: toMessage('problem', {
          id: override ? 'findingsNotOverridden' : 'findingsInTheWay',
          parameters: { findings: namesOf(missing) },
        }),
      },
    );
  }
  return needed;
}

/** What each is about, and its check: no sentences, which would be English. */
function namesOf(findings: Finding[]): string[] {
  return [
    ...findings
      .slice(0, MOST_NAMED)
      .map(({ id, object: { kind, name } }) =>
        visibleText(`${kind} ${name} (${id})`),
      ),
    ...(findings.length > MOST_NAMED ? ['…'] : []),
  ];
}
