/** What is done to a pull request once it is open, in this order. */
export type Completion = 'labels' | 'reviews';

const COMPLETIONS: readonly Completion[] = ['labels', 'reviews'];

/** The last line of a body, out of sight. */
const BEGINS = '<!-- Backstage has yet to add: ';
const ENDS = ' -->';

/**
 * A body that says what is yet to be done to its pull request, so that the next request does it where this one is
 * interrupted. One that says nothing of it is complete: what people take away from it stays away.
 */
export function withOutstanding(
  body: string,
  outstanding: readonly Completion[],
): string {
  const { rest } = split(body);
  return outstanding.length > 0
    ? `${rest}\n\n${BEGINS}${outstanding.join(', ')}${ENDS}`
    : rest;
}

/** What a body says is yet to be done. */
export function outstandingIn(body: string): Completion[] {
  const { named } = split(body);
  return COMPLETIONS.filter(each => named.includes(each));
}

/** Without a pattern: people can edit a body, and a run of spaces would be looked at from each of them. */
function split(body: string): { rest: string; named: string[] } {
  const text = body.trimEnd();
  const begin = text.lastIndexOf(BEGINS);
  const named = text.slice(begin + BEGINS.length, -ENDS.length);
  return begin >= 0 && text.endsWith(ENDS) && !named.includes('>')
    ? { rest: text.slice(0, begin).trimEnd(), named: named.split(', ') }
    : { rest: body, named: [] };
}
