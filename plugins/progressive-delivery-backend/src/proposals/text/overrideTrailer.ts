import {
  findingReferenceSchema,
  ProposalOverride,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { z } from 'zod/v4';
import { CLOSING } from '@progressive-delivery/engine';

const OVERRIDE = 'Preflight-Override';

const overrideSchema = z.object({
  findings: z.array(findingReferenceSchema),
  reason: z.string(),
});

/** What Git hosts may take for references, and what nobody sees. */
const SPECIAL = /[@#!~%$&^\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * The line of a commit's message that says what was overridden, and why: JSON, in which everything that a Git host would
 * act on is escaped.
 */
export function overrideTrailer({
  findings,
  reason,
}: z.output<typeof overrideSchema>): string {
  const json = JSON.stringify({
    findings: findings.map(({ id, object }) => ({ id, object })),
    reason,
  })
    .replace(SPECIAL, escaped)
    .replace(
      CLOSING,
      // The first letter may be part of an escape, as in \f.
      ([first, second, ...rest]) => [first, escaped(second), ...rest].join(''),
    );
  return `${OVERRIDE}: ${json}`;
}

/**
 * By the commit that a branch ends in: the text of a pull request can be edited without a trace, but a commit of ours that
 * was amended is told by its tree.
 *
 * @param commit.own - whether it is one of ours
 */
export function overrideOf({
  message,
  own,
}: {
  message: string;
  own: boolean;
}): ProposalOverride {
  return own ? overrideIn(message) : { state: 'unknown' };
}

/** What a commit's message says was overridden: `unknown` where it does not say so as {@link overrideTrailer} does. */
export function overrideIn(message: string): ProposalOverride {
  const line = message
    .split('\n')
    .find(each => each.startsWith(`${OVERRIDE}: `));
  if (line === undefined) {
    return { state: 'none' };
  }
  const { data } = overrideSchema.safeParse(
    jsonOf(line.slice(OVERRIDE.length + 2)),
  );
  return data ? { state: 'overridden', ...data } : { state: 'unknown' };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function escaped(text: string): string {
  return text
    .split('')
    .map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
