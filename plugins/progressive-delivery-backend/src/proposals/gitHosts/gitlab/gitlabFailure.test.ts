import { gitlabFailure } from './gitlabFailure';

const answered = (
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) => gitlabFailure({ status, body, headers: new Headers(headers) }, 'glpat-1');

describe('gitlabFailure', () => {
  it.each([
    ['message', { message: '403 Forbidden' }, '403 Forbidden'],
    [
      'messages',
      { message: ['Title is too long', 'Squash is not permitted'] },
      'Title is too long; Squash is not permitted',
    ],
    [
      'messages by field',
      { message: { target_branch: ["can't be blank", 'is invalid'] } },
      "target_branch can't be blank, is invalid",
    ],
    [
      'error of OAuth',
      { error: 'invalid_token', error_description: 'Token is expired.' },
      'Token is expired.',
    ],
    ['error', { error: 'title is missing' }, 'title is missing'],
    ['nothing that is known', '<html>', undefined],
  ])('quotes the %s', (_, body, said) => {
    expect(answered(422, body)).toEqual({
      outcome: 'refused',
      because: 'other',
      said,
    });
  });

  it('quotes no token', () => {
    expect(answered(401, { message: 'glpat-1 is revoked' })).toEqual({
      outcome: 'unauthorized',
      because: 'rejected',
      said: '••• is revoked',
    });
  });

  it('names the scope that the token lacks', () => {
    expect(
      answered(403, {
        error: 'insufficient_scope',
        error_description: 'The request requires higher privileges.',
        scope: 'api',
      }),
    ).toMatchObject({
      outcome: 'forbidden',
      needs: { id: 'tokenScope', parameters: { scope: 'api' } },
    });
  });

  it('tells a site that can only be read from a missing role', () => {
    expect(
      answered(403, {
        message: 'You cannot perform write operations on a read-only instance',
      }),
    ).toMatchObject({
      outcome: 'unavailable',
      because: { id: 'readOnly', parameters: {} },
    });
  });

  it.each([
    ['the time to wait', { 'retry-after': '30' }, 30],
    [
      'the time to wait rather than the reset',
      { 'retry-after': '30', 'ratelimit-reset': '4102444800' },
      30,
    ],
    [
      'the reset',
      { 'ratelimit-reset': String(Math.floor(Date.now() / 1000) + 90) },
      90,
    ],
    ['a minute, where neither is said', {}, 60],
  ])('tells of too many requests, by %s', (_, headers, seconds) => {
    const failure = answered(429, undefined, headers);
    const until = failure.outcome === 'rateLimited' ? failure.until : '';
    const wait = (Date.parse(until) - Date.now()) / 1000;
    expect(Math.abs(wait - seconds)).toBeLessThan(5);
  });
});
