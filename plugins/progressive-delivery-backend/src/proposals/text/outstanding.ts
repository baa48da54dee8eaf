/** What is done to a pull request once it is open, in this order. */
export type Completion = 'labels' | 'reviews';

const COMPLETIONS: readonly Completion[] = ['labels', 'reviews'];

/** The last line of a body, out of sight. */
const MARK = /\s*<!-- Backstage has yet to add: ([a-z, ]+) -->\s*$/;

/**
 * A body that says what is yet to be done to its pull request, so that the next request does it where this one is
 * interrupted. One that says nothing of it is complete: what people take away from it stays away.
 */
export function withOutstanding(
  body: string,
  outstanding: readonly Completion[],
): string {
  const rest = body.replace(MARK, '');
  return outstanding.length > 0
    ? `${rest}\n\n<!-- Backstage has yet to add: ${outstanding.join(', ')} -->`
    : rest;
}

/** What a body says is yet to be done. */
export function outstandingIn(body: string): Completion[] {
  const named = MARK.exec(body)?.[1].split(', ') ?? [];
  return COMPLETIONS.filter(each => named.includes(each));
}
