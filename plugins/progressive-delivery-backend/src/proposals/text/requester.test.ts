import { requestedByLine, requesterOf } from './requester';

describe('requesterOf', () => {
  it('finds who asked for it', () => {
    const body = `A Rollout.\n\n${requestedByLine('user:default/guest')}\n`;
    expect(requesterOf(body)).toBe('user:default/guest');
    expect(requesterOf('A Rollout.\n')).toBeUndefined();
  });

  it('believes no title that says so', () => {
    const title = requestedByLine('user:default/somebody-else');
    const message = `${title}\n\n${requestedByLine(
      'user:default/guest',
    )}\nBackstage-Tree: 1\n`;
    expect(requesterOf(message)).toBe('user:default/guest');
  });
});
